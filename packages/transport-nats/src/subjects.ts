import type { BilingualText } from '@nationec/errors'

/** The till's queue group: a permission that names it refuses a plain subscription with the till's own key. */
export const TILL_QUEUE = 'till'

/** For an error text: what {@link isTillName} accepts. */
export const aTillName: BilingualText = {
  en: '1 to 40 letters, digits, dashes and underscores',
  zh: '1～40 位字母、数字、连字符或下划线',
}

/** Tells whether a text is one token of a subject, so that no name reaches the subjects of another till. */
export function isTillName(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,40}$/.test(value)
}

/** For an error text: what {@link isEpoch} accepts. */
export const anEpoch: BilingualText = { en: 'a whole number, 0 or more', zh: '不小于 0 的整数' }

export function isEpoch(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

/** Where a till listens. An agent that was replaced listens under an epoch where nothing is sent any more. */
export function openSubject(till: string, epoch: number): string {
  return `till.${till}.${epoch}.open`
}

/** Where one agent listens: its process, not the till, so that another agent of the same till hears nothing of it. */
export function agentSubject(till: string, epoch: number, agent: string, what: 'do' | 'close' | 'yes' | '*'): string {
  return `till.${till}.${epoch}.${agent}.${what}`
}

/** Where the memory of a till is asked. Without an epoch: a memory answers for what it has seen, in office or not. */
export function askSubject(till: string, ledger: string): string {
  return `till.${till}.ask.${ledger}`
}

/** Those who give leases share the requests. */
export const CENTRE_QUEUE = 'centre'

/** Where a till asks for its lease. */
export function leaseSubject(till: string): string {
  return `fleet.${till}.lease`
}

/**
 * The inbox of a till, for the option `inboxPrefix` of its connection: the usual one is the same for all, and a permission
 * for it would let a till hear what is sent to others.
 */
export function tillInbox(till: string): string {
  return `till.${till}.inbox`
}

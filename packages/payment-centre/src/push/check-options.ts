import { centreError } from '../errors/centre-error.ts'

/** The longest that a timer of every runtime waits. */
const LONGEST_WAIT = 2 ** 31 - 1

/** What of a receiver's options could switch a check off without anybody noticing. */
export interface CheckedOptions {
  readonly credentials: unknown
  readonly onPush: unknown
  readonly orgCodg: unknown
  readonly window: unknown
  readonly keep: unknown
  readonly patience: unknown
}

/**
 * Refuses options with which pushes would be let in unchecked, or held for ever: a window that is no number is passed by
 * every age.
 *
 * @throws `CENTRE_OPTION_INVALID`
 */
export function checkOptions({ credentials, onPush, orgCodg, window, keep, patience }: CheckedOptions): void {
  demand(isCredentials(credentials), 'credentials', 'from createCentreCredentials')
  demand(typeof onPush === 'function', 'onPush', 'a function')
  demand(orgCodg === undefined || isInstitutions(orgCodg), 'orgCodg', 'the institution’s code, or a list of codes')
  demand(isSpan(window, Number.MAX_SAFE_INTEGER), 'window', 'milliseconds, 0 or more')
  demand(isSpan(keep, Number.MAX_SAFE_INTEGER), 'keep', 'milliseconds, 0 or more')
  demand(isSpan(patience, LONGEST_WAIT), 'patience', `milliseconds from 0 to ${LONGEST_WAIT}`)
}

/** An empty list would refuse every push that names an institution, and let in every one that names none. */
function isInstitutions(value: unknown): boolean {
  const codes: unknown[] = Array.isArray(value) ? value : [value]
  return codes.length > 0 && codes.every((code) => typeof code === 'string' && code !== '')
}

function isCredentials(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'verify' in value && typeof value.verify === 'function'
}

function isSpan(value: unknown, most: number): boolean {
  return typeof value === 'number' && value >= 0 && value <= most
}

function demand(fits: boolean, name: string, expected: string): void {
  if (!fits) throw centreError('CENTRE_OPTION_INVALID', `\`${name}\` must be ${expected}.`, `${name} 的值无效。`)
}

import { randomUUID } from 'node:crypto'
import type { Operation, Profile } from '@nationec/protocol'
import type { Asked } from './agent-route.ts'

/** They move no money: the agent takes no key. */
const HARMLESS: readonly Operation[] = [
  ...(['queryCredential', 'scanQrCode', 'authoriseFace', 'checkAuthorisation', 'readIdCard'] as const),
  ...(['notifySettlement', 'querySettlement'] as const),
]

/** The number of the institution that makes a request one intention of the cashier. */
const NUMBERS: Partial<Record<Operation, string>> = { uploadFees: 'medOrgOrd', refund: 'appRefdSn' }

/** The forms of an order's number, the centre's and a serial number (clause 2.2.3): they say nothing of a person. */
const ORDER_NUMBER = /^ORD[A-Z0-9]{16,40}$|^20\d{12}[0-9A-Z]{3,30}[HP]\d{11}$/

/**
 * Makes the key under which the agent does a request at most once: from the institution's own number in it, so that the
 * same bill sent again gets the first answer; random where a request has no such number.
 */
export function idempotencyKeyOf({ transType, data }: Asked, { transTypes }: Profile): string | undefined {
  const operations = Object.entries(transTypes) as [Operation, string][]
  const operation = operations.find(([, onTheWire]) => onTheWire === transType)?.[0]
  if (operation !== undefined && HARMLESS.includes(operation)) return undefined
  const name = operation === undefined ? undefined : NUMBERS[operation]
  const number = name === undefined ? undefined : (data as Readonly<Record<string, unknown>> | null)?.[name]
  // A caller may have put anything into the field, and keys are shown: only an order's number becomes part of one.
  return typeof number === 'string' && ORDER_NUMBER.test(number) ? `${operation}-${number}` : randomUUID()
}

import { randomUUID } from 'node:crypto'
import type { Operation, Profile } from '@nationec/protocol'
import { showKnown } from '../../mask/show-known.ts'
import type { Asked } from './agent-route.ts'

/** Nothing of them moves money: the agent takes no key. */
const HARMLESS: readonly Operation[] = [
  ...(['queryCredential', 'scanQrCode', 'authoriseFace', 'checkAuthorisation', 'readIdCard'] as const),
  ...(['notifySettlement', 'querySettlement'] as const),
]

/** The number of ours that makes a request one intention of the cashier. */
const NUMBERS: Partial<Record<Operation, string>> = { uploadFees: 'medOrgOrd', refund: 'appRefdSn' }

/**
 * The key under which the agent does a request at most once: made of the number of ours in it, so that the same bill sent
 * again gets the first answer; random where a request has no such number.
 */
export function idempotencyKeyOf({ transType, data }: Asked, { transTypes }: Profile): string | undefined {
  const operations = Object.entries(transTypes) as [Operation, string][]
  const operation = operations.find(([, onTheWire]) => onTheWire === transType)?.[0]
  if (operation !== undefined && HARMLESS.includes(operation)) return undefined
  const name = operation === undefined ? undefined : NUMBERS[operation]
  const number = name === undefined ? undefined : (data as Readonly<Record<string, unknown>> | null)?.[name]
  // A caller may have put anything into the field; only a number of an order becomes part of a key.
  const isOurs = typeof number === 'string' && name !== undefined && showKnown(number, [name]) === number
  return isOurs ? `${operation}-${number}` : randomUUID()
}

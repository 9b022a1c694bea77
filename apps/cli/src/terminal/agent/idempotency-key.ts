import { randomUUID } from 'node:crypto'
import { findMessage, type Operation, operationOf, type Profile } from '@nationec/protocol'
import { showKnown } from '@nationec/protocol/privacy'
import type { Asked } from './agent-route.ts'

/** The number of ours that makes a request one intention of the cashier. */
const NUMBERS: Partial<Record<Operation, string>> = { uploadFees: 'medOrgOrd', refund: 'appRefdSn' }

/**
 * The key under which the agent does a request at most once: made of the number of ours in it, so that the same bill sent
 * again gets the first answer; random where a request has no such number. What moves no money takes no key.
 */
export function idempotencyKeyOf({ transType, data }: Asked, profile: Profile): string | undefined {
  if (findMessage(transType, profile)?.moves === 'nothing') return undefined
  const operation = operationOf(transType, profile)
  const name = operation === undefined ? undefined : NUMBERS[operation]
  const number = name === undefined ? undefined : (data as Readonly<Record<string, unknown>> | null)?.[name]
  // A caller may have put anything into the field; only a number of an order becomes part of a key.
  const isOurs = typeof number === 'string' && name !== undefined && showKnown(number, [name]) === number
  return isOurs ? `${operation}-${number}` : randomUUID()
}

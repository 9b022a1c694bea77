import { defaultProfile } from '../profile/default-profile.ts'
import type { OrderClass, Profile } from '../profile/profile.ts'
import { type OrderAmounts, readAmounts, type WireAmounts } from './amounts.ts'

/** An order in a state that has amounts: what was paid before any refund. */
export interface PaidOrder<Status extends OrderClass> {
  readonly status: Status
  readonly ordStas: string
  readonly amounts: OrderAmounts
}

/** An order in a state without amounts. */
export interface UnpaidOrder<Status extends OrderClass> {
  readonly status: Status
  readonly ordStas: string
}

/** Nothing may be concluded from this answer: treat the order as still open, and ask a person. */
export interface UnrecognisedOrder {
  readonly status: 'unrecognised'
  /** As it came; `undefined` when the answer held none. */
  readonly ordStas: string | undefined
  /** `state`: a value that the profile does not list. `amounts-…`: a paid state whose amounts do not prove it. */
  readonly reason: 'state' | 'amounts-missing' | 'amounts-disagree'
}

/**
 * The transaction state of an order (clause 2.1, third check): a value, never an exception.
 *
 * - `pending`: not paid; the patient may still pay, and the fees may be revoked
 * - `completing`: money has moved and the settlement is not finished; ask again, never revoke
 * - `settled`, `partly-refunded`, `refunded`: paid, with the amounts that prove it
 * - `revoked`: withdrawn before it was paid
 * - `failed`: the settlement failed; states 14 to 16 need a person, because part of the money may have moved
 * - `unrecognised`: none of these
 */
export type OrderState =
  | UnpaidOrder<'pending'>
  | UnpaidOrder<'completing'>
  | PaidOrder<'settled'>
  | PaidOrder<'partly-refunded'>
  | PaidOrder<'refunded'>
  | UnpaidOrder<'revoked'>
  | UnpaidOrder<'failed'>
  | UnrecognisedOrder

/** Reads the state of an order out of an answer or a push. */
export function orderState(
  body: WireAmounts & { readonly ordStas?: string | undefined },
  profile: Profile = defaultProfile,
): OrderState {
  const { ordStas } = body
  const status = classOf(ordStas, profile)
  if (ordStas === undefined || status === undefined) return { status: 'unrecognised', ordStas, reason: 'state' }
  switch (status) {
    case 'settled':
    case 'partly-refunded':
    case 'refunded': {
      const amounts = readAmounts(body)
      return typeof amounts === 'string'
        ? { status: 'unrecognised', ordStas, reason: `amounts-${amounts}` }
        : { status, ordStas, amounts }
    }
    default:
      return { status, ordStas }
  }
}

/** `06` and `6` are one state. */
function classOf(ordStas: string | undefined, { orderClasses }: Profile): OrderClass | undefined {
  if (ordStas === undefined || !/^\d{1,4}$/.test(ordStas)) return undefined
  return orderClasses[String(Number(ordStas))]
}

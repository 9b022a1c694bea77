import {
  decodePushBody,
  defaultProfile,
  type OrderAmounts,
  type OrderState,
  orderState,
  type Profile,
  type ResponseOf,
  readAmounts,
  type settlementPush,
} from '@nationec/protocol'

/** A payment push, read and typed. It is a hint: the query decides. */
export interface PaymentPush {
  readonly payOrdId: string
  /** The hospital's own order number, when the push holds it. */
  readonly medOrgOrd: string | undefined
  /** True for `callType` 02, 支付成功回调, the only value that is public. */
  readonly paid: boolean
  /** The state, when the push holds one; older editions do not. */
  readonly state: OrderState | undefined
  /** The amounts, when all are there and sum to the total. */
  readonly amounts: OrderAmounts | undefined
  /** The whole body, `revsToken` among it: keep that one safe and out of logs. */
  readonly body: ResponseOf<typeof settlementPush>
}

export interface ParsePushOptions {
  /** Regional differences. Default: `defaultProfile`. */
  readonly profile?: Profile
}

/**
 * Reads the body of a push: the plain JSON, after whoever received it has verified the sender.
 *
 * Both generations and both spellings of the cash amount (`ownPayAmt`, `ownpayAmt`) are read. A push may come twice,
 * late, or never: query the order before you book anything.
 *
 * @throws `PUSH_INVALID` with every bad field
 *
 * @example
 * ```ts
 * import { parsePush } from '@nationec/client/notifications'
 *
 * const push = parsePush(JSON.stringify({
 *   payOrdId: 'ORD330100202611231015000000001',
 *   callType: '02',
 *   medOrgOrd: '20261123101500A1B2C3H33010200001',
 *   traceTime: '20261123101630',
 *   feeSumamt: '128.50',
 *   ownPayAmt: 28.5,
 *   psnAcctPay: '20.00',
 *   fundPay: '80.00',
 *   setlType: 'ALL',
 *   revsToken: 'example',
 * }))
 * console.log(push.paid, push.amounts?.cash) // true 28.50
 * ```
 */
export function parsePush(text: string, { profile = defaultProfile }: ParsePushOptions = {}): PaymentPush {
  const body = decodePushBody(text, profile)
  const amounts = readAmounts(body)
  return {
    payOrdId: body.payOrdId,
    medOrgOrd: body.medOrgOrd,
    paid: body.callType === '02',
    state: body.ordStas === undefined ? undefined : orderState(body, profile),
    amounts: typeof amounts === 'string' ? undefined : amounts,
    body,
  }
}

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
import { type OrderNumbers, type PushAlarm, pushAlarm } from './push-alarm.ts'

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
  /** Set when `find` was given and the push fits no order of the hospital: have a person look at it. */
  readonly alarm?: PushAlarm | undefined
  /** The whole body, `revsToken` among it: keep that one safe and out of logs. */
  readonly body: ResponseOf<typeof settlementPush>
}

export interface ParsePushOptions {
  /** Regional differences. Default: `defaultProfile`. */
  readonly profile?: Profile
  /**
   * Finds the order of a push in the hospital's own store, by either number: an order whose upload was not answered is
   * known by `medOrgOrd` only. Default: not looked for, and `alarm` stays `undefined`.
   */
  readonly find?: (push: OrderNumbers) => OrderNumbers | undefined
}

/**
 * Reads the body of a push: the plain JSON, after its receiver has verified the sender.
 *
 * Both generations and both spellings of the cash amount (`ownPayAmt`, `ownpayAmt`) are read. A push may come twice,
 * late, or never: query the order before you book anything. A push for an order that the hospital does not know is an
 * alarm: give `find`, and read `alarm`.
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
export function parsePush(text: string, { profile = defaultProfile, find }: ParsePushOptions = {}): PaymentPush {
  const body = decodePushBody(text, profile)
  const amounts = readAmounts(body)
  const { payOrdId, medOrgOrd } = body
  const numbers = { payOrdId, medOrgOrd }
  return {
    payOrdId,
    medOrgOrd,
    paid: body.callType === '02',
    state: body.ordStas === undefined ? undefined : orderState(body, profile),
    amounts: typeof amounts === 'string' ? undefined : amounts,
    alarm: find === undefined ? undefined : pushAlarm(numbers, find(numbers)),
    body,
  }
}

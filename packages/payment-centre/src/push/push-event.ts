import type { OrderAmounts, OrderState, ResponseOf, settlementPush } from '@nationec/protocol'

/** A payment push (6302) whose sender is proven. It is still a hint: the query decides. */
export interface SettlementPushEvent {
  readonly payOrdId: string
  /** The hospital's own order number, when the push holds it. */
  readonly medOrgOrd: string | undefined
  /** True for `callType` 02, 支付成功回调, the only value that is public. */
  readonly paid: boolean
  /** The state, when the push holds one. */
  readonly state: OrderState | undefined
  /** The amounts, when all four are there; they sum to the total. */
  readonly amounts: OrderAmounts | undefined
  /** When the centre signed this push, in milliseconds since 1970. */
  readonly signedAt: number
  /** The whole body, `revsToken` among it: keep that one safe and out of logs. */
  readonly body: ResponseOf<typeof settlementPush>
}

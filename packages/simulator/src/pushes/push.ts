import type { PushFate } from '../faults/push-fate.ts'
import type { Order } from '../orders/order.ts'

/** A push as it reaches the hospital. */
export interface Push {
  /** JSON body of 6302, or of the `hos` push by the profile's generation. Holds tokens: never log it. */
  readonly text: string
  readonly payOrdId: string
  /** 1 for the first push of an order; lost ones are counted. */
  readonly attempt: number
}

/** Control over the pushes; without it every push arrives once, at once. */
export interface PushControl {
  /** Says what becomes of the next push that nothing was said about. */
  next(fate: PushFate): void
  /** Replaces what was said by one fate per coming push. */
  script(fates: readonly PushFate[]): void
  /** Lets the held pushes go, in their order or in reverse; gives how many. */
  release(order?: 'as held' | 'reversed'): number
  /**
   * Pushes a settled order once more, however late.
   *
   * @throws `SIMULATOR_NOTHING_WAITS` for an unknown order, `SIMULATOR_STATE_CONFLICT` for one that was never settled
   */
  resend(payOrdId: string): void
}

/** The centre's side of the pushes. */
export interface Pushes {
  readonly control: PushControl
  /** An order was settled. */
  due(order: Order): void
}

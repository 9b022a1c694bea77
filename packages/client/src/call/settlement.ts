import { type OrderState, orderState, type Profile, type WireAmounts } from '@nationec/protocol'

/**
 * The state of an order, and the answer it was read from.
 *
 * Amounts exist only in the states that prove them: look at `status` first.
 */
export type Settlement<Body> = OrderState & {
  /** The whole body of the answer, for everything besides the state. */
  readonly body: Body
}

type OrderBody = WireAmounts & { readonly ordStas?: string | undefined }

/** Third check of clause 2.1: the transaction state becomes a value. */
export function settlementOf<Body extends OrderBody>(body: Body, profile: Profile): Settlement<Body> {
  return { ...orderState(body, profile), body }
}

import { placeOrder as placeOrderMessage, type ResponseOf } from '@nationec/protocol'
import type { ParametersOf } from '../call/body-types.ts'
import type { Caller } from '../call/caller.ts'
import type { CallOptions } from '../call/options.ts'
import { type Settlement, settlementOf } from '../call/settlement.ts'

export type PlaceOrderParameters = ParametersOf<typeof placeOrderMessage>
export type PlaceOrderResult = Settlement<ResponseOf<typeof placeOrderMessage>>

/**
 * 支付下单 (6202): asks the centre to settle an uploaded bill, where the patient does not pay at the terminal.
 *
 * Not an interface of the specification; a newer edition of the payment centre has it.
 */
export async function placeOrder(
  caller: Caller,
  parameters: PlaceOrderParameters,
  options: CallOptions = {},
): Promise<PlaceOrderResult> {
  const answer = await caller.call(placeOrderMessage, caller.transTypeOf('placeOrder'), parameters, options)
  return settlementOf(answer, caller.profile)
}

import { type ResponseOf, settleNotify } from '@nationec/protocol'
import type { ParametersOf } from '../call/body-types.ts'
import type { Caller } from '../call/caller.ts'
import type { CallOptions } from '../call/options.ts'

export type NotifySettlementParameters = ParametersOf<typeof settleNotify>
export type NotifySettlementResult = ResponseOf<typeof settleNotify>

/**
 * 结算结果通知: shows the result on the terminal when the payment did not go through it.
 *
 * `outBizNo` is the one of the credential step, so that the terminal can match the two.
 */
export async function notifySettlement(
  caller: Caller,
  parameters: NotifySettlementParameters,
  options: CallOptions = {},
): Promise<NotifySettlementResult> {
  return caller.call(settleNotify, caller.transTypeOf('notifySettlement'), parameters, options)
}

import { formatWireTime, hosRefund, type ResponseOf, refundOrder } from '@nationec/protocol'
import type { ParametersOf } from '../call/body-types.ts'
import type { Caller } from '../call/caller.ts'
import { type MessageOf, messageOf } from '../call/generation.ts'
import type { CallOptions, Generation } from '../call/options.ts'

type Refund<Chosen extends Generation> = MessageOf<Chosen, typeof refundOrder, typeof hosRefund>

export type RefundParameters<Chosen extends Generation = 'centre'> = ParametersOf<Refund<Chosen>, 'appRefdTime'>
export type RefundResult<Chosen extends Generation = 'centre'> = ResponseOf<Refund<Chosen>>

/**
 * 医保退费 (clause 4.5): gives money of a settled order back on the way it came.
 *
 * `appRefdSn` is yours and unique: keep it before you call, because it is the only handle on a refund whose answer is
 * lost. `appRefdTime` is the time of the call when it is left out.
 */
export async function refund<Chosen extends Generation>(
  caller: Caller,
  parameters: RefundParameters<Chosen>,
  options: CallOptions = {},
): Promise<RefundResult<Chosen>> {
  const message = messageOf<Chosen, typeof refundOrder, typeof hosRefund>(caller, refundOrder, hosRefund)
  const data = { appRefdTime: formatWireTime(caller.clock()), ...parameters } as ParametersOf<typeof message>
  return caller.call(message, caller.transTypeOf('refund'), data, options)
}

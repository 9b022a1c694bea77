import { feeRevoke, hosFeeRevoke, type ResponseOf } from '@nationec/protocol'
import type { ParametersOf } from '../call/body-types.ts'
import type { Caller } from '../call/caller.ts'
import { type MessageOf, messageOf } from '../call/generation.ts'
import type { CallOptions, Generation } from '../call/options.ts'

type Revoke<Chosen extends Generation> = MessageOf<Chosen, typeof feeRevoke, typeof hosFeeRevoke>

export type RevokeFeesParameters<Chosen extends Generation = 'centre'> = ParametersOf<Revoke<Chosen>>
export type RevokeFeesResult<Chosen extends Generation = 'centre'> = ResponseOf<Revoke<Chosen>>

/**
 * 撤销费用明细上传 (clause 4.4): withdraws a bill that is not settled, so that it can be changed and uploaded anew.
 *
 * An answer with code 0 may hold `success` `false`. The query proves the revoke: upload a changed bill when it says
 * `revoked`.
 */
export async function revokeFees<Chosen extends Generation>(
  caller: Caller,
  parameters: RevokeFeesParameters<Chosen>,
  options: CallOptions = {},
): Promise<RevokeFeesResult<Chosen>> {
  const message = messageOf<Chosen, typeof feeRevoke, typeof hosFeeRevoke>(caller, feeRevoke, hosFeeRevoke)
  return caller.call(message, caller.transTypeOf('revokeFees'), parameters, options)
}

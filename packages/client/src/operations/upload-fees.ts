import { feeUpload, hosFeeUpload, type ResponseOf } from '@nationec/protocol'
import type { ParametersOf } from '../call/body-types.ts'
import type { Caller } from '../call/caller.ts'
import { type MessageOf, messageOf } from '../call/generation.ts'
import type { CallOptions, Generation } from '../call/options.ts'

type Upload<Chosen extends Generation> = MessageOf<Chosen, typeof feeUpload, typeof hosFeeUpload>

export type UploadFeesParameters<Chosen extends Generation = 'centre'> = ParametersOf<Upload<Chosen>>
export type UploadFeesResult<Chosen extends Generation = 'centre'> = ResponseOf<Upload<Chosen>>

/** 费用上传 (clause 4.1): uploads a bill and gives the order's `payOrdId` and `payToken`. */
export async function uploadFees<Chosen extends Generation>(
  caller: Caller,
  parameters: UploadFeesParameters<Chosen>,
  options: CallOptions = {},
): Promise<UploadFeesResult<Chosen>> {
  const message = messageOf<Chosen, typeof feeUpload, typeof hosFeeUpload>(caller, feeUpload, hosFeeUpload)
  return caller.call(message, caller.transTypeOf('uploadFees'), parameters, options)
}

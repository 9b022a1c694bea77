import { ecQuery, type ResponseOf } from '@nationec/protocol'
import type { ParametersOf } from '../call/body-types.ts'
import type { Caller } from '../call/caller.ts'
import type { CallOptions } from '../call/options.ts'

export type QueryCredentialParameters = ParametersOf<typeof ecQuery>
export type QueryCredentialResult = ResponseOf<typeof ecQuery>

/** 电子凭证二维码解码: waits for the patient's code at the scanner and gives the person and `ecToken`. */
export async function queryCredential(
  caller: Caller,
  parameters: QueryCredentialParameters,
  options: CallOptions = {},
): Promise<QueryCredentialResult> {
  return caller.call(ecQuery, caller.transTypeOf('queryCredential'), parameters, options)
}

import { certGet, type ResponseOf } from '@nationec/protocol'
import type { ParametersOf } from '../call/body-types.ts'
import type { Caller } from '../call/caller.ts'
import type { CallOptions } from '../call/options.ts'

export type ReadIdCardParameters = ParametersOf<typeof certGet>
export type ReadIdCardResult = ResponseOf<typeof certGet>

/** 读取身份证: reads the identity card that lies on the terminal. */
export async function readIdCard(
  caller: Caller,
  parameters: ReadIdCardParameters,
  options: CallOptions = {},
): Promise<ReadIdCardResult> {
  return caller.call(certGet, caller.transTypeOf('readIdCard'), parameters, options)
}

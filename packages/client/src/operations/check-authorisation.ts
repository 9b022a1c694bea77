import { authCheck, type ResponseOf } from '@nationec/protocol'
import type { ParametersOf } from '../call/body-types.ts'
import type { Caller } from '../call/caller.ts'
import type { CallOptions } from '../call/options.ts'

export type CheckAuthorisationParameters = ParametersOf<typeof authCheck, 'outBizNo'>
export type CheckAuthorisationResult = ResponseOf<typeof authCheck>

/** 核身结果查询: exchanges the `authNo` of a face check for the person; `outBizNo` is a new one unless you give it. */
export async function checkAuthorisation(
  caller: Caller,
  parameters: CheckAuthorisationParameters,
  options: CallOptions = {},
): Promise<CheckAuthorisationResult> {
  const outBizNo = parameters?.outBizNo ?? caller.serialNumber()
  const data = { ...parameters, outBizNo }
  return caller.call(authCheck, caller.transTypeOf('checkAuthorisation'), data, options)
}

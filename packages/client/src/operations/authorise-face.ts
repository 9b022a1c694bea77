import { ecAuth, type ResponseOf } from '@nationec/protocol'
import type { ParametersOf } from '../call/body-types.ts'
import type { Caller } from '../call/caller.ts'
import type { CallOptions } from '../call/options.ts'

export type AuthoriseFaceParameters = ParametersOf<typeof ecAuth, 'outBizNo'>
export type AuthoriseFaceResult = ResponseOf<typeof ecAuth> & { readonly outBizNo: string }

/**
 * 刷脸核身授权: the terminal checks the patient's face and gives `authNo`.
 *
 * `outBizNo` is made when it is left out, and stands in the result: `notifySettlement` needs this very number.
 */
export async function authoriseFace(
  caller: Caller,
  parameters: AuthoriseFaceParameters,
  options: CallOptions = {},
): Promise<AuthoriseFaceResult> {
  const outBizNo = parameters?.outBizNo ?? caller.serialNumber()
  const data = { ...parameters, outBizNo }
  const answer = await caller.call(ecAuth, caller.transTypeOf('authoriseFace'), data, options)
  return { ...answer, outBizNo }
}

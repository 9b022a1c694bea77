import { type ResponseOf, tokenCheck } from '@nationec/protocol'
import type { ParametersOf } from '../call/body-types.ts'
import type { Caller } from '../call/caller.ts'
import type { CallOptions } from '../call/options.ts'

export type CheckTokenParameters = ParametersOf<typeof tokenCheck>

/** The address is another one than that of every other request, so it must be named. */
export interface CheckTokenOptions extends Omit<CallOptions, 'url' | 'extData'> {
  /** The business address (`strUrl`); it ends in `localEcTokenCheck`. */
  readonly url: string
}

/** `valid` is true for `flag` 1 only. */
export type CheckTokenResult = ResponseOf<typeof tokenCheck> & { readonly valid: boolean }

/**
 * 电子凭证令牌校验: whether an ecToken still holds. The body travels bare, without an envelope (one source).
 *
 * @throws `REQUEST_INVALID` without the address
 */
export async function checkToken(
  caller: Caller,
  parameters: CheckTokenParameters,
  options: CheckTokenOptions,
): Promise<CheckTokenResult> {
  const body = await caller.call(tokenCheck, tokenCheck.name, parameters, options ?? {})
  return { ...body, valid: body.flag === '1' }
}

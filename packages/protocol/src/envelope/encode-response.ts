import { LIMITS } from '../description/limits.ts'
import type { Message, ResponseOf } from '../description/message.ts'
import { protocolError } from '../errors/catalogue.ts'
import { defaultProfile } from '../profile/default-profile.ts'
import type { Profile } from '../profile/profile.ts'
import { checkResponseBody } from './check-body.ts'
import { exceeds, overLimit } from './limit.ts'

/** A refusal as the terminal writes it. */
export interface Refusal {
  readonly orgId: string
  /** Any code but 0. */
  readonly code: number
  readonly message: string
}

/**
 * Writes a successful answer: the terminal's side of the envelope (clause 2.2.4.2).
 *
 * @throws `ANSWER_INVALID` when the body does not fit its message, or the text is longer than clause 2.2.4.2 allows
 */
export function encodeResponse<M extends Message>(
  message: M,
  { orgId, data }: { readonly orgId: string; readonly data: ResponseOf<M> },
  profile: Profile = defaultProfile,
): string {
  const issues = checkResponseBody(message, data, profile)
  if (issues.length > 0) throw protocolError('ANSWER_INVALID', { issues })
  const body = JSON.stringify(data)
  if (exceeds(body, LIMITS.responseField, profile)) throw tooLong('data', LIMITS.responseField)
  const written = profile.requestData === 'object' ? body : JSON.stringify(body)
  const text = `{"orgId":${JSON.stringify(orgId)},"code":0,"message":"","data":${written}}`
  if (exceeds(text, LIMITS.whole, profile)) throw tooLong('OutData', LIMITS.whole)
  return text
}

function tooLong(path: string, limit: number): Error {
  return protocolError('ANSWER_INVALID', { issues: [overLimit(path, limit)] })
}

/** Writes a refusal; it has no body. */
export function encodeRefusal({ orgId, code, message }: Refusal): string {
  return JSON.stringify({ orgId, code, message, data: null })
}

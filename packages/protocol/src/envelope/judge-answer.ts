import type { BilingualText } from '@nationec/errors'
import type { Message, ResponseOf } from '../description/message.ts'
import { askAgain } from '../errors/ask-again.ts'
import { BusinessError } from '../errors/business-error.ts'
import { protocolError } from '../errors/catalogue.ts'
import { advised, ProtocolError } from '../errors/protocol-error.ts'
import type { GivenNumbers } from '../order/given-numbers.ts'
import { hiddenTexts } from '../privacy/hidden-texts.ts'
import { maskText } from '../privacy/mask-text.ts'
import { defaultProfile } from '../profile/default-profile.ts'
import type { Profile } from '../profile/profile.ts'
import { isJsonObject } from '../schema/tolerant-reader.ts'
import { checkGiven } from './check-given.ts'
import { type Answer, decodeResponse, readAnswer } from './decode-response.ts'
import { type Asked, echoIssues } from './echo-issues.ts'

/** What an answer is judged with. */
export interface JudgeOptions {
  readonly profile?: Profile
  /** The request's body: a refusal shows none of its texts that may not be shown; its echoed fields are compared. */
  readonly request?: Readonly<Record<string, unknown>>
  /** The extension of the request's envelope: masked in a refusal too. */
  readonly extData?: unknown
  /** What is known of the centre's numbers: an answer with a number of another request is refused, a right one is learnt. */
  readonly given?: GivenNumbers
}

/**
 * Judges an answer in the specification's order (clause 2.1): the transport has checked the protocol; here comes the
 * business code, then the body. The transaction state is a value of the body, never an exception.
 *
 * @throws `ANSWER_*` when it cannot be read, {@link BusinessError} when `code` is not 0
 */
export function judgeAnswer<M extends Message>(message: M, text: string, options: JudgeOptions = {}): ResponseOf<M> {
  if (message.moves === 'money') return judge(message, text, options)
  try {
    return judge(message, text, options)
  } catch (error) {
    throw error instanceof ProtocolError ? advised(error, askAgain) : error
  }
}

function judge<M extends Message>(message: M, text: string, options: JudgeOptions): ResponseOf<M> {
  const { profile = defaultProfile, request = {}, extData, given } = options
  const answer = readAnswer(text)
  const advice = message.moves === 'nothing' ? askAgain : undefined
  if (answer.code !== 0) refuseForeign({ message, request, profile }, answer)
  refuseFailure(answer, () => [...hiddenTexts(request), ...hiddenTexts(extData)], advice)
  const body = decodeResponse(message, answer, { profile, request })
  if (given !== undefined) checkGiven(message, { request, body }, given)
  return body
}

/** A refusal of another request says nothing of this one. */
function refuseForeign(asked: Asked, { data }: Answer): void {
  const issues = echoIssues(asked, isJsonObject(data) ? data : {})
  if (issues.length > 0) throw protocolError('ANSWER_INVALID', { issues })
}

/**
 * Throws a {@link BusinessError} unless the answer's code is 0.
 *
 * @param hidden what must not stand in the error: asked for only when there is one
 * @param advice instead of the usual one
 */
export function refuseFailure(
  answer: Answer,
  hidden: () => readonly string[] = () => [],
  advice?: BilingualText,
): void {
  if (answer.code === 0) return
  const values = hidden()
  const code = maskText(String(answer.code), values)
  throw new BusinessError({
    responseCode: code === String(answer.code) ? answer.code : code,
    responseMessage: maskText(answer.message ?? '', values),
    advice,
  })
}

import {
  checkRequestBody,
  createGivenNumbers,
  judgeAnswer,
  LIMITS,
  type Message,
  protocolError,
  type RequestOf,
  type ResponseOf,
} from '@nationec/protocol'
import { type OpenedEnvelope, openEnvelope } from '../envelope/open-envelope.ts'
import { sealEnvelope } from '../envelope/seal-envelope.ts'
import { centreError, isCentreError } from '../errors/centre-error.ts'
import { exchange } from '../http/exchange.ts'
import { textOfAnswer } from '../http/read-answer.ts'
import type { CentreOperation } from '../profile/centre-profile.ts'
import { answerText } from './answer-text.ts'
import type { CentreCallOptions } from './options.ts'
import { type CentreSettings, checkCallOptions } from './read-options.ts'
import { requireCurrent } from './require-current.ts'
import { type Asked, tellUnproved } from './unproved-answer.ts'

/** One interface of the centre as a whole call: typed message out, judged answer back. */
export type Call = <M extends Message>(
  operation: CentreOperation,
  message: M,
  body: RequestOf<M>,
  options: CentreCallOptions,
) => Promise<ResponseOf<M>>

/**
 * One direction out, the same way back, judged in the specification's order (clause 2.1): first the way, the signature and
 * its moment, then the code, then the body. The state of the order is a value, never an exception.
 */
export function createCall(settings: CentreSettings): Call {
  const { credentials, profile, urls, deadlines, send, timers, clock, onUnproved } = settings
  const keys = { credentials, profile }
  const given = createGivenNumbers()

  return async function call(operation, message, body, options) {
    checkCallOptions(options)
    const { signal, deadline = deadlines[operation] } = options
    const issues = checkRequestBody(message, body, profile.messages)
    if (issues.length > 0) throw protocolError('REQUEST_INVALID', { issues })
    const sentAt = clock()
    const request = new TextEncoder().encode(sealEnvelope({ data: body, moment: sentAt }, keys))
    if (request.length > LIMITS.whole) {
      throw centreError('CENTRE_REQUEST_TOO_LARGE', `It has ${request.length} bytes.`, `共 ${request.length} 字节。`)
    }
    const answer = await exchange(
      { url: urls[operation], body: request },
      { send, timers, limit: LIMITS.whole, deadline, signal },
    )
    const asked: Asked = { operation, body: body as Readonly<Record<string, unknown>> }
    const envelope = opened(textOfAnswer(answer), asked)
    requireCurrent(envelope.moment, { sentAt, receivedAt: clock(), window: profile.answerWindow })
    return judgeAnswer(message, answerText(envelope), { profile: profile.messages, request: asked.body, given })
  }

  function opened(text: string, asked: Asked): OpenedEnvelope {
    try {
      return openEnvelope(text, keys)
    } catch (error) {
      if (onUnproved !== undefined && isCentreError(error, 'CENTRE_ENVELOPE_UNSIGNED')) {
        tellUnproved(text, asked, onUnproved)
      }
      throw error
    }
  }
}

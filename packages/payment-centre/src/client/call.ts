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
import type { DeadlineEnd } from '@nationec/transport'
import { type OpenedEnvelope, openEnvelope } from '../envelope/open-envelope.ts'
import { sealEnvelope } from '../envelope/seal-envelope.ts'
import { CentreError, centreError, isCentreError } from '../errors/centre-error.ts'
import { exchange } from '../http/exchange.ts'
import { textOfAnswer } from '../http/read-answer.ts'
import type { CentreOperation } from '../profile/centre-profile.ts'
import { within } from '../waiting/within.ts'
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
    const due = timers.now() + deadline
    const patience = () => ({ timers, signal, milliseconds: Math.max(0, due - timers.now()) })
    const sentAt = clock()
    const sealed = await within(
      () => sealEnvelope({ data: body, moment: sentAt }, keys),
      patience(),
      gaveUp('not-sent'),
    )
    const request = new TextEncoder().encode(sealed)
    if (request.length > LIMITS.whole) {
      throw centreError('CENTRE_REQUEST_TOO_LARGE', `It has ${request.length} bytes.`, `共 ${request.length} 字节。`)
    }
    const answer = await exchange(
      { url: urls[operation], body: request },
      { send, timers, limit: LIMITS.whole, deadline: patience().milliseconds, signal },
    )
    const receivedAt = clock()
    const asked: Asked = { operation, body: body as Readonly<Record<string, unknown>> }
    const text = textOfAnswer(answer)
    const envelope = await within(() => opened(text, asked), patience(), gaveUp('unknown'))
    requireCurrent(envelope.moment, { sentAt, receivedAt, window: profile.answerWindow })
    return judgeAnswer(message, answerText(envelope), { profile: profile.messages, request: asked.body, given })
  }

  async function opened(text: string, asked: Asked): Promise<OpenedEnvelope> {
    try {
      return await openEnvelope(text, keys)
    } catch (error) {
      if (onUnproved !== undefined && isCentreError(error, 'CENTRE_ENVELOPE_UNSIGNED')) {
        tellUnproved(text, asked, onUnproved)
      }
      throw error
    }
  }
}

/** A key device that does not come to an end must not hold the caller longer than the centre may. */
function gaveUp(delivery: 'not-sent' | 'unknown') {
  return (end: DeadlineEnd, cause?: unknown) => new CentreError(`CENTRE_${end}`, { delivery, cause })
}

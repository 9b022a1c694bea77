import { decodeUtf8, utf8Length } from '@nationec/errors'
import { type SendContext, type TransportRequest, type TransportSession, transportError } from '@nationec/transport'
import type { NatsConnection } from '@nats-io/transport-node'
import { natsError } from './errors.ts'
import type { OnAddressed } from './exchange-address.ts'
import { errorOf } from './failure-record.ts'
import { randomId } from './ids.ts'
import type { CallEvent, Link } from './link.ts'
import type { Opened, TillAddress } from './open-session.ts'
import { agentSubject } from './subjects.ts'

/** What a session of the centre's side is made of. */
export interface SessionParts extends Opened, TillAddress {
  readonly link: Link
  readonly connection: NatsConnection
  readonly onAddressed: OnAddressed | undefined
  readonly onDisconnect: (cause?: unknown) => void
}

/** A session with one agent of a till. */
export function createSession(parts: SessionParts): TransportSession {
  const { link, till, epoch, agent, session, onDisconnect } = parts
  const stopDown = link.onDown(onDisconnect)
  // Lost between the opening and this line.
  if (!link.up) onDisconnect(new Error('the connection to the NATS server was lost'))
  return {
    send: (request, context) => send(parts, request, context),
    close() {
      stopDown()
      link.tell(agentSubject(till, epoch, agent, 'close'), { session })
    },
  }
}

/** Publishes one request, once, and gives its answer. */
async function send(parts: SessionParts, request: TransportRequest, context: SendContext): Promise<string> {
  const { link, connection, till, epoch, agent, session, ledger, onAddressed } = parts
  const { signal } = context
  const started = performance.now()
  const id = randomId()
  try {
    await onAddressed?.({ id, till, ledger }, request)
  } catch (cause) {
    throw transportError('nats', 'SEND_FAILED', { delivery: 'not-sent', cause })
  }
  signal.throwIfAborted()
  if (!link.up) throw natsError('FLEET_LINK_DOWN')
  const left = context.remaining - (performance.now() - started)
  if (left <= 0) throw transportError('nats', 'TIMEOUT', { delivery: 'not-sent' })
  const mostBytes = connection.info?.max_payload ?? Number.POSITIVE_INFINITY
  return new Promise<string>((resolve, reject) => {
    let endCall = (): void => {}
    const onAbort = (): void => end(() => reject(signal.reason))
    signal.addEventListener('abort', onAbort, { once: true })
    try {
      const envelope = { id, session, left: String(left), url: request.url }
      endCall = link.call(agentSubject(till, epoch, agent, 'do'), envelope, request.text, hear)
    } catch (cause) {
      const isTooLarge = utf8Length(request.text) > mostBytes - HEADROOM
      end(() =>
        reject(
          transportError('nats', isTooLarge ? 'REQUEST_TOO_LARGE' : 'SEND_FAILED', { delivery: 'not-sent', cause }),
        ),
      )
    }

    function hear(event: CallEvent): void {
      if (event.type === 'message' && event.envelope.kind === 'wanted') {
        // The exchange is waited for: an exchange that is not has ended its call.
        link.tell(`${agentSubject(till, epoch, agent, 'yes')}.${id}`, { kind: 'yes' })
        return
      }
      end(() => {
        try {
          resolve(answerOf(event))
        } catch (error) {
          reject(error)
        }
      })
    }

    function end(tell: () => void): void {
      signal.removeEventListener('abort', onAbort)
      endCall()
      tell()
    }
  })
}

/** More than the headers of a request ever take, beside its text. */
const HEADROOM = 8_192

/** The text of an answer. Throws what every other outcome is. */
function answerOf(event: CallEvent): string {
  if (event.type === 'no-responders') throw gone(natsError('TILL_OFFLINE'))
  if (event.type === 'refused') throw natsError('FLEET_FORBIDDEN', { cause: event.cause })
  const text = decodeUtf8(event.message.data)
  switch (event.envelope.kind) {
    case 'answered':
      if (text === undefined) throw transportError('nats', 'ANSWER_NOT_TEXT')
      return text
    case 'never':
      throw natsError('TILL_TOO_LATE')
    case 'gone':
      throw gone(natsError('TILL_SESSION_GONE'))
    case 'failed':
      throw errorOf(text)
    default:
      throw transportError('nats', 'SEND_FAILED', { cause: new Error('the till does not know what became of it') })
  }
}

/** Ends the connection: the next exchange of the client opens a new one. */
function gone(cause: Error): Error {
  return transportError('nats', 'DISCONNECTED', { delivery: 'not-sent', cause })
}

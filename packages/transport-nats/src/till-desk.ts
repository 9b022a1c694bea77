import { decodeUtf8 } from '@nationec/errors'
import { type ExchangeMemory, type RememberedExchange, transportError } from '@nationec/transport'
import type { Msg } from '@nats-io/transport-node'
import { type Envelope, envelopeOf, type Kind, toHeaders } from './envelope.ts'
import { recordOf } from './failure-record.ts'
import { isId, randomId } from './ids.ts'
import type { Wanted } from './still-wanted.ts'
import { type TillLane, tooLarge } from './till-lane.ts'

/** What a till does with the messages that come in. */
export interface TillDesk {
  readonly sessions: { readonly opened: number; readonly closed: number }
  open(message: Msg): void
  /** A request, or the end of a session. */
  hear(message: Msg): void
  /** The question about an exchange. */
  ask(message: Msg): void
}

/** What a desk is made of. */
export interface DeskParts {
  /** Names this process of the agent. */
  readonly agent: string
  readonly memory: ExchangeMemory
  readonly lane: TillLane
  readonly wanted: Wanted
}

/** So many sessions are known at a time; centres that ended without closing theirs are forgotten first. */
const MOST_SESSIONS = 10_000

export function createTillDesk({ agent, memory, lane, wanted }: DeskParts): TillDesk {
  const { ledger } = memory
  const known = new Set<string>()
  const sessions = { opened: 0, closed: 0 }

  return {
    sessions,
    open(message) {
      const session = randomId()
      const [oldest] = known
      if (known.size >= MOST_SESSIONS && oldest !== undefined) known.delete(oldest)
      known.add(session)
      sessions.opened += 1
      respond(message, { kind: 'opened', agent, session, ledger })
    },
    hear(message) {
      const { session = '', ...envelope } = envelopeOf(message)
      if (message.subject.endsWith('.close')) {
        if (known.delete(session)) sessions.closed += 1
      } else if (message.subject.endsWith('.do')) {
        if (known.has(session)) void carry(message, envelope)
        else respond(message, { kind: 'gone' })
      }
    },
    ask: (message) => void rule(message),
  }

  async function carry(message: Msg, { id, left: given, url = '' }: Envelope): Promise<void> {
    const due = performance.now() + Number(given)
    const text = decodeUtf8(message.data)
    if (!isId(id) || text === undefined || !Number.isFinite(due)) {
      respond(message, { kind: 'failed' }, JSON.stringify(recordOf(transportError('nats', 'REQUEST_NOT_TEXT'))))
      return
    }
    const left = (): number => Math.max(0, due - performance.now())
    const askBack = (reply: string): void => respond(message, { kind: 'wanted', id }, '', { reply })
    tell(message, await lane.carry({ id, url, text, left, stillWanted: () => wanted.ask(id, left(), askBack) }))
  }

  /** An id that is unknown is ruled out for good before the answer leaves. */
  async function rule(message: Msg): Promise<void> {
    const { id } = envelopeOf(message)
    if (!isId(id)) return
    try {
      const said = await memory.rule(id)
      if (said.state === 'begun' && lane.isRunning(id)) respond(message, { kind: 'running', id, ledger })
      else tell(message, said, { id, ledger })
    } catch {
      // No answer is no proof: the question is put again.
    }
  }
}

function tell(message: Msg, said: RememberedExchange, about: Envelope = {}): void {
  if (said.state === 'failed') {
    respond(message, { ...about, kind: 'failed' }, JSON.stringify(said.failure))
  } else if (said.state === 'answered') {
    const { answer } = said
    const kind: Kind = answer === undefined ? 'forgotten' : 'answered'
    respond(message, { ...about, kind }, answer ?? '', { otherwise: () => tell(message, tooLarge(), about) })
  } else {
    respond(message, { ...about, kind: said.state })
  }
}

interface RespondOptions {
  /** Where the answer to this answer goes. */
  readonly reply?: string
  /** What to do when the connection does not take it, as a text that is too large. */
  readonly otherwise?: () => void
}

function respond(message: Msg, envelope: Envelope, text = '', { reply, otherwise }: RespondOptions = {}): void {
  try {
    message.respond(text, { headers: toHeaders(envelope), ...(reply !== undefined && { reply }) })
  } catch {
    // Nothing else is thrown but for a connection that was closed: then no answer leaves any more.
    otherwise?.()
  }
}

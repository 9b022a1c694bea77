import { transportError } from '@nationec/transport'
import type { Envelope } from './envelope.ts'
import { natsError } from './errors.ts'
import { isId } from './ids.ts'
import type { CallEvent, Link } from './link.ts'
import { agentSubject, openSubject } from './subjects.ts'

/** What an agent says when a session is opened. */
export interface Opened {
  readonly agent: string
  readonly session: string
  readonly ledger: string
}

/** Where a till is reached. */
export interface TillAddress {
  readonly till: string
  readonly epoch: number
}

/** Asks a till for a session. Throws what says why there is none: `not-sent`, always. */
export async function openSession(link: Link, { till, epoch }: TillAddress, signal: AbortSignal): Promise<Opened> {
  if (!link.up) throw natsError('FLEET_LINK_DOWN')
  signal.throwIfAborted()
  return new Promise<Opened>((resolve, reject) => {
    let waiting = true
    const stopDown = link.onDown((cause) => end(() => reject(natsError('FLEET_LINK_DOWN', { cause }))))
    const onAbort = (): void => {
      waiting = false
      stopDown()
      reject(signal.reason)
      // The call stays: a session that is opened too late is closed by `hear`.
    }
    signal.addEventListener('abort', onAbort, { once: true })
    let endCall = (): void => {}
    try {
      endCall = link.call(openSubject(till, epoch), {}, '', hear)
    } catch (cause) {
      end(() => reject(cause))
    }

    function hear(event: CallEvent): void {
      const opened = event.type === 'message' ? readOpened(event.envelope) : undefined
      if (opened === undefined) {
        end(() => reject(refusalOf(event)))
      } else if (waiting) {
        end(() => resolve(opened))
      } else {
        endCall()
        link.tell(agentSubject(till, epoch, opened.agent, 'close'), { session: opened.session })
      }
    }

    function end(tell: () => void): void {
      waiting = false
      stopDown()
      signal.removeEventListener('abort', onAbort)
      endCall()
      tell()
    }
  })
}

function readOpened({ kind, agent, session, ledger }: Envelope): Opened | undefined {
  if (kind !== 'opened' || !isId(agent) || !isId(session) || !isId(ledger)) return undefined
  return { agent, session, ledger }
}

function refusalOf(event: CallEvent): Error {
  if (event.type === 'no-responders') return natsError('TILL_OFFLINE')
  if (event.type === 'refused') return natsError('FLEET_FORBIDDEN', { cause: event.cause })
  return transportError('nats', 'OPEN_FAILED', { cause: new Error('what answered there is no agent of nationec') })
}

import { checkAnswer, checkExchange } from './check-exchange.ts'
import type { Definition } from './definition.ts'
import { createDevice } from './device.ts'
import { fromForeign } from './one-door.ts'
import { createPendingExchange, type PendingExchange } from './pending-exchange.ts'
import { systemTimers, type Timers } from './timers.ts'
import type { Connection, ConnectionEnd, ConnectOptions, ExchangeOptions, ExchangeRequest } from './transport.ts'
import { isTransportError, transportError } from './transport-error.ts'

/** Makes the live side of a definition. Nothing opens here. */
export function createConnection(definition: Definition, { timers = systemTimers }: ConnectOptions = {}): Connection {
  const { name, supports } = definition
  const lane = createLane(definition, timers)

  // `async`, so that every failure is a rejection and none is a throw.
  async function exchange(request: ExchangeRequest, options?: ExchangeOptions): Promise<string> {
    lane.refuseIfEnded()
    const checked = checkExchange(definition, request, options)
    return lane.enqueue(createPendingExchange(name, checked, timers, lane.forget))
  }

  async function close(): Promise<void> {
    lane.finish('closed')
    await lane.ended
  }

  return Object.freeze({ name, supports, exchange, close, closed: lane.ended, [Symbol.asyncDispose]: close })
}

/** The order of exchanges: one under way, the others waiting, until the end. */
interface Lane {
  readonly ended: Promise<ConnectionEnd>
  refuseIfEnded(): void
  enqueue(pending: PendingExchange): Promise<string>
  /** Takes out an exchange whose caller has been told. One under way keeps its place until its `send` has ended. */
  forget(pending: PendingExchange): void
  finish(reason: ConnectionEnd['reason'], cause?: unknown): void
}

function createLane(definition: Definition, timers: Timers): Lane {
  const { name } = definition
  const device = createDevice(definition, timers, (cause) => finish('disconnected', cause))
  const waiting = new Set<PendingExchange>()
  let underWay: PendingExchange | undefined
  let endedBy: ConnectionEnd['reason'] | undefined
  let tellEnd: (end: ConnectionEnd) => void = () => {}
  const ended = new Promise<ConnectionEnd>((resolve) => {
    tellEnd = resolve
  })

  return {
    ended,
    refuseIfEnded() {
      if (endedBy !== undefined) throw transportError(name, codeOf(endedBy), { delivery: 'not-sent' })
    },
    enqueue(pending) {
      waiting.add(pending)
      advance()
      return pending.promise
    },
    forget: (pending) => {
      waiting.delete(pending)
    },
    finish,
  }

  function advance(): void {
    for (const pending of waiting) {
      if (underWay !== undefined || endedBy !== undefined) return
      pending.remaining()
      if (pending.settled) continue
      waiting.delete(pending)
      underWay = pending
      void carry(pending)
    }
  }

  /** Brings one exchange over. Ends only when the author's `send` has ended, also when the caller was told before. */
  async function carry(pending: PendingExchange): Promise<void> {
    try {
      pending.enter('opening')
      const session = await device.session(pending.signal)
      const remaining = pending.remaining()
      if (pending.settled) return
      pending.enter('sending')
      const answer = await session.send(pending.request, { signal: pending.signal, remaining })
      pending.resolve(checkAnswer(definition, answer))
    } catch (error) {
      const ours = fromForeign(definition, 'SEND_FAILED', error)
      pending.reject(ours)
      if (pending.phase === 'sending' && isTransportError(ours, 'DISCONNECTED')) finish('disconnected', error)
    } finally {
      underWay = undefined
      advance()
    }
  }

  function finish(reason: ConnectionEnd['reason'], cause?: unknown): void {
    if (endedBy !== undefined) return
    endedBy = reason
    const inFlight = underWay?.phase === 'sending' && !underWay.settled
    for (const pending of [...waiting]) pending.cut(codeOf(reason), cause)
    underWay?.cut(codeOf(reason), cause)
    void device.release().then((failure) => {
      const delivery = inFlight ? 'unknown' : 'not-sent'
      const error = reason === 'closed' ? failure : transportError(name, 'DISCONNECTED', { delivery, cause })
      tellEnd(error === undefined ? { reason } : { reason, error })
    })
  }
}

function codeOf(reason: ConnectionEnd['reason']): 'CLOSED' | 'DISCONNECTED' {
  return reason === 'closed' ? 'CLOSED' : 'DISCONNECTED'
}

import type { Delivery } from '@nationec/errors'
import type { CheckedExchange } from './check-exchange.ts'
import type { TransportRequest } from './contract.ts'
import { createDeadline } from './deadline.ts'
import type { Timers } from './timers.ts'
import { type TransportError, transportError } from './transport-error.ts'

/** How far an exchange has come; only `sending` leaves its outcome open. */
export type Phase = 'waiting' | 'opening' | 'sending'

/** An exchange whose caller is still waiting, or was told that it failed while the far end may yet answer. */
export interface PendingExchange {
  readonly request: TransportRequest
  /** What the caller holds. Settles once; later attempts do nothing. */
  readonly promise: Promise<string>
  /** Aborted when the caller is told of a failure before `send` has ended. */
  readonly signal: AbortSignal
  readonly phase: Phase
  readonly settled: boolean
  enter(phase: Phase): void
  resolve(answer: string): void
  reject(error: TransportError<string>): void
  /** Tells the caller at once, with the delivery that the phase implies, and aborts the signal. */
  cut(code: 'TIMEOUT' | 'ABORTED' | 'CLOSED' | 'DISCONNECTED', cause?: unknown): void
  /**
   * Gives the milliseconds left. Cuts the exchange if there are none, also when the timer is late because the event
   * loop was busy.
   */
  remaining(): number
}

/**
 * Starts to wait: for the caller's signal and for the deadline.
 *
 * @param onSettled called once, when the caller has been told
 */
export function createPendingExchange(
  transport: string,
  { request, signal, deadline: milliseconds }: CheckedExchange,
  timers: Timers,
  onSettled: (pending: PendingExchange) => void,
): PendingExchange {
  const { promise, resolve, reject } = withResolvers<string>()
  const controller = new AbortController()
  const deadline = createDeadline({ timers, signal, milliseconds, onEnd: (end, cause) => pending.cut(end, cause) })
  let phase: Phase = 'waiting'
  let settled = false

  const pending: PendingExchange = {
    request,
    promise,
    signal: controller.signal,
    get phase() {
      return phase
    },
    get settled() {
      return settled
    },
    enter: (next) => {
      phase = next
    },
    resolve: (answer) => settle(() => resolve(answer)),
    reject: (error) => settle(() => reject(error)),
    cut(code, cause) {
      if (settled) return
      const delivery: Delivery = phase === 'sending' ? 'unknown' : 'not-sent'
      const error = transportError(transport, code, { delivery, cause })
      settle(() => reject(error))
      controller.abort(error)
    },
    remaining() {
      const left = deadline.remaining()
      if (left === 0) pending.cut('TIMEOUT')
      return left
    },
  }
  return pending

  function settle(tell: () => void): void {
    if (settled) return
    settled = true
    deadline.clear()
    tell()
    onSettled(pending)
  }
}

function withResolvers<Value>(): {
  promise: Promise<Value>
  resolve: (value: Value) => void
  reject: (error: unknown) => void
} {
  let resolve: (value: Value) => void = () => {}
  let reject: (error: unknown) => void = () => {}
  const promise = new Promise<Value>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}

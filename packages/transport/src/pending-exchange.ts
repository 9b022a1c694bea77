import type { Delivery } from '@nationec/errors'
import type { CheckedExchange } from './check-exchange.ts'
import type { TransportRequest } from './contract.ts'
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
  /** Cuts the exchange if its time is over, also when the timer is late because the event loop was busy. */
  cutIfLate(): void
}

/**
 * Starts to wait: for the caller's signal and for the deadline.
 *
 * @param onSettled called once, when the caller has been told
 */
export function createPendingExchange(
  transport: string,
  { request, signal, deadline }: CheckedExchange,
  timers: Timers,
  onSettled: (pending: PendingExchange) => void,
): PendingExchange {
  const { promise, resolve, reject } = withResolvers<string>()
  const controller = new AbortController()
  const due = timers.now() + deadline
  let phase: Phase = 'waiting'
  let settled = false
  let timer = timers.setTimeout(onTimer, deadline)
  signal?.addEventListener('abort', onAbort, { once: true })

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
    cutIfLate: () => {
      if (timers.now() >= due) pending.cut('TIMEOUT')
    },
  }
  return pending

  function settle(tell: () => void): void {
    if (settled) return
    settled = true
    timers.clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
    tell()
    onSettled(pending)
  }

  function onAbort(): void {
    pending.cut('ABORTED', signal?.reason)
  }

  // Some runtimes fire a fraction of a millisecond early, and nobody may be told of a timeout before its time.
  function onTimer(): void {
    const left = due - timers.now()
    if (left > 0) timer = timers.setTimeout(onTimer, Math.ceil(left))
    else pending.cut('TIMEOUT')
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

import { createDeadline, type DeadlineEnd, type Timers } from '@nationec/transport'
import { CentreError, centreError } from '../errors/centre-error.ts'
import type { HttpAnswer, HttpRequest, HttpSend } from './http-send.ts'

/** What one exchange is done with. */
export interface ExchangeParts {
  readonly send: HttpSend
  readonly timers: Timers
  /** The most bytes an answer may have. */
  readonly limit: number
  /** Milliseconds from now on. */
  readonly deadline: number
  readonly signal: AbortSignal | undefined
}

/**
 * Sends a request once and says of every failure what became of it.
 *
 * Until the request may have begun to leave, a failure is `not-sent`; from then on `unknown`, for every cause. An
 * answer that comes after the deadline is dropped.
 */
export async function exchange(request: HttpRequest, parts: ExchangeParts): Promise<HttpAnswer> {
  const { send, timers, limit, signal } = parts
  if (signal?.aborted === true) throw new CentreError('CENTRE_ABORTED', { delivery: 'not-sent', cause: signal.reason })
  const cutting = new AbortController()
  let left = false
  const deliveryNow = (): 'unknown' | 'not-sent' => (left ? 'unknown' : 'not-sent')

  return new Promise<HttpAnswer>((resolve, reject) => {
    const cut = (end: DeadlineEnd, cause?: unknown): void => {
      deadline.clear()
      reject(new CentreError(`CENTRE_${end}`, { delivery: deliveryNow(), cause }))
      cutting.abort()
    }
    const deadline = createDeadline({ timers, signal, milliseconds: parts.deadline, onEnd: cut })
    const leaving = (): void => {
      if (deadline.remaining() === 0) cut('TIMEOUT')
      cutting.signal.throwIfAborted() // the caller has stopped waiting: nothing may leave
      left = true
    }
    send(request, { signal: cutting.signal, limit, leaving }).then(
      (answer) => {
        deadline.clear()
        resolve(answer)
      },
      (error: unknown) => {
        deadline.clear()
        reject(failure(error, deliveryNow()))
      },
    )
  })
}

/** The one door from foreign errors to ours; their texts stay in the cause. */
function failure(error: unknown, delivery: 'unknown' | 'not-sent'): CentreError {
  if (error instanceof CentreError) {
    return error.delivery === delivery
      ? error
      : new CentreError(error.code, { delivery, details: error.details, cause: error.cause })
  }
  return delivery === 'unknown'
    ? new CentreError('CENTRE_LINK_LOST', { cause: error })
    : centreError('CENTRE_UNREACHABLE', undefined, undefined, error)
}

import { isNationEcError } from '@nationec/errors'
import { checkOptions } from './check-exchange.ts'
import { createDeadline } from './deadline.ts'
import type { Interceptor, InterceptorContext } from './interceptor.ts'
import { createPassage } from './passage.ts'
import type { Timers } from './timers.ts'
import type { Connection, ExchangeOptions, ExchangeRequest, Transport } from './transport.ts'
import { transportError } from './transport-error.ts'

/** An exchange on its way through interceptors. */
export interface InterceptedExchange {
  readonly promise: Promise<string>
  /** Ends it from outside. While the inner exchange is under way that one knows better, and its outcome counts. */
  cut(code: 'TIMEOUT' | 'ABORTED' | 'CLOSED' | 'DISCONNECTED', cause?: unknown): void
}

/** What an exchange through interceptors is made of. */
export interface InterceptedParts {
  readonly transport: Transport
  readonly interceptors: readonly Interceptor[]
  readonly inner: Connection
  readonly timers: Timers
  readonly request: ExchangeRequest
  readonly options: ExchangeOptions | undefined
}

/** Starts an exchange through interceptors. Throws if its options are wrong or its signal is aborted already. */
export function createInterceptedExchange(parts: InterceptedParts): InterceptedExchange {
  const { transport, interceptors, inner, timers, request } = parts
  const { name } = transport
  const { signal, deadline: milliseconds } = checkOptions(transport, parts.options)
  const controller = new AbortController()
  const context: InterceptorContext = { transport: name, signal: controller.signal, timers }
  const passage = createPassage(name, {
    send: (passed) => inner.exchange(passed, { signal, deadline: deadline.remaining() }),
    // One turn for the interceptors to say something about the inner outcome, then the cut counts.
    onEnd: () => {
      if (ending !== undefined) lastTurn = timers.setTimeout(conclude, 0)
    },
  })

  let ending: { code: 'TIMEOUT' | 'ABORTED' | 'CLOSED' | 'DISCONNECTED'; cause: unknown } | undefined
  let lastTurn: unknown
  let rejectNow: (error: unknown) => void = () => {}
  const cutShort = new Promise<never>((_, reject) => {
    rejectNow = reject
  })
  const deadline = createDeadline({ timers, signal, milliseconds, onEnd: cut })
  return { promise: run(), cut }

  async function run(): Promise<string> {
    try {
      const answer: unknown = await Promise.race([dispatch(0, request), cutShort])
      if (typeof answer !== 'string') throw transportError(name, 'ANSWER_NOT_TEXT', { delivery: passage.delivery })
      return answer
    } catch (error) {
      throw fromInterceptor(error)
    } finally {
      deadline.clear()
      timers.clearTimeout(lastTurn)
      passage.shut()
    }
  }

  async function dispatch(index: number, passed: ExchangeRequest): Promise<string> {
    const interceptor = interceptors[index]
    if (interceptor === undefined) return passage.pass(passed)
    return interceptor(
      passed,
      (further) => {
        const rest = dispatch(index + 1, further)
        // An interceptor may answer without waiting for what it started; a failure of that must not end the process.
        rest.catch(() => {})
        return rest
      },
      context,
    )
  }

  /** The one door for interceptors: none may say `not-sent` of a request that has left. */
  function fromInterceptor(error: unknown): unknown {
    const { delivery } = passage
    if (isNationEcError(error) && !(error.delivery === 'not-sent' && delivery === 'unknown')) return error
    return transportError(name, 'INTERCEPTOR_FAILED', { delivery, cause: error })
  }

  function cut(code: 'TIMEOUT' | 'ABORTED' | 'CLOSED' | 'DISCONNECTED', cause?: unknown): void {
    ending ??= { code, cause }
    passage.shut()
    controller.abort(transportError(name, code, { delivery: passage.delivery, cause }))
    if (!passage.busy) conclude()
  }

  function conclude(): void {
    if (ending === undefined) return
    rejectNow(transportError(name, ending.code, { delivery: passage.delivery, cause: ending.cause }))
  }
}

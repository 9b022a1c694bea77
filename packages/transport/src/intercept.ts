import { createInterceptedExchange, type InterceptedExchange } from './intercepted-exchange.ts'
import type { Interceptor } from './interceptor.ts'
import { systemTimers, type Timers } from './timers.ts'
import type { Connection, ConnectOptions, ExchangeOptions, ExchangeRequest, Transport } from './transport.ts'

/**
 * Puts layers around every exchange of a transport. The result is a transport again, so that layers compose.
 *
 * The first interceptor is the outermost. The deadline, the caller's signal and `close` also end an interceptor that
 * hangs. Several exchanges may be inside interceptors at a time; they reach the device one by one, in the order in
 * which `next` is called.
 *
 * @example
 * ```ts
 * import { intercept } from '@nationec/transport'
 * import { mockTransport } from '@nationec/transport-mock'
 *
 * const counted = intercept(mockTransport((text) => text), async (request, next) => {
 *   const answer = await next(request)
 *   console.log(`${request.text.length} characters out, ${answer.length} in`)
 *   return answer
 * })
 * await using connection = counted.connect()
 * await connection.exchange({ text: '{}' })
 * ```
 */
export function intercept(transport: Transport, ...interceptors: readonly Interceptor[]): Transport {
  return Object.freeze({
    ...transport,
    connect: (options?: ConnectOptions) =>
      interceptConnection(transport, interceptors, transport.connect(options), options?.timers ?? systemTimers),
  })
}

function interceptConnection(
  transport: Transport,
  interceptors: readonly Interceptor[],
  inner: Connection,
  timers: Timers,
): Connection {
  const { name, supports, closed } = inner
  const live = new Set<InterceptedExchange>()
  void closed.then(({ reason }) => cutAll(reason === 'closed' ? 'CLOSED' : 'DISCONNECTED'))

  async function exchange(request: ExchangeRequest, options?: ExchangeOptions): Promise<string> {
    const intercepted = createInterceptedExchange({ transport, interceptors, inner, timers, request, options })
    live.add(intercepted)
    try {
      return await intercepted.promise
    } finally {
      live.delete(intercepted)
    }
  }

  async function close(): Promise<void> {
    cutAll('CLOSED')
    await inner.close()
  }

  function cutAll(code: 'CLOSED' | 'DISCONNECTED'): void {
    for (const intercepted of [...live]) intercepted.cut(code)
  }

  return Object.freeze({ name, supports, exchange, close, closed, [Symbol.asyncDispose]: close })
}

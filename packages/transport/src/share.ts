import type { Connection, ConnectionEnd, ExchangeOptions, ExchangeRequest, Transport } from './transport.ts'
import { isTransportError, transportError } from './transport-error.ts'

/**
 * Makes every connection of a transport a view of one: a device that only one may have serves several users of this
 * process, one exchange at a time, in the order of their calls.
 *
 * The device is opened by the first exchange of any view, and released when the last view is closed. A lost link ends all
 * views; the next connection opens the device anew.
 *
 * @example
 * ```ts
 * import { share } from '@nationec/transport'
 * import { mockTransport } from '@nationec/transport-mock'
 *
 * const shared = share(mockTransport((text) => text))
 * await using cashier = shared.connect()
 * await using centre = shared.connect()
 * console.log(await Promise.all([cashier.exchange({ text: '1' }), centre.exchange({ text: '2' })])) // [ '1', '2' ]
 * ```
 */
export function share(transport: Transport): Transport {
  let current: Shared | undefined
  return Object.freeze({
    ...transport,
    connect(options) {
      if (current === undefined) {
        const made: Shared = { connection: transport.connect(options), views: 0 }
        current = made
        void made.connection.closed.then(() => drop(made))
      }
      return viewOf(current, () => drop(current))
    },
  } satisfies Transport)

  function drop(ended: Shared | undefined): void {
    if (current === ended) current = undefined
  }
}

interface Shared {
  readonly connection: Connection
  views: number
}

/** @param onLast called when no view is left, before the device is released */
function viewOf(shared: Shared, onLast: () => void): Connection {
  const { connection } = shared
  const { name, supports } = connection
  const closing = new AbortController()
  let release: Promise<void> | undefined
  let tellClosed: (end: ConnectionEnd) => void = () => {}
  const closed = Promise.race([
    connection.closed,
    new Promise<ConnectionEnd>((resolve) => {
      tellClosed = resolve
    }),
  ])
  shared.views += 1

  async function exchange(request: ExchangeRequest, options: ExchangeOptions = {}): Promise<string> {
    if (closing.signal.aborted) throw transportError(name, 'CLOSED', { delivery: 'not-sent' })
    const { signal } = options
    const either = signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal])
    try {
      return await connection.exchange(request, { ...options, signal: either })
    } catch (error) {
      // Given up because this view was closed, which is what its caller has to hear.
      const isOurs = closing.signal.aborted && signal?.aborted !== true && isTransportError(error, 'ABORTED')
      throw isOurs ? transportError(name, 'CLOSED', { delivery: error.delivery }) : error
    }
  }

  function close(): Promise<void> {
    release ??= (async () => {
      closing.abort()
      shared.views -= 1
      if (shared.views > 0) return tellClosed({ reason: 'closed' })
      onLast()
      await connection.close()
      tellClosed(await connection.closed)
    })()
    return release
  }

  return Object.freeze({ name, supports, exchange, close, closed, [Symbol.asyncDispose]: close })
}

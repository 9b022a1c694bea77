import { type Connection, isTransportError, type Timers, type Transport } from '@nationec/transport'
import type { CallOptions } from './options.ts'

/** The client's hold on its transport: one connection at a time, a new one after a lost link. */
export interface Line {
  exchange(text: string, options: CallOptions): Promise<string>
  close(): Promise<void>
}

/**
 * Keeps a connection for the client.
 *
 * A connection ends with a lost link, and the exchange that was under way has failed with `unknown`. The next call
 * waits until the device is released and opens a new connection: that repeats no request. After `close` the ended
 * connection stays, and refuses every call.
 */
export function createLine(transport: Transport, timers: Timers | undefined): Line {
  let current: Connection | undefined
  let released: Promise<unknown> = Promise.resolve()
  let closing = false

  function connection(): Connection {
    if (current !== undefined) return current
    const opened = transport.connect({ timers })
    current = opened
    void opened.closed.then(() => letGo(opened))
    return opened
  }

  function letGo(ended: Connection): void {
    if (closing || current !== ended) return
    released = ended.closed
    current = undefined
  }

  return {
    async exchange(text, { url, signal, deadline }) {
      await released
      const used = connection()
      try {
        return await used.exchange({ url, text }, { signal, deadline })
      } catch (error) {
        if (isTransportError(error, 'DISCONNECTED')) letGo(used)
        throw error
      }
    },
    async close() {
      closing = true
      await connection().close()
    },
  }
}

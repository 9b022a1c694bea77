import type { Connection, Timers, Transport } from '@nationec/transport'
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
 * opens a new connection: that repeats no request. After `close` the ended connection stays, and refuses every call.
 */
export function createLine(transport: Transport, timers: Timers | undefined): Line {
  let current: Connection | undefined
  let closing = false

  function connection(): Connection {
    if (current !== undefined) return current
    const opened = transport.connect({ timers })
    current = opened
    void opened.closed.then(({ reason }) => {
      if (reason === 'disconnected' && !closing && current === opened) current = undefined
    })
    return opened
  }

  return {
    async exchange(text, { url, signal, deadline }) {
      return connection().exchange({ url, text }, { signal, deadline })
    },
    async close() {
      closing = true
      await connection().close()
    },
  }
}

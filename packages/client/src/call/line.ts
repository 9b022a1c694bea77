import { optionError, requireOption } from '@nationec/errors'
import { aTransport, type Connection, isTransportError, type Timers, type Transport } from '@nationec/transport'
import type { CallOptions } from './options.ts'
import { waitForDevice } from './wait-for-device.ts'

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
 *
 * @throws `OPTION_INVALID` for something that is no transport
 */
export function createLine(transport: Transport, timers: Timers | undefined): Line {
  requireOption(typeof transport?.connect === 'function', 'transport', aTransport, optionError)
  let current: Connection | undefined
  /** There while the device of a lost link is not released yet. */
  let releasing: Promise<unknown> | undefined
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
    current = undefined
    releasing = ended.closed.then(() => {
      releasing = undefined
    })
  }

  return {
    async exchange(text, { url, signal, deadline }) {
      const left =
        releasing === undefined ? deadline : await waitForDevice(transport, releasing, { signal, deadline, timers })
      const used = connection()
      try {
        return await used.exchange({ url, text }, { signal, deadline: left })
      } catch (error) {
        if (isTransportError(error, 'DISCONNECTED')) letGo(used)
        throw error
      }
    },
    async close() {
      closing = true
      // Also wait for a device that is still being released after a lost link, so the terminal is free once `close` resolves.
      await Promise.all([connection().close(), releasing])
    },
  }
}

import { aFunction, type OptionNames, requireKnownOptions, requireOption } from '@nationec/errors'
import {
  defineTransport,
  optionErrorOf,
  type Transport,
  type TransportSession,
  type TransportSpec,
} from '@nationec/transport'
import { fromHandler, type MockHandler } from './handler.ts'
import { type MockLink, mockLink, socketOf } from './mock-link.ts'

/** Settings of {@link mockTransport}. */
export interface MockTransportOptions {
  /** Name in errors and logs. Default `mock`. */
  readonly name?: string | undefined
  /** The business address for exchanges that name none. Default: an empty string. */
  readonly url?: string | undefined
  /** Smaller limits, to play a smaller medium. Default: those of the specification. */
  readonly limits?: TransportSpec['limits']
  /** Milliseconds an exchange may take. Default 120,000, as for every transport. */
  readonly deadline?: number | undefined
  /** A link from `mockLink()`, to pull the cable by hand. */
  readonly link?: MockLink | undefined
}

const OPTIONS: OptionNames<MockTransportOptions> = { name: true, url: true, limits: true, deadline: true, link: true }

/**
 * Makes a transport whose far end is your function: no device, the same rules, the same errors.
 *
 * `handler` gets the text of each request and gives the text of its answer, now or later; `simulator.handle` fits as it
 * is. An exchange that is given up ends at once, also when the handler ignores its signal: what it gives later is dropped.
 *
 * @throws `OPTION_INVALID` for an option that is wrong
 *
 * @example
 * ```ts
 * import { mockTransport } from '@nationec/transport-mock'
 *
 * const transport = mockTransport(() => '{"orgId":"H33010200001","code":0,"message":"成功","data":{}}')
 * await using connection = transport.connect()
 * console.log(await connection.exchange({ text: '{"orgId":"H33010200001","transType":"ec.query","data":{}}' }))
 * ```
 */
export function mockTransport(handler: MockHandler, options: MockTransportOptions = {}): Transport {
  const invalid = optionErrorOf('mock')
  requireKnownOptions(options, OPTIONS, invalid)
  requireOption(typeof handler === 'function', 'handler', aFunction, invalid)
  const { name = 'mock', link = mockLink(), url, limits, deadline } = options
  const socket = socketOf(name, link)
  return defineTransport({
    specVersion: 1,
    name,
    supports: { cancel: true, disconnectEvents: true },
    url,
    limits,
    deadline,
    open: async ({ onDisconnect }) => {
      const unplug = socket.plug(onDisconnect)
      return { ...openHandler(name, handler), close: unplug }
    },
  })
}

function openHandler(name: string, handler: MockHandler): Pick<TransportSession, 'send'> {
  return {
    async send({ url, text }, { signal, remaining }) {
      try {
        return await endedBy(signal, async () => handler(text, { url, signal, remaining }))
      } catch (error) {
        throw fromHandler(name, error)
      }
    },
  }
}

/** Gives what `work` gives, or ends when the signal aborts; what `work` gives after that is dropped. */
async function endedBy<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
  let onAbort = (): void => {}
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason)
  })
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await Promise.race([work(), aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

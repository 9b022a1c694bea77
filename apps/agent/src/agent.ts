import {
  type BilingualText,
  fromTo,
  type OptionNames,
  optionError,
  requireKnownOptions,
  requireOption,
} from '@nationec/errors'
import { aWait, isWait } from '@nationec/transport'
import type { AgentOptions, ListenOptions, TillsOptions } from './agent-options.ts'
import { createParts } from './agent-parts.ts'
import { checkAgentOptions } from './check-agent-options.ts'
import { createApp } from './http/app.ts'
import { unknownOperations } from './ledger/unknown-operations.ts'
import { usualPorts } from './listeners/usual-ports.ts'
import { type Listening, serve } from './serve.ts'
import type { ServedTill } from './tills/serve-till.ts'

/** How an agent ends. */
interface StopOptions {
  /** Milliseconds. Default 20,000. */
  readonly within?: number | undefined
}

/** Where an agent listens. */
export interface Listens {
  readonly url: string
  readonly port: number
  /** The address that lets the console in, once; with several tills, see `tills`. */
  readonly startUrl: string
  /** The address of each till where there are several, and the one that lets its console in, once. */
  readonly tills: Readonly<Record<string, { readonly url: string; readonly startUrl: string }>>
}

/** An agent: it owns the terminal, and serves pages and programs of this machine. */
export interface Agent {
  /** Listens at an address of its own. */
  listen(options?: ListenOptions): Promise<Listens>
  /**
   * The HTTP face by itself, for servers that are there already: mounted there, it answers under the loopback names and
   * those of `hosts`, behind any port.
   */
  readonly fetch: (request: Request) => Response | Promise<Response>
  /**
   * Takes no new work, lets the terminal finish what it is at, and ends. What is not done after `within` milliseconds
   * (default 20,000) is given up. `parked`: something was, or an outcome is unknown still; the ledger says which.
   */
  stop(options?: StopOptions): Promise<'done' | 'parked'>
  /** Ends the waiting of {@link stop} now. */
  hurry(): void
  [Symbol.asyncDispose](): Promise<void>
}

const PATIENCE = 20_000

/**
 * Makes the local agent: one process that owns the terminal and lets paired pages and programs use it.
 *
 * Every operation that moves money needs an `Idempotency-Key` and is in the ledger before it leaves; an unknown outcome
 * stays unknown until the ledger proves it or a person decides. It listens on this machine only.
 *
 * @throws `OPTION_INVALID`, `LEDGER_LOCKED`, `LEDGER_DAMAGED`, `LEDGER_NEWER`, `LEDGER_UNREACHABLE`, `LEDGER_FULL`
 *
 * @example
 * ```ts
 * import { createAgent } from '@nationec/agent'
 * import { createSimulator } from '@nationec/simulator'
 * import { mockTransport } from '@nationec/transport-mock'
 *
 * const simulator = createSimulator({ seed: 7 })
 * const agent = await createAgent({ orgId: 'H33010200001', transport: mockTransport(simulator.handle) })
 * const { url } = await agent.listen({ port: 0 })
 * console.log(await (await fetch(`${url}livez`)).json()) // { status: 'ok' }
 * await agent.stop()
 * ```
 */
export async function createAgent(options: AgentOptions | TillsOptions): Promise<Agent> {
  checkAgentOptions(options)
  const { receivePush } = options
  let listening: Listening | undefined
  let isReached = false
  const parts = await createParts(options, { port: () => listening?.port, isReached: () => isReached })
  const { work, ledger, tills, faces, acceptPush } = parts
  const app = createApp(parts, { faces, receivePush, acceptPush })
  let stopped: Promise<'done' | 'parked'> | undefined

  async function stopNow(within: number): Promise<'done' | 'parked'> {
    parts.stopStreams()
    const outcome = await work.stop(within)
    await listening?.close(1_000)
    const unknown = await unknownOperations(ledger)
    await parts.close()
    return unknown.length > 0 ? 'parked' : outcome
  }

  async function stop(given: StopOptions = {}): Promise<'done' | 'parked'> {
    requireKnownOptions(given, STOP, optionError)
    const { within = PATIENCE } = given
    requireOption(isWait(within), 'within', aWait, optionError)
    stopped ??= stopNow(within)
    return stopped
  }

  return {
    fetch: app.fetch,
    async listen(given = {}) {
      requireKnownOptions(given, LISTEN, optionError)
      const { port, host = '127.0.0.1', allowRemote = false } = given
      requireOption(port === undefined || isPort(port), 'port', aPort, optionError)
      requireOption(allowRemote === true || LOOPBACK.has(host), 'host', thisMachine, optionError)
      const ports = port === undefined ? usualPorts : [port]
      isReached = !LOOPBACK.has(host)
      listening = await serve({ fetch: app.fetch, host, ports })
      const shown = host.includes(':') ? `[${host}]` : host
      const url = `http://${shown}:${listening.port}/`
      return { url, port: listening.port, ...startsOf(tills, url) }
    },
    stop,
    hurry: work.hurry,
    async [Symbol.asyncDispose]() {
      await stop()
    },
  }
}

/** The addresses that let the console of a till in, once. */
function startsOf(tills: readonly ServedTill[], url: string): Pick<Listens, 'startUrl' | 'tills'> {
  const start = ({ pairings }: ServedTill, at: string) => `${at}#start=${pairings.startCode}`
  const [only] = tills
  if (only !== undefined && only.name === undefined) return { startUrl: start(only, url), tills: {} }
  const named = tills.map((till) => {
    const at = `${url}tills/${till.name}/`
    return [String(till.name), { url: at, startUrl: start(till, at) }] as const
  })
  return { startUrl: url, tills: Object.fromEntries(named) }
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1'])

const LISTEN: OptionNames<ListenOptions> = { port: true, host: true, allowRemote: true }
const STOP: OptionNames<StopOptions> = { within: true }
const aPort: BilingualText = fromTo(0, 65_535, { en: 'a whole number', zh: '整数' })
const thisMachine: BilingualText = {
  en: '127.0.0.1, localhost or ::1 unless `allowRemote` is set',
  zh: '127.0.0.1、localhost 或 ::1；监听其他地址须显式设置 `allowRemote`',
}

function isPort(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 65_535
}

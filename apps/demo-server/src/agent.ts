import { join } from 'node:path'
import { createClient } from '@nationec/client'
import { defaultProfile } from '@nationec/protocol'
import { intercept } from '@nationec/transport'
import type { AgentContext } from './agent-context.ts'
import type { AgentOptions, ListenOptions } from './agent-options.ts'
import { agentError } from './errors/agent-error.ts'
import { createEventLog } from './events/event-log.ts'
import { createOpenStreams } from './events/open-streams.ts'
import { createApp } from './http/app.ts'
import { describeError } from './http/problem.ts'
import { openStorage } from './journal/open-journal.ts'
import { usualJournalDays } from './journal/retention.ts'
import { createLogger } from './logs/logger.ts'
import { createMetrics } from './metrics/metrics.ts'
import { createBooks } from './operations/books.ts'
import { createForgetOld } from './operations/forget-old.ts'
import { createOperationRunner } from './operations/run-operation.ts'
import { createPages } from './pages/pages.ts'
import { createPairings } from './pairing/pairings.ts'
import { openTokenStore } from './pairing/token-store.ts'
import { createPushBook } from './pushes/push-book.ts'
import { allEndpoints } from './routes/all-endpoints.ts'
import { pendingBody } from './routes/pairing-routes.ts'
import { createOrigins } from './security/origins.ts'
import { type Listening, serve } from './serve.ts'
import { followLink } from './terminal/follow-link.ts'
import { followSimulator } from './terminal/follow-simulator.ts'
import { createTextExchange } from './terminal/text-exchange.ts'
import { createTraceLog } from './trace/trace-log.ts'
import { version } from './version.ts'
import { createWorkInHand } from './work-in-hand.ts'

/** An agent: it owns the terminal, and serves pages and programs of this machine. */
export interface Agent {
  /** Listens; gives the address, which lets the console in once. */
  listen(options?: ListenOptions): Promise<{ readonly url: string; readonly startUrl: string; readonly port: number }>
  /** The HTTP face by itself, for tests and for servers that are there already. The `Host` must be the agent's. */
  readonly fetch: (request: Request) => Response | Promise<Response>
  /**
   * Takes no new work, lets the terminal finish what it is at, and ends. What is not done after `within` milliseconds
   * (default 20,000) is given up: its outcome is unknown, and the journal says so.
   */
  stop(options?: { readonly within?: number | undefined }): Promise<'done' | 'parked'>
  /** Ends the waiting of {@link stop} now. */
  hurry(): void
  [Symbol.asyncDispose](): Promise<void>
}

/** The ports that pages look for an agent at, in this order. */
export const usualPorts: readonly number[] = [33_910, 33_911, 33_912, 33_913, 33_914]

const DAY = 24 * 60 * 60 * 1000
const PATIENCE = 20_000

/**
 * Makes the local agent: one process that owns the terminal and lets paired pages and programs use it.
 *
 * Every operation that moves money needs an `Idempotency-Key` and is in the journal before it leaves; an unknown outcome
 * stays unknown until a query or a person resolves it. It listens on this machine only.
 *
 * @throws `JOURNAL_LOCKED`, `JOURNAL_DAMAGED`
 *
 * @example
 * ```ts
 * import { createAgent } from '@nationec/demo-server'
 * import { createSimulator } from '@nationec/simulator'
 * import { mockTransport } from '@nationec/transport-mock'
 *
 * const simulator = createSimulator({ seed: 7 })
 * const agent = await createAgent({ orgId: 'H33010200001', transport: mockTransport(simulator.handle), simulator })
 * const { url } = await agent.listen({ port: 0 })
 * console.log(await (await fetch(`${url}livez`)).json()) // { status: 'ok' }
 * await agent.stop()
 * ```
 */
export async function createAgent(options: AgentOptions): Promise<Agent> {
  const { orgId, simulator, profile = defaultProfile, clock = Date.now, origins: listed = [] } = options
  const logger = options.logger ?? createLogger('silent')
  const storage = await openStorage(options.dataFolder)
  const events = createEventLog()
  const streams = createOpenStreams()
  const work = createWorkInHand()
  let listening: Listening | undefined
  let seen = true

  const tokens = await openTokenStore({
    path: options.dataFolder === undefined ? undefined : join(options.dataFolder, 'tokens.json'),
    clock,
    lifetime: (options.pairingDays ?? 30) * DAY,
  })
  const pairings = createPairings({
    tokens,
    clock,
    onChange(pending) {
      events.tell('pairing', { pending: pendingBody(pending) })
      options.onPairing?.(pending)
    },
  })
  const books = createBooks({ storage, clock, tell: ({ topic, data }) => events.tell(topic, data) })
  const forgetOld = createForgetOld({ books, days: options.journalDays ?? usualJournalDays, clock, logger })
  await forgetOld.now()
  const metrics = createMetrics({
    version,
    transport: options.transport.name,
    clock,
    unknownSince: () => books.index.unknown.map(({ startedAt }) => startedAt),
    streams: () => streams.count,
  })
  const trace = createTraceLog({
    clock,
    watched: () => streams.count > 0,
    onEntry: (entry) => events.tell('trace', entry),
    onExchange(durationMs, outcome, sight) {
      seen = sight ?? seen
      metrics.exchange(outcome, durationMs / 1000)
    },
  })
  const texts = createTextExchange()
  const transport = intercept(options.transport, texts.interceptor, trace.interceptor)
  const client = createClient({ orgId, profile, clock, transport })
  const pushes = createPushBook(clock, (push) => {
    metrics.push(push.source)
    events.tell('push', push)
  })
  const context: AgentContext = {
    version,
    orgId,
    profile,
    clock,
    transportName: options.transport.name,
    client,
    exchangeText: texts.exchangeWith(client, orgId, profile),
    simulator,
    books,
    runOperation: createOperationRunner({
      books,
      describe: describeError,
      admit: work.admit,
      onEnd({ id, kind, code }, outcome) {
        metrics.operation(kind, outcome)
        logger.info({ operation: id, kind, outcome, error: code }, 'operation')
        forgetOld.inPassing()
      },
    }),
    events,
    streams,
    trace,
    pushes,
    tokens,
    pairings,
    origins: createOrigins({ listed, hosts: options.hosts ?? [], port: () => listening?.port ?? 0 }),
    metrics,
    logger,
    work,
    terminalSeen: () => seen && (options.terminalLink?.up ?? true),
  }
  const pages = createPages({ consoleFolder: options.consoleFolder, sdkFolder: options.sdkFolder, origins: listed })
  const app = createApp(context, { endpoints: allEndpoints(context), pages, receivePush: options.receivePush })
  const unfollow = simulator === undefined ? () => {} : followSimulator(simulator, { events, pushes, profile })
  if (options.terminalLink !== undefined) followLink(options.terminalLink, context)
  let stopped: Promise<'done' | 'parked'> | undefined

  async function stopNow(within: number): Promise<'done' | 'parked'> {
    streams.stop()
    const outcome = await work.stop(within)
    await listening?.close(1_000)
    unfollow()
    await client.close()
    await storage.close()
    return outcome
  }

  function stop({ within = PATIENCE }: { readonly within?: number | undefined } = {}): Promise<'done' | 'parked'> {
    stopped ??= stopNow(within)
    return stopped
  }

  return {
    fetch: app.fetch,
    async listen({ port, host = '127.0.0.1', allowRemote = false } = {}) {
      if (!allowRemote && !LOOPBACK.has(host)) throw remoteHost()
      const ports = port === undefined ? usualPorts : [port]
      listening = await serve({ fetch: app.fetch, host, ports })
      const shown = host.includes(':') ? `[${host}]` : host
      const url = `http://${shown}:${listening.port}/`
      return { url, startUrl: `${url}#start=${pairings.startCode}`, port: listening.port }
    },
    stop,
    hurry: work.hurry,
    async [Symbol.asyncDispose]() {
      await stop()
    },
  }
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1'])

function remoteHost(): Error {
  return agentError('AGENT_CONFIG_INVALID', {
    issues: [
      {
        path: 'host',
        rule: 'value',
        text: {
          en: 'must be 127.0.0.1, localhost or ::1 unless allowRemote is set',
          zh: '须为 127.0.0.1、localhost 或 ::1；监听其他地址须显式设置 allowRemote',
        },
      },
    ],
  })
}

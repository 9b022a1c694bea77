import { join } from 'node:path'
import { type Client, createClient } from '@nationec/client'
import { defaultProfile } from '@nationec/protocol'
import { intercept } from '@nationec/transport'
import type { AgentOptions } from './agent-options.ts'
import { createEventLog, type EventLog } from './events/event-log.ts'
import { createOpenStreams } from './events/open-streams.ts'
import type { AppContext } from './http/app.ts'
import { describeError } from './http/problem.ts'
import { openStorage } from './journal/open-journal.ts'
import { usualJournalDays } from './journal/retention.ts'
import { followLink } from './listeners/follow-link.ts'
import { followSimulator } from './listeners/follow-simulator.ts'
import { createLogger, type Logger } from './logs/logger.ts'
import { createMetrics, type Metrics } from './metrics/metrics.ts'
import { plainNumber } from './model/plain-number.ts'
import { type Books, createBooks } from './operations/books.ts'
import { findPushed } from './operations/find-pushed.ts'
import { createForgetOld, type ForgetOld } from './operations/forget-old.ts'
import type { OrderClient } from './operations/order-client.ts'
import { createOperationRunner, type OperationRunner } from './operations/run-operation.ts'
import { createPairings, type Pairings } from './pairing/pairings.ts'
import { openTokenStore, type TokenStore } from './pairing/token-store.ts'
import { createPushBook, type PushBook } from './pushes/push-book.ts'
import type { RouteContext } from './routes/all-endpoints.ts'
import { pendingBody } from './routes/pairing-routes.ts'
import { createOrigins } from './security/origins.ts'
import { createTraceLog, type TraceLog } from './trace/trace-log.ts'
import { version } from './version.ts'
import { createWorkInHand } from './work/work-in-hand.ts'

const DAY = 24 * 60 * 60 * 1000

/** What every part of an agent is made with. */
interface Common {
  readonly options: AgentOptions
  readonly clock: () => number
  readonly events: EventLog
}

/** Makes what the routes of an agent work on; `port` is known once it listens. */
export async function createParts(options: AgentOptions, port: () => number) {
  const { orgId, simulator, profile = defaultProfile, clock = Date.now, origins = [], hosts = [] } = options
  const logger = options.logger ?? createLogger('silent')
  const storage = await openStorage(options.dataFolder)
  const events = createEventLog()
  const streams = createOpenStreams()
  const work = createWorkInHand()
  const common: Common = { options, clock, events }
  const access = await openAccess(common)
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
  const terminal = openTerminal(common, { metrics, watched: () => streams.count > 0 })
  const pushes = createPushes(common, { metrics, books, logger })
  const context: RouteContext & AppContext = {
    agent: { version, orgId, transport: options.transport.name, simulator: simulator !== undefined },
    orgId,
    profile,
    clock,
    // The generation of a profile decides the bodies at run time; the checker of the message has proved them.
    client: terminal.client as unknown as Client & OrderClient,
    terminalSeen: terminal.seen,
    trace: terminal.trace,
    simulator,
    books,
    journal: storage.journal,
    runOperation: createRunner({ books, metrics, forgetOld, logger, admit: work.admit }),
    events,
    streams,
    pushes,
    ...access,
    origins: createOrigins({ listed: origins, hosts, port }),
    metrics,
    logger,
    work,
  }
  if (options.terminalLink !== undefined) followLink(options.terminalLink, context)
  const unfollow = simulator === undefined ? () => {} : followSimulator(simulator, { events, pushes, profile })
  return { context, storage, streams, work, unfollow }
}

/** Who may use the agent: the tokens given out, and the pending pairings. */
async function openAccess({ options, clock, events }: Common): Promise<{ tokens: TokenStore; pairings: Pairings }> {
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
  return { tokens, pairings }
}

/** The terminal with what is seen of it: every exchange is traced and counted. */
interface SeenTerminal {
  readonly client: Client
  readonly trace: TraceLog
  /** Whether the terminal is there, by the last exchange and by what its transport notices. */
  readonly seen: () => boolean
}

function openTerminal(
  { options, clock, events }: Common,
  { metrics, watched }: { readonly metrics: Pick<Metrics, 'exchange'>; readonly watched: () => boolean },
): SeenTerminal {
  const { orgId, profile = defaultProfile } = options
  let seen = true
  const trace = createTraceLog({
    clock,
    watched,
    onEntry: (entry) => events.tell('trace', entry),
    onExchange(durationMs, outcome, sight) {
      seen = sight ?? seen
      metrics.exchange(outcome, durationMs / 1000)
    },
  })
  const client = createClient({ orgId, profile, clock, transport: intercept(options.transport, trace.interceptor) })
  return { client, trace, seen: () => seen && (options.terminalLink?.up ?? true) }
}

interface PushParts {
  readonly metrics: Pick<Metrics, 'push' | 'alarm'>
  readonly books: Books
  readonly logger: Pick<Logger, 'error'>
}

/** Takes pushes; one that fits no order of this agent is told as an alarm besides. */
function createPushes({ clock, events }: Common, { metrics, books, logger }: PushParts): PushBook {
  return createPushBook({
    clock,
    find: (push) => findPushed(books, push),
    tell(push) {
      metrics.push(push.source)
      events.tell('push', push)
      if (push.alarm === undefined) return
      const { alarm, source } = push
      const [payOrdId, medOrgOrd] = [plainNumber(push.payOrdId), plainNumber(push.medOrgOrd)]
      metrics.alarm(alarm)
      logger.error({ alarm, source, payOrdId, medOrgOrd }, 'push of an unknown order')
      events.tell('alarm', push)
    },
  })
}

interface RunnerParts {
  readonly books: Books
  readonly metrics: Pick<Metrics, 'operation'>
  readonly forgetOld: ForgetOld
  readonly logger: Pick<Logger, 'info'>
  readonly admit: () => void
}

function createRunner({ books, metrics, forgetOld, logger, admit }: RunnerParts): OperationRunner {
  return createOperationRunner({
    books,
    describe: describeError,
    admit,
    onEnd({ id, kind, code }, outcome) {
      metrics.operation(kind, outcome)
      logger.info({ operation: id, kind, outcome, error: code }, 'operation')
      forgetOld.inPassing()
    },
  })
}

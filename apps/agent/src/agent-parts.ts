import { join } from 'node:path'
import { type Client, createClient } from '@nationec/client'
import type { LedgerOperation } from '@nationec/ledger'
import { defaultProfile } from '@nationec/protocol'
import { intercept } from '@nationec/transport'
import type { AgentOptions } from './agent-options.ts'
import { createEventLog, type EventLog } from './events/event-log.ts'
import { createOpenStreams } from './events/open-streams.ts'
import type { AppContext } from './http/app.ts'
import type { AgentLedger } from './ledger/agent-ledger.ts'
import { createLateAnswers } from './ledger/late-answers.ts'
import { openAgentLedger } from './ledger/open-ledger.ts'
import { unknownOperations } from './ledger/unknown-operations.ts'
import { followLedger } from './listeners/follow-ledger.ts'
import { followLink } from './listeners/follow-link.ts'
import { createLogger, type Logger } from './logs/logger.ts'
import { createMetrics, type Metrics } from './metrics/metrics.ts'
import { plainNumber } from './model/plain-number.ts'
import { createPairings, type Pairings } from './pairing/pairings.ts'
import { openTokenStore, type TokenStore } from './pairing/token-store.ts'
import { createPushBook, type PushBook } from './pushes/push-book.ts'
import type { RouteContext } from './routes/all-endpoints.ts'
import { pendingBody } from './routes/pairing-routes.ts'
import { createOrigins } from './security/origins.ts'
import { attachSimulator } from './simulator/attach-simulator.ts'
import { createTraceLog, type TraceLog } from './trace/trace-log.ts'
import { version } from './version.ts'
import { createWorkInHand } from './work/work-in-hand.ts'

const DAY = 24 * 60 * 60 * 1000

/** What every part of an agent is made with. */
interface Common {
  readonly options: AgentOptions
  readonly clock: () => number
  readonly events: EventLog
  readonly logger: Logger
}

/** Makes what the routes of an agent work on; `port` is known once it listens. */
export async function createParts(options: AgentOptions, port: () => number) {
  const { orgId, simulator, profile = defaultProfile, clock = Date.now, origins = [], hosts = [] } = options
  const logger = options.logger ?? createLogger('silent')
  const events = createEventLog()
  const streams = createOpenStreams()
  const work = createWorkInHand()
  const common: Common = { options, clock, events, logger }
  let open: AgentLedger | undefined
  const metrics = createMetrics({
    version,
    transport: options.transport.name,
    clock,
    unknownSince: async () => (open === undefined ? [] : unknownOperations(open)),
    streams: () => streams.count,
  })
  const terminal = openTerminal(common, { metrics, watched: () => streams.count > 0 })
  const late = createLateAnswers(() => open, logger)
  const { ledger, books } = await openAgentLedger({
    ...{ client: terminal.client, clock, memories: [late.memory] },
    dataFolder: options.dataFolder,
    keepDays: options.keepDays,
    askByItself: options.askByItself,
    onChange: followLedger(() => open, events),
  })
  open = ledger
  const access = await openAccess(common)
  const pushes = createPushes(common, { metrics, ledger })
  const context: RouteContext & AppContext = {
    agent: { version, orgId, transport: options.transport.name, simulator: simulator !== undefined },
    orgId,
    profile,
    clock,
    client: terminal.client,
    terminalSeen: terminal.seen,
    trace: terminal.trace,
    ledger,
    books,
    onEnd: noteEnds({ metrics, logger }),
    events,
    streams,
    pushes,
    ...access,
    origins: createOrigins({ listed: origins, hosts, port }),
    metrics,
    logger,
    work,
  }
  if (options.terminalLink !== undefined) followLink(options.terminalLink, { ...context, late })
  const simulated = attachSimulator(simulator, { events, pushes, profile, logger })
  return { context, streams, work, simulated }
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
  readonly ledger: Pick<AgentLedger, 'tell'>
}

/** Takes pushes; one that fits no order of this agent is told as an alarm besides. */
function createPushes({ clock, events, logger }: Common, { metrics, ledger }: PushParts): PushBook {
  return createPushBook({
    clock,
    alarmOf: async (push) => (await ledger.tell(push)).alarm,
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

interface EndParts {
  readonly metrics: Pick<Metrics, 'operation'>
  readonly logger: Pick<Logger, 'info'>
}

/** Counts how operations end. Errors of those who watch are ignored: they must not change how an operation ended. */
function noteEnds({ metrics, logger }: EndParts): (operation: LedgerOperation) => void {
  return ({ id, kind, state, code }) => {
    const outcome = state === 'free' ? 'not-sent' : state
    try {
      metrics.operation(kind, outcome)
      logger.info({ operation: id, kind, outcome, error: code }, 'operation')
    } catch {
      // The ledger has it.
    }
  }
}

import { join } from 'node:path'
import type { PaymentPush } from '@nationec/client/notifications'
import { defaultProfile } from '@nationec/protocol'
import type { AgentOptions, TillOptions, TillsOptions } from './agent-options.ts'
import { checkAudit } from './audit/check-audit.ts'
import { createHealthChecks } from './health/health-checks.ts'
import type { Face } from './http/app.ts'
import type { AnyEndpoint } from './http/endpoint.ts'
import type { AgentLedger } from './ledger/agent-ledger.ts'
import { createLateAnswers } from './ledger/late-answers.ts'
import { openAgentLedger } from './ledger/open-ledger.ts'
import { unknownOperations } from './ledger/unknown-operations.ts'
import { followLedger } from './listeners/follow-ledger.ts'
import { createLogger } from './logs/logger.ts'
import { createMetrics } from './metrics/metrics.ts'
import { interfacePage } from './openapi/interface-page.ts'
import { createPages } from './pages/pages.ts'
import { openTokenStore } from './pairing/token-store.ts'
import { tokensOfTill } from './pairing/tokens-of-till.ts'
import { openPeople } from './people/open-people.ts'
import { bundleRoute } from './routes/bundle-route.ts'
import { healthRoutes } from './routes/health-routes.ts'
import { described } from './routes/till-endpoints.ts'
import { openSales } from './sales/open-sales.ts'
import { createOrigins } from './security/origins.ts'
import { type OpenTill, openTill } from './tills/open-till.ts'
import { pushesToTills, type ServedTill, serveTill } from './tills/serve-till.ts'
import type { Shared } from './tills/shared.ts'
import { version } from './version.ts'
import { startWebhooks, type Webhooks } from './webhooks/start-webhooks.ts'
import { createWorkInHand, type WorkInHand } from './work/work-in-hand.ts'

const DAY = 24 * 60 * 60 * 1000

/** An agent in its parts. */
export interface AgentParts extends Pick<Shared, 'logger' | 'metrics'> {
  readonly work: WorkInHand
  readonly ledger: AgentLedger
  readonly tills: readonly ServedTill[]
  readonly faces: readonly [Face, ...Face[]]
  readonly acceptPush: (push: PaymentPush) => Promise<void>
  stopStreams(): void
  /** Lets go of the terminals and the ledger. */
  close(): Promise<void>
}

/** Where the agent listens, known once it does. */
export interface Listened {
  readonly port: () => number | undefined
  /** Whether other machines reach it. */
  readonly isReached: () => boolean
}

/** Makes what an agent is made of. */
export async function createParts(options: AgentOptions | TillsOptions, listens: Listened): Promise<AgentParts> {
  const { profile = defaultProfile, clock = Date.now, dataFolder, keepDays, askByItself } = options
  const { logger = createLogger('silent'), pairingDays = 30 } = options
  const work = createWorkInHand()
  let open: AgentLedger | undefined
  let opened: readonly OpenTill[] = []
  const metrics = createMetrics({
    ...{ version, transport: transportsOf(options), clock },
    unknownSince: async () => (open === undefined ? [] : unknownOperations(open)),
    streams: () => opened.reduce((sum, { streams }) => sum + streams.count, 0),
  })
  const common = { options, profile, clock, logger, metrics, work }
  const [first, ...others] = tillsOf(options).map(([name, till]) => openTill(common, name, till))
  if (first === undefined) throw new Error('an agent without a till')
  opened = [first, ...others]
  const tillOf = (name: string | undefined) => opened.find((till) => till.name === name)
  const late = createLateAnswers(() => open, logger)
  let webhooks: Webhooks | undefined
  const follow = followLedger(
    () => open,
    (till) => tillOf(till)?.events,
  )
  const { ledger, books } = await openAgentLedger({
    ...{ clock, dataFolder, store: options.store, keepDays, askByItself, client: first.client },
    memories: [late.memory, ...(options.memories ?? [])],
    // The centre answers about an order at each of the institution's terminals.
    clientOf: (till) => (tillOf(till) ?? first).client,
    onChange(change) {
      follow(change)
      webhooks?.note(change)
      if (change.table === 'operation' && change.row.state === 'unknown') options.onUnknown?.(change.row)
    },
  })
  open = ledger
  const { orgId, webhooks: servers = [] } = options
  webhooks = startWebhooks(servers, dataFolder, { ledger, orgId, clock, logger, onSent: metrics.webhook })
  const path = dataFolder === undefined ? undefined : join(dataFolder, 'tokens.json')
  const tokens = await openTokenStore({ path, clock, lifetime: pairingDays * DAY })
  const shared: Shared = { ...common, tokens }
  const people = await openPeople({ dataFolder, clock, ledger, refundLimit: options.refundLimit })
  const tills = await Promise.all(
    opened.map(async (till) => {
      const sales = await openSales({ dataFolder, till: till.name, clock, logger, events: till.events })
      return serveTill(shared, till, { ledger, late, people, sales })
    }),
  )
  const checks = createHealthChecks({
    ...{ books, clock, work },
    terminalSeen: () => opened.every(({ seen }) => seen()),
    terminalCode: () => opened.map(({ code }) => code()).find((code) => code !== undefined),
    async checkTerminal() {
      for (const { options: till } of opened) await till.checkTerminal?.()
    },
    checkAudit: () => checkAudit(people.audit),
    checkSettings: options.checkSettings,
    checkWebhooks: async () => webhooks?.check(),
    unknownSince: () => unknownOperations(ledger),
  })
  const health = healthRoutes({ health: checks, metrics, token: options.metricsToken, isReached: listens.isReached })
  const transport = transportsOf(options)
  const bundle = bundleRoute({ ledger, health: checks, metrics, clock, support: options.support, agent: { transport } })
  return {
    ...{ logger, metrics, work, ledger, tills },
    faces: facesOf(shared, { opened, tills, health, bundle, port: listens.port }),
    acceptPush: pushesToTills(ledger, tills),
    stopStreams() {
      for (const { streams } of opened) streams.stop()
    },
    async close() {
      for (const till of tills) till.detach()
      await webhooks?.stop()
      await ledger.close()
      await Promise.all(opened.map(({ client }) => client.close()))
    },
  }
}

function tillsOf(options: AgentOptions | TillsOptions): [name: string | undefined, till: TillOptions][] {
  return 'tills' in options ? Object.entries(options.tills) : [[undefined, options]]
}

function transportsOf(options: AgentOptions | TillsOptions): string {
  return [...new Set(tillsOf(options).map(([, { transport }]) => transport.name))].join(',')
}

interface FaceParts {
  readonly opened: readonly OpenTill[]
  readonly tills: readonly ServedTill[]
  readonly health: readonly AnyEndpoint[]
  readonly bundle: AnyEndpoint
  readonly port: () => number | undefined
}

/** What stands at which address: the only till at the root; several below it, each under its name. */
function facesOf({ options, work, tokens }: Shared, parts: FaceParts): [Face, ...Face[]] {
  const { opened, tills, health, bundle, port } = parts
  const { hosts = [], consoleFolder, docsFolder, sdkFolder } = options
  function face(at: OpenTill | undefined, till: ServedTill | undefined, more: readonly AnyEndpoint[]): Face {
    const base = till?.name === undefined ? '' : `/tills/${till.name}`
    const listed = at?.options.origins ?? []
    const endpoints = described([...(till?.endpoints ?? []), ...more], version, base)
    return {
      base,
      endpoints,
      origins: createOrigins({ listed, hosts, port }),
      admission: { tokens: till?.tokens ?? tokensOfTill(tokens, undefined), work },
      pages: createPages({
        ...{ docsFolder, sdkFolder, origins: listed, interfacePage: () => interfacePage(endpoints, version) },
        consoleFolder: till === undefined ? undefined : consoleFolder,
        tills: till === undefined ? tills.map(({ name }) => String(name)) : [],
      }),
    }
  }

  const [only, ...others] = tills
  if (only !== undefined && others.length === 0 && only.name === undefined)
    return [face(opened[0], only, [...health, bundle])]
  return [face(undefined, undefined, health), ...tills.map((till, index) => face(opened[index], till, [bundle]))]
}

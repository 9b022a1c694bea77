import type { PaymentPush } from '@nationec/client/notifications'
import type { LedgerOperation } from '@nationec/ledger'
import type { SharedOptions, TillOptions } from '../agent-options.ts'
import type { AnyEndpoint } from '../http/endpoint.ts'
import type { AgentLedger } from '../ledger/agent-ledger.ts'
import type { LateAnswers } from '../ledger/late-answers.ts'
import { ledgerOfTill } from '../ledger/till-ledger.ts'
import { followLink } from '../listeners/follow-link.ts'
import { plainNumber } from '../model/plain-number.ts'
import { createPairings, type Pairings } from '../pairing/pairings.ts'
import type { TokenStore } from '../pairing/token-store.ts'
import { tokensOfTill } from '../pairing/tokens-of-till.ts'
import { type People, peopleOfTill } from '../people/till-people.ts'
import { createPushBook, type PushBook, type ReceivedPush } from '../pushes/push-book.ts'
import { pendingBody } from '../routes/pairing-routes.ts'
import { tillEndpoints } from '../routes/till-endpoints.ts'
import { askAfterPush } from '../sales/ask.ts'
import type { SaleBook } from '../sales/sale-book.ts'
import { attachSimulator } from '../simulator/attach-simulator.ts'
import { version } from '../version.ts'
import type { OpenTill } from './open-till.ts'
import type { Shared } from './shared.ts'

/** A till that can be used. */
export interface ServedTill {
  readonly name: string | undefined
  readonly tokens: TokenStore
  readonly pairings: Pairings
  readonly pushes: PushBook
  readonly endpoints: readonly AnyEndpoint[]
  /** Hears no more of its simulator. */
  detach(): void
}

/** What tills have of the ledger that all of them are in. */
export interface Books {
  readonly ledger: AgentLedger
  readonly late: LateAnswers
  readonly people: People
  readonly sales: SaleBook
}

/** Makes what the routes of a till work on, and its routes. */
export function serveTill(shared: Shared, till: OpenTill, { ledger, late, people: all, sales }: Books): ServedTill {
  const { profile, clock, logger, work, options } = shared
  const { name, events, streams, client, trace } = till
  const { orgId } = options
  const tokens = tokensOfTill(shared.tokens, name)
  const pairings = pairingsOf(shared, till, tokens)
  const people = peopleOfTill(all, name, needsSignOn(options, till.options))
  const terminal = { client, profile, orgId, clock }
  const money = { ledger: ledgerOfTill(ledger, name), work, people, onEnd: noteEnds(shared) }
  const selling = { ...terminal, ...money, sales }
  const pushes = pushesOf(shared, till, ledger, (push) => askAfterPush({ ...selling, logger }, push))
  if (till.options.terminalLink !== undefined) followLink(till.options.terminalLink, { pushes, late, profile, logger })
  const { simulator } = till.options
  const simulated = attachSimulator(simulator, { events, pushes, profile, logger })
  const about = { version, orgId, transport: till.options.transport.name, simulator: simulator !== undefined }
  const endpoints = tillEndpoints({
    about: { ...about, till: name },
    access: { tokens, pairings, work },
    terminal,
    money,
    sales,
    people,
    watch: { events, streams, pushes, trace, tokens },
    plugged: simulated.endpoints,
  })
  return { name, tokens, pairings, pushes, endpoints, detach: simulated.detach }
}

/** A demonstration stays one command: a simulated terminal needs no sign-on. */
function needsSignOn({ signOn }: SharedOptions, { simulator, transport }: TillOptions): boolean {
  return signOn ?? (simulator === undefined && transport.name !== 'simulator')
}

function pairingsOf({ clock, options }: Shared, { name, events }: OpenTill, tokens: TokenStore): Pairings {
  return createPairings({
    ...{ tokens, clock, till: name },
    onChange(pending) {
      events.tell('pairing', { pending: pendingBody(pending) })
      options.onPairing?.(pending)
    },
  })
}

/** Takes pushes; one that fits no order of this agent is told as an alarm besides. */
function pushesOf(
  { clock, logger, metrics }: Shared,
  { events, name }: OpenTill,
  ledger: AgentLedger,
  ask: (push: ReceivedPush) => Promise<void>,
): PushBook {
  return createPushBook({
    clock,
    alarmOf: async (push) => (await ledger.tell(push)).alarm,
    tell(push) {
      metrics.push(push.source, name)
      events.tell('push', push)
      ask(push).catch((error: unknown) => logger.error({ error }, 'question after a push'))
      if (push.alarm === undefined) return
      const { alarm, source } = push
      const [payOrdId, medOrgOrd] = [plainNumber(push.payOrdId), plainNumber(push.medOrgOrd)]
      metrics.alarm(alarm, name)
      logger.error({ alarm, source, payOrdId, medOrgOrd }, 'push of an unknown order')
      events.tell('alarm', push)
    },
  })
}

/** A push of the payment centre goes to the till of its order; one of no known order is an alarm at each of them. */
export function pushesToTills(ledger: AgentLedger, tills: readonly ServedTill[]): (push: PaymentPush) => Promise<void> {
  return async (push) => {
    const order = await ledger.order({ payOrdId: push.payOrdId, medOrgOrd: push.medOrgOrd })
    const own = tills.filter(({ name }) => name === order?.till)
    const told = own.length > 0 ? own : tills
    await Promise.all(told.map(({ pushes }) => pushes.accept(push, { source: 'payment-centre' })))
  }
}

/** Counts how operations end. Errors of those who watch are ignored: they must not change how an operation ended. */
function noteEnds({ metrics, logger }: Pick<Shared, 'metrics' | 'logger'>): (operation: LedgerOperation) => void {
  return ({ id, kind, state, code, till }) => {
    const outcome = state === 'free' ? 'not-sent' : state
    try {
      metrics.operation(kind, outcome, till)
      logger.info({ operation: id, till, kind, outcome, error: code }, 'operation')
    } catch {
      // The ledger has it.
    }
  }
}

import type { Generation } from '@nationec/client'
import { bytesToHex } from '@nationec/crypto'
import { type OptionErrorMaker, type OptionNames, requireKnownOptions, requireOption } from '@nationec/errors'
import { systemTimers, type Timers } from '@nationec/transport'
import { createLedger } from './create-ledger.ts'
import { applyFact } from './engine/apply-fact.ts'
import { createBacklog } from './engine/backlog.ts'
import { createGates } from './engine/gate.ts'
import type { Memory } from './engine/memories.ts'
import { createMoneyCalls } from './engine/money-calls.ts'
import { allOf } from './engine/pages.ts'
import type { LedgerClient, Parts } from './engine/parts.ts'
import { DIED } from './engine/recover.ts'
import { createRunner } from './engine/run-operation.ts'
import { createWatch } from './engine/settle.ts'
import { LedgerError } from './errors/ledger-error.ts'
import type { Ledger } from './ledger.ts'
import type { Store } from './store/contract.ts'
import type { TableName, Tables } from './store/rows.ts'
import { createRetention } from './worker/retention.ts'
import { createWorker } from './worker/worker.ts'

/** A row as it was stored just now. */
export type Change = {
  readonly [Name in TableName]: { readonly table: Name; readonly row: Tables[Name] }
}[TableName]

/** What a ledger is made of. */
export interface LedgerOptions<Chosen extends Generation = Generation> {
  /** Where it keeps its rows: `memoryStore()`, `sqliteStore({ folder })`, `postgresStore({ pool, scope })`. */
  readonly store: Store
  /** The terminal; or the terminal of a till, where one ledger serves several. The first form names the profile. */
  readonly client: LedgerClient<Chosen>
  /** The client of a till. Default: `client` for each. */
  readonly clientOf?: ((till: string | undefined) => LedgerClient<Chosen>) | undefined
  /** Who may remember what became of a request: asked before the centre. Default: none. */
  readonly memories?: readonly Memory[] | undefined
  /**
   * Days after which what is settled is forgotten; what is open never is. Counted from the newest event, so that a clock
   * that is wrong forgets nothing. Default 400.
   */
  readonly keepDays?: number | undefined
  /** False: nothing is asked unless `settle` does, for a program that only reads. Default true. */
  readonly work?: boolean | undefined
  /** Hears of every change that this process stores. What it throws is ignored. */
  readonly onChange?: ((change: Change) => void) | undefined
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly clock?: (() => number) | undefined
  /** Fills bytes with randomness, for ids and the spread of the schedule. Default `crypto.getRandomValues`. */
  readonly random?: ((bytes: Uint8Array) => void) | undefined
  /** Clock and timers of the worker. Default: the runtime's own. */
  readonly timers?: Timers | undefined
}

/**
 * Opens a ledger: from then on every operation has at most one effect for each key, and every unknown outcome ends in a
 * proof or at a person.
 *
 * @throws `LEDGER_OPTION_INVALID`, and what the store throws: `LEDGER_LOCKED`, `LEDGER_DAMAGED`, `LEDGER_NEWER` …
 *
 * @example
 * ```ts
 * import { createClient } from '@nationec/client'
 * import { memoryStore, openLedger } from '@nationec/ledger'
 * import { createSimulator } from '@nationec/simulator'
 * import { mockTransport } from '@nationec/transport-mock'
 *
 * const transport = mockTransport(createSimulator({ seed: 7 }).handle)
 * await using client = createClient({ orgId: 'H33010200001', transport })
 * await using ledger = await openLedger({ store: memoryStore(), client })
 * for await (const exception of ledger.exceptions()) console.log(exception.kind)
 * ```
 */
export async function openLedger<Chosen extends Generation = 'centre'>(
  options: LedgerOptions<Chosen>,
): Promise<Ledger<Chosen>> {
  const { store: given, client, clientOf = () => client, memories = [], keepDays = 400, work = true } = options
  const { clock = Date.now, random = fillRandom, timers = systemTimers, onChange } = options
  requireKnownOptions(options, LEDGER_OPTIONS, ledgerOptionError)
  requireOption(typeof given?.open === 'function', 'store', A_STORE, ledgerOptionError)
  requireOption(typeof client?.querySettlement === 'function', 'client', A_CLIENT, ledgerOptionError)
  requireOption(Number.isInteger(keepDays) && keepDays >= 1, 'keepDays', WHOLE_DAYS, ledgerOptionError)
  const newId = idsFrom(clock, random)
  const instance = newId()
  const store = await given.open({ clock, instance })
  const watch = createWatch()
  const parts: Parts = {
    ...{ store, profile: client.profile, instance, clock, timers, gates: createGates() },
    clientOf: clientOf as Parts['clientOf'],
    circumstances: () => ({ at: clock(), newId, spread: spreadFrom(random) }),
    backlog: createBacklog(timers, (operation, fact) => applyFact(parts, operation, fact)),
    changed({ table, row }) {
      if (table === 'operation') watch.changed(row)
      try {
        onChange?.({ table, row } as Change)
      } catch {
        // The ledger has it.
      }
      if (table === 'operation') worker.wake()
    },
  }
  const runner = createRunner(parts)
  const rest = createRetention(parts, keepDays)
  const worker = createWorker(parts, { memories, isRunning: runner.isRunning, rest })
  if (store.supports.exclusive) await buryDead(parts)
  if (work) worker.start()
  return createLedger<Chosen>({ parts, calls: createMoneyCalls<Chosen>(parts, runner), runner, worker, watch })
}

/** No other process can have this ledger: what is running there has died. */
async function buryDead(parts: Parts): Promise<void> {
  const dead: string[] = []
  for await (const { id } of allOf((page) => parts.store.operations({ state: 'running', ...page }))) dead.push(id)
  // A disk that is full now does not keep the ledger shut: what is unknown is told so when there is space.
  for (const id of dead) await applyFact(parts, id, DIED).catch(() => parts.backlog.add(id, DIED))
}

function fillRandom(bytes: Uint8Array): void {
  crypto.getRandomValues(bytes)
}

/**
 * Ids of 48 bits of time and 80 random bits, in the order of time: what is written together then lies together in the
 * indexes of a store.
 */
function idsFrom(clock: () => number, random: (bytes: Uint8Array) => void): () => string {
  return () => {
    const bytes = new Uint8Array(10)
    random(bytes)
    const time = Math.max(0, Math.floor(clock())).toString(16).padStart(12, '0')
    return time + bytesToHex(bytes)
  }
}

function spreadFrom(random: (bytes: Uint8Array) => void): number {
  const bytes = new Uint8Array(2)
  random(bytes)
  return ((bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)) / 65_536
}

const LEDGER_OPTIONS: OptionNames<LedgerOptions> = {
  ...{ store: true, client: true, clientOf: true, memories: true, keepDays: true, work: true, onChange: true },
  ...{ clock: true, random: true, timers: true },
}
const A_STORE = { en: 'a store, for example `memoryStore()`', zh: '存储对象，例如 `memoryStore()`' }
const A_CLIENT = { en: 'a client of `createClient`', zh: '由 `createClient` 创建的客户端' }
const WHOLE_DAYS = { en: 'whole days, 1 or more', zh: '整数天，至少为 1' }

const ledgerOptionError: OptionErrorMaker = (detail) => new LedgerError('LEDGER_OPTION_INVALID', { details: [detail] })

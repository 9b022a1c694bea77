import { join } from 'node:path'
import { type Change, type LedgerClient, type Memory, memoryStore, openLedger, type Store } from '@nationec/ledger'
import { sqliteStore } from '@nationec/ledger/sqlite'
import type { AgentLedger } from './agent-ledger.ts'
import { type WatchedStore, watchStore } from './watched-store.ts'

/**
 * Half a year and a fortnight. Half a year (at most 184 days) is what is asked of network logs; the fortnight is for
 * late reconciliation. An institution whose rules for accounts ask for more sets more.
 */
export const usualKeepDays = 200

export interface AgentLedgerOptions {
  readonly client: LedgerClient
  readonly clientOf: (till: string | undefined) => LedgerClient
  /** Without one everything ends with the process. */
  readonly dataFolder: string | undefined
  /** In place of that of the folder. */
  readonly store: Store | undefined
  readonly keepDays: number | undefined
  readonly askByItself: boolean | undefined
  readonly memories: readonly Memory[]
  readonly clock: () => number
  readonly onChange: (change: Change) => void
}

/** A ledger that is open, and whether it can be written. */
export interface OpenedLedger {
  readonly ledger: AgentLedger
  readonly books: Pick<WatchedStore, 'writable' | 'refusal'>
}

/** @throws `LEDGER_LOCKED`, `LEDGER_DAMAGED`, `LEDGER_NEWER`, `LEDGER_UNREACHABLE`, `LEDGER_FULL` */
export async function openAgentLedger(options: AgentLedgerOptions): Promise<OpenedLedger> {
  const { dataFolder, store, keepDays = usualKeepDays, askByItself: work, ...parts } = options
  const usual = () => (dataFolder === undefined ? memoryStore() : sqliteStore({ folder: join(dataFolder, 'ledger') }))
  const books = watchStore(store ?? usual())
  const ledger = await openLedger({ ...parts, store: books.store, keepDays, work })
  return { ledger: ledger as AgentLedger, books }
}

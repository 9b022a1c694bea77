import { setTimeout as sleep } from 'node:timers/promises'
import { isNationEcError } from '@nationec/errors'
import type { Ledger, LedgerClient, Store } from '@nationec/ledger'
import { cliError } from '../errors/cli-error.ts'

/** Milliseconds that another command of this machine has to end. */
const PATIENCE = 5_000
const STEP = 50

/**
 * Opens a ledger that asks nothing by itself, waiting a moment for a command before this one that has it still.
 *
 * @throws `LEDGER_LOCKED` when it stays taken, `LEDGER_NEEDS_SQLITE`, and what the store throws
 */
export async function openWhenFree(store: Store, client: LedgerClient, patience: number = PATIENCE): Promise<Ledger> {
  const { openLedger } = await import('@nationec/ledger')
  for (let waited = 0; ; waited += STEP) {
    try {
      return (await openLedger({ store, client, work: false })) as Ledger
    } catch (error) {
      if (!isNationEcError(error, 'LEDGER_LOCKED') || waited >= patience) throw withoutSqlite(error)
    }
    await sleep(STEP)
  }
}

/** The store says how a program passes a database; a command line cannot. */
export function withoutSqlite(error: unknown): unknown {
  const isMissing =
    isNationEcError(error, 'LEDGER_UNREACHABLE') &&
    error.cause instanceof Error &&
    /node:sqlite/.test(error.cause.message)
  return isMissing ? cliError('LEDGER_NEEDS_SQLITE', { cause: error }) : error
}

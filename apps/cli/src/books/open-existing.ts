import { existsSync, readdirSync } from 'node:fs'
import type { LedgerClient } from '@nationec/ledger'
import { cliError } from '../errors/cli-error.ts'
import { type Flags, readCommandSettings, usualLedger } from '../settings/settings.ts'
import type { LedgerFlags } from './ledger-options.ts'
import { type Books, NO_TERMINAL } from './open-books.ts'
import { openWhenFree } from './open-when-free.ts'

/** Flags of a command that looks at the ledger. */
export type LookFlags = Flags & LedgerFlags & { readonly json?: boolean }

/** The folder of the ledger that flags, environment and configuration file name; else that of this user. */
export async function ledgerFolder(flags: LookFlags): Promise<string> {
  return (await readCommandSettings(flags)).settings.ledger ?? usualLedger()
}

/** Whether a folder holds a ledger, or what is left of one. */
export function hasLedger(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('ledger.'))
}

/**
 * Opens the ledger that is there: looking makes none.
 *
 * @param client the terminal, for a command that asks
 * @throws `LEDGER_ABSENT`, and what the store throws
 */
export async function openExisting(flags: LookFlags, client: LedgerClient = NO_TERMINAL): Promise<Books> {
  const folder = await ledgerFolder(flags)
  if (!hasLedger(folder)) throw cliError('LEDGER_ABSENT')
  const { sqliteStore } = await import('@nationec/ledger/sqlite')
  return openWhenFree(sqliteStore({ folder }), client)
}

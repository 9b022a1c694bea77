import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type LedgerClient, openLedger } from '@nationec/ledger'
import { sqliteStore } from '@nationec/ledger/sqlite'
import type { AgentLedger } from '../ledger/agent-ledger.ts'
import { ledgerSummary } from './ledger-summary.ts'

/** The summary of a ledger that no agent holds; nothing is asked or forgotten. */
export async function summaryOfFolder(data: string): Promise<object> {
  const folder = join(data, 'ledger')
  if (!existsSync(folder)) return { code: 'NO_LEDGER' }
  const store = sqliteStore({ folder })
  const ledger = (await openLedger({ store, client: NO_TERMINAL, work: false, keepDays: FOR_EVER })) as AgentLedger
  try {
    return await ledgerSummary(ledger)
  } finally {
    await ledger.close()
  }
}

/** What is old stays: forgetting is the agent's, by its own setting. */
const FOR_EVER = 36_500

const NO_TERMINAL = {
  querySettlement: () => Promise.reject(new Error('no terminal')),
} as unknown as LedgerClient

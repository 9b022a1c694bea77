import type { AgentLedger } from './agent-ledger.ts'

/** When each operation began whose outcome is not known, in milliseconds since 1970; at most a thousand. */
export async function unknownOperations(ledger: Pick<AgentLedger, 'operationPage'>): Promise<readonly number[]> {
  const { entries } = await ledger.operationPage({ state: 'unknown', limit: 1_000 })
  return entries.map(({ startedAt }) => startedAt)
}

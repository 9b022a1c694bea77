import type { LedgerOperation } from '@nationec/ledger'
import { isoOf, operationBody } from '../answers/operation-body.ts'
import type { AgentLedger } from '../ledger/agent-ledger.ts'

/** Operations that are looked at, from the newest on: days of a busy till. */
const LOOKED_AT = 2_000
const UNKNOWN = 200
const NEWEST = 200

type SummedLedger = Pick<AgentLedger, 'operationPage' | 'exceptions'>

/**
 * The ledger in numbers, with the operations that a person asks about: those without an outcome, and the newest. Keys,
 * bills and refunds are numbered by the HIS, so they are left out.
 */
export async function ledgerSummary(ledger: SummedLedger): Promise<object> {
  const newest = (await ledger.operationPage({ limit: LOOKED_AT })).entries
  const unknown = (await ledger.operationPage({ state: 'unknown', limit: UNKNOWN })).entries
  const exceptions: object[] = []
  for await (const { id, kind, operation, order, day, createdAt } of ledger.exceptions()) {
    exceptions.push({ id, kind, operation, order, day, createdAt: isoOf(createdAt) })
    if (exceptions.length === UNKNOWN) break
  }
  return {
    lookedAt: newest.length,
    operations: countsOf(newest),
    unknown: unknown.map(lineOf),
    exceptions,
    newest: newest.slice(0, NEWEST).map(lineOf),
  }
}

/** `upload done: 12`. */
function countsOf(operations: readonly LedgerOperation[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { kind, state } of operations) {
    const name = `${kind} ${state}`
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

function lineOf(operation: LedgerOperation): object {
  const { id, kind, state, outcome, proof, payOrdId, code, startedAt, changedAt, nextAt } = operationBody(operation)
  return { id, kind, state, outcome, proof, payOrdId, code, startedAt, changedAt, nextAt }
}

import type { Claim } from '../contract.ts'
import type { OperationRow } from '../rows.ts'
import { rows, run, type Work } from './query.ts'
import type { Reading } from './reading.ts'
import { readRow, storedColumns } from './row-text.ts'
import { OPEN } from './schema.ts'

/**
 * Takes due operations within the transaction that is open.
 *
 * @param lock what keeps another process away from the rows that are read, `FOR UPDATE SKIP LOCKED`
 */
export function* claimRows({ table, secrets }: Reading, claim: Claim, lock = ''): Work<readonly OperationRow[]> {
  const { now, until, owner, limit, operation } = claim
  const select = `SELECT id, ${storedColumns('operation')} FROM ${table('operations')} WHERE ${OPEN}`
  const found =
    operation === undefined
      ? yield* rows(`${select} AND next_at <= ?1 ORDER BY next_at, created_at, id LIMIT ?2 ${lock}`, now, limit)
      : yield* rows(`${select} AND id = ?1 LIMIT ?2 ${lock}`, operation, limit)
  const update = `UPDATE ${table('operations')} SET next_at = ?1, owner = ?2, version = version + 1 WHERE id = ?3`
  const claimed: OperationRow[] = []
  for (const stored of found) {
    yield* run(update, until, owner, stored.id)
    const row = readRow(secrets, 'operation', stored)
    claimed.push({ ...row, nextAt: until, owner, version: row.version + 1 })
  }
  return claimed
}

import { canonical, contentOf, lastingText, link, rowDigest } from '../chain.ts'
import type { Write } from '../contract.ts'
import { type Query, rows, type Work } from './query.ts'
import { writtenValues } from './row-text.ts'
import type { Secrets } from './secrets.ts'
import type { Statements } from './statements.ts'

/** The end of a lane: what the next event is chained to. */
export interface LaneEnd {
  readonly seq: number
  readonly link: string
}

/** Writes a group into the transaction that is open; gives the new end of the lane. Refusals come from the constraints. */
export function* writeGroup(
  { sql, secrets }: { readonly sql: Statements; readonly secrets: Secrets },
  lane: string,
  group: readonly Write[],
  end: LaneEnd,
): Work<LaneEnd> {
  const queries: Query[] = []
  // Holds count as they are after the group: so all old ones go first.
  for (const { table, row } of group)
    if (table === 'operation' && row.version > 1) queries.push({ sql: sql.dropHolds, values: [row.id] })
  let last = end
  for (const write of group) {
    const text = lastingText(write.row)
    queries.push(rowQuery(sql, secrets, write, text))
    const answer = write.table === 'operation' ? yield* answerAfter(sql, secrets, write, queries) : undefined
    const { query, reached } = eventQuery(sql, secrets, lane, write, rowDigest(secrets.chainKey, text, answer), last)
    queries.push(query)
    last = reached
  }
  // In one order, so that two groups of two processes do not wait for each other.
  const holds = group.flatMap(({ table, row }) =>
    table === 'operation' ? row.holds.map((subject) => ({ subject, id: row.id })) : [],
  )
  for (const { subject, id } of holds.sort((a, b) => (a.subject < b.subject ? -1 : 1))) {
    queries.push({ sql: sql.insertHold, values: [subject, id] })
  }
  yield queries
  return last
}

function rowQuery(sql: Statements, secrets: Secrets, { table, row }: Write, text: string): Query {
  const values = writtenValues(secrets, table, row, text)
  if (row.version === 1) return { sql: sql.insertRow[table], values }
  return { sql: sql.updateRow[table], values: [...values, row.version - 1], changesOne: true }
}

/** The answer as it is after the write: the digest of the row holds it too. */
function* answerAfter(
  sql: Statements,
  secrets: Secrets,
  { row, answer }: Write & { table: 'operation' },
  queries: Query[],
): Work<string | undefined> {
  if (answer === null) queries.push({ sql: sql.dropAnswer, values: [row.id] })
  else if (answer !== undefined) queries.push({ sql: sql.putAnswer, values: [row.id, secrets.seal(row.id, answer)] })
  else if (row.version > 1) return yield* storedAnswer(sql, secrets, row.id)
  return answer ?? undefined
}

/** The answer of an operation, opened. */
export function* storedAnswer(sql: Statements, secrets: Secrets, operation: string): Work<string | undefined> {
  const [found] = yield* rows(sql.answerOf, operation)
  return found === undefined ? undefined : secrets.unseal(operation, found.sealed)
}

function eventQuery(
  sql: Statements,
  { chainKey }: Secrets,
  lane: string,
  { table, row, event: told }: Write,
  digest: string,
  end: LaneEnd,
): { readonly query: Query; readonly reached: LaneEnd } {
  const { type, at, facts } = told
  const { id, version } = row
  const seq = end.seq + 1
  const made = link(chainKey, end.link, contentOf({ seq, lane, table, id, version, type, at, facts }, digest))
  const bytes = [Buffer.from(digest, 'hex'), Buffer.from(made, 'hex')]
  const values = [lane, seq, table, id, version, type, at, canonical(facts), ...bytes]
  return { query: { sql: sql.insertEvent, values }, reached: { seq, link: made } }
}

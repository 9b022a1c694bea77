import { createHmac } from 'node:crypto'
import { canonical, FIRST_LINK } from '../chain.ts'
import type { ForgetBounds } from '../contract.ts'
import type { TableName } from '../rows.ts'
import { rows, run, type SqlRow, type Work } from './query.ts'
import type { Secrets } from './secrets.ts'
import type { Statements } from './statements.ts'

/** Events that were forgotten, `first` to `last`, and the links at both sides, signed. */
export interface Cut {
  readonly lane: string
  readonly first: number
  readonly last: number
  readonly before: string
  readonly after: string
}

/**
 * Forgets within the transaction that is open; gives how many operations went.
 *
 * @param lock what keeps another process from changing the orders that go
 */
export function* forgetRows(
  sql: Statements,
  secrets: Secrets,
  { before, limit }: ForgetBounds,
  lock: { readonly orders: string; readonly loose: string } = { orders: '', loose: '' },
): Work<number> {
  const numbers: SqlRow[] = []
  let count = 0
  function* drop(table: TableName, ids: readonly string[]): Work<void> {
    for (const id of ids) {
      numbers.push(...(yield* rows(sql.eventNumbersOf, table, id)))
      yield* run(sql.dropRow[table], id)
      if (table !== 'operation') continue
      yield* run(sql.dropHolds, id)
      yield* run(sql.dropAnswer, id)
      count += 1
    }
    dropped.push(...ids.map((id) => [table, id] as const))
  }
  const dropped: (readonly [table: TableName, id: string])[] = []
  const orders = idsOf(yield* rows(`${sql.forgettableOrders} ${lock.orders}`, before, limit))
  for (const order of orders) {
    yield* drop('exception', idsOf(yield* rows(sql.exceptionIdsOf, order)))
    yield* drop('operation', idsOf(yield* rows(sql.operationIdsOf, order)))
    yield* drop('order', [order])
  }
  for (const id of idsOf(yield* rows(`${sql.forgettableLoose} ${lock.loose}`, before, limit - orders.length))) {
    yield* drop('exception', idsOf(yield* rows(sql.exceptionIdsOfLoose, id)))
    yield* drop('operation', [id])
  }
  // The links are read while the events are still there.
  for (const range of rangesOf(numbers)) yield* cut(sql, secrets, range)
  for (const [table, id] of dropped) yield* run(sql.dropEventsOf, table, id)
  return count
}

function idsOf(found: readonly SqlRow[]): string[] {
  return found.map(({ id }) => id)
}

interface Range {
  readonly lane: string
  readonly first: number
  readonly last: number
}

/** Numbers that follow each other become one range. */
function rangesOf(numbers: readonly SqlRow[]): Range[] {
  const ranges: { lane: string; first: number; last: number }[] = []
  const sorted = numbers
    .map(({ lane, seq }): { lane: string; seq: number } => ({ lane, seq: Number(seq) }))
    .sort((a, b) => (a.lane === b.lane ? a.seq - b.seq : a.lane < b.lane ? -1 : 1))
  for (const { lane, seq } of sorted) {
    const open = ranges.at(-1)
    if (open !== undefined && open.lane === lane && open.last === seq - 1) open.last = seq
    else ranges.push({ lane, first: seq, last: seq })
  }
  return ranges
}

/** Writes the cut of a range, as one with the cuts that touch it. */
function* cut(sql: Statements, secrets: Secrets, { lane, first, last }: Range): Work<void> {
  const [left] = (yield* rows(sql.cutEndingAt, lane, first - 1)).map(cutOf)
  const [right] = (yield* rows(sql.cutBeginningAt, lane, last + 1)).map(cutOf)
  const whole: Cut = {
    lane,
    first: left?.first ?? first,
    last: right?.last ?? last,
    before: left?.before ?? (yield* linkAt(sql, lane, first - 1)),
    after: right?.after ?? (yield* linkAt(sql, lane, last)),
  }
  for (const old of [left, right]) if (old !== undefined) yield* run(sql.dropCut, lane, old.first)
  const links = [Buffer.from(whole.before, 'hex'), Buffer.from(whole.after, 'hex')]
  yield* run(sql.insertCut, lane, whole.first, whole.last, ...links, signatureOf(secrets, whole))
}

function* linkAt(sql: Statements, lane: string, seq: number): Work<string> {
  if (seq === 0) return FIRST_LINK
  const [found] = yield* rows(sql.linkOf, lane, seq)
  // Without it the cut fits nothing, and `verify` says so.
  return found === undefined ? '' : Buffer.from(found.link).toString('hex')
}

export function cutOf({ lane, first_seq, last_seq, link_before, link_after }: SqlRow): Cut {
  const [before, after] = [Buffer.from(link_before).toString('hex'), Buffer.from(link_after).toString('hex')]
  return { lane, first: Number(first_seq), last: Number(last_seq), before, after }
}

export function signatureOf({ chainKey }: Secrets, cut: Cut): Uint8Array {
  return createHmac('sha256', chainKey)
    .update(`cut\n${canonical(cut)}`)
    .digest()
}

import type {
  EventQuery,
  ExceptionQuery,
  OperationNumber,
  OperationQuery,
  OrderNumber,
  OrderQuery,
  Page,
  PageQuery,
} from '../contract.ts'
import type { DayRow, EventRow, OperationRow, OperationState, OrderRow, TableName, Tables } from '../rows.ts'
import { type SqlValue, TABLES } from './columns.ts'
import { rows, type SqlRow, type Work } from './query.ts'
import { readRow, storedColumns } from './row-text.ts'
import { OPEN, RARE, UNSETTLED } from './schema.ts'
import type { Secrets } from './secrets.ts'
import type { Statements } from './statements.ts'

/** What a database and its key need for reading. */
export interface Reading {
  readonly sql: Statements
  readonly secrets: Secrets
  readonly table: (name: string) => string
}

function* readRows<Name extends TableName>(
  { secrets }: Reading,
  table: Name,
  sql: string,
  ...values: readonly SqlValue[]
): Work<readonly Tables[Name][]> {
  return (yield* rows(sql, ...values)).map((stored) => readRow(secrets, table, stored))
}

export function findOperations(reading: Reading, by: OperationNumber): Work<readonly OperationRow[]> {
  const { sql } = reading
  if ('id' in by) return readRows(reading, 'operation', sql.rowById.operation, by.id)
  if ('scope' in by) return readRows(reading, 'operation', sql.operationsBy.key, by.scope, by.key)
  const [[name, value]] = Object.entries(by) as [[keyof Statements['operationsBy'], string]]
  return readRows(reading, 'operation', sql.operationsBy[name], value)
}

export function findOrders(reading: Reading, by: OrderNumber): Work<readonly OrderRow[]> {
  const { sql } = reading
  if ('id' in by) return readRows(reading, 'order', sql.rowById.order, by.id)
  return 'payOrdId' in by
    ? readRows(reading, 'order', sql.ordersBy.payOrdId, by.payOrdId)
    : readRows(reading, 'order', sql.ordersBy.medOrgOrd, by.medOrgOrd)
}

export function* findDay(reading: Reading, day: string): Work<DayRow | undefined> {
  return (yield* readRows(reading, 'day', reading.sql.rowById.day, day))[0]
}

export function pageOfOperations(reading: Reading, query: OperationQuery) {
  const { day, kind, state, till } = query
  const among = isOpen(state) ? OPEN : state === undefined || state === 'done' ? undefined : RARE
  return page(reading, 'operation', query, { filters: { day, kind, state, till }, among, apart: isOpen(state) })
}

function isOpen(state: OperationState | undefined): boolean {
  return state === 'running' || state === 'unknown'
}

export function pageOfOrders(reading: Reading, query: OrderQuery) {
  const { day, status, till } = query
  const among = status === undefined || status === 'settled' ? undefined : UNSETTLED
  return page(reading, 'order', query, { filters: { day, status, till }, among })
}

export function pageOfExceptions(reading: Reading, query: ExceptionQuery) {
  const { id, open, day, operation, order } = query
  const is_open = open === undefined ? undefined : Number(open)
  return page(reading, 'exception', query, {
    filters: { id, is_open, day, operation, ord: order },
    isOldestFirst: true,
  })
}

interface Wanted {
  readonly filters: Readonly<Record<string, SqlValue | undefined>>
  /** What the filters imply, in the words of a partial index. */
  readonly among?: string | undefined
  /** All rows of that index are read before they are ordered: they are few, and the index has another order. */
  readonly apart?: boolean
  readonly isOldestFirst?: boolean
}

/** One row more than the page is read: it tells whether there is another page. */
function* page<Name extends TableName>(
  { table: nameOf, secrets }: Reading,
  table: Name,
  { after, limit }: PageQuery,
  { filters, among, apart = false, isOldestFirst = false }: Wanted,
): Work<Page<Tables[Name]>> {
  const values: SqlValue[] = []
  const place = (value: SqlValue): string => `?${values.push(value)}`
  const conditions = Object.entries(filters).flatMap(([column, value]) =>
    value === undefined ? [] : [`${column} = ${place(value)}`],
  )
  const { day } = filters
  // Of these tables the day is that of `created_at`, by which the index of pages is ordered.
  if (typeof day === 'string' && !isOldestFirst) {
    const begin = Date.parse(`${day}T00:00:00+08:00`)
    if (Number.isNaN(begin)) return { rows: [] }
    conditions.push(`created_at >= ${place(begin)}`)
    // A cursor lies within the day.
    if (after === undefined) conditions.push(`created_at < ${place(begin + DAY)}`)
  }
  if (after !== undefined) {
    const [createdAt, id] = cursorOf(after)
    conditions.push(`(created_at, id) ${isOldestFirst ? '>' : '<'} (${place(createdAt)}, ${place(id)})`)
  }
  const direction = isOldestFirst ? 'ASC' : 'DESC'
  const where =
    conditions.length === 0
      ? ''
      : `WHERE ${[...conditions, ...(among === undefined || apart ? [] : [among])].join(' AND ')} `
  const order = `ORDER BY created_at ${direction}, id ${direction} LIMIT ${place(limit + 1)}`
  const from = nameOf(TABLES[table])
  const sql = apart
    ? `WITH few AS MATERIALIZED (SELECT * FROM ${from} WHERE ${among}) SELECT ${storedColumns(table)} FROM few ${where}${order}`
    : `SELECT ${storedColumns(table)} FROM ${from} ${where}${order}`
  const found = (yield* rows(sql, ...values)).map((stored) => readRow(secrets, table, stored))
  const read = found.slice(0, limit)
  const last = read.at(-1)
  return found.length > limit && last !== undefined
    ? { rows: read, next: `${last.createdAt} ${last.id}` }
    : { rows: read }
}

const DAY = 86_400_000

function cursorOf(after: string): readonly [createdAt: number, id: string] {
  const at = after.indexOf(' ')
  return [Number(after.slice(0, at)), after.slice(at + 1)]
}

export function* readEvents({ sql }: Reading, { of, after, limit }: EventQuery): Work<Page<EventRow>> {
  const [at = '-1', lane = '', seq = '0'] = after?.split(' ') ?? []
  const found =
    of === undefined
      ? yield* rows(sql.allEvents, Number(at), lane, Number(seq), limit + 1)
      : yield* rows(sql.eventsOf, of.table, of.id, Number(after ?? 0), limit + 1)
  const read = found.slice(0, limit).map(eventOf)
  const last = read.at(-1)
  if (found.length <= limit || last === undefined) return { rows: read }
  return { rows: read, next: of === undefined ? `${last.at} ${last.lane} ${last.seq}` : String(last.version) }
}

/** An event as it was chained. */
export function eventOf({ lane, seq, tbl, id, version, type, at, facts }: SqlRow): EventRow {
  return {
    seq: Number(seq),
    lane,
    table: tbl,
    id,
    version: Number(version),
    type,
    at: Number(at),
    facts: JSON.parse(facts),
  }
}

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
import type { DayRow, EventRow, OperationRow, OrderRow, TableName, Tables } from '../rows.ts'
import { type SqlValue, TABLES } from './columns.ts'
import { rows, type SqlRow, type Work } from './query.ts'
import { readRow, storedColumns } from './row-text.ts'
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
  return page(reading, 'operation', query, 'DESC', { day, kind, state, till })
}

export function pageOfOrders(reading: Reading, query: OrderQuery) {
  const { day, status, till } = query
  return page(reading, 'order', query, 'DESC', { day, status, till })
}

export function pageOfExceptions(reading: Reading, query: ExceptionQuery) {
  const { id, open, day, operation, order } = query
  const is_open = open === undefined ? undefined : Number(open)
  return page(reading, 'exception', query, 'ASC', { id, is_open, day, operation, ord: order })
}

/** One row more than the page is read: it tells whether there is another page. */
function* page<Name extends TableName>(
  { table: nameOf, secrets }: Reading,
  table: Name,
  { after, limit }: PageQuery,
  direction: 'ASC' | 'DESC',
  filters: Readonly<Record<string, SqlValue | undefined>>,
): Work<Page<Tables[Name]>> {
  const wanted = Object.entries(filters).filter((filter): filter is [string, SqlValue] => filter[1] !== undefined)
  const values = wanted.map(([, value]) => value)
  const conditions = wanted.map(([column], index) => `${column} = ?${index + 1}`)
  if (after !== undefined) {
    const [createdAt, id] = cursorOf(after)
    conditions.push(
      `(created_at, id) ${direction === 'ASC' ? '>' : '<'} (?${values.length + 1}, ?${values.length + 2})`,
    )
    values.push(createdAt, id)
  }
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')} `
  const order = `ORDER BY created_at ${direction}, id ${direction} LIMIT ?${values.length + 1}`
  const sql = `SELECT ${storedColumns(table)} FROM ${nameOf(TABLES[table])} ${where}${order}`
  const found = (yield* rows(sql, ...values, limit + 1)).map((stored) => readRow(secrets, table, stored))
  const read = found.slice(0, limit)
  const last = read.at(-1)
  return found.length > limit && last !== undefined
    ? { rows: read, next: `${last.createdAt} ${last.id}` }
    : { rows: read }
}

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

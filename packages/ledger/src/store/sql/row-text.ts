import { storeError } from '../../errors/ledger-error.ts'
import type { Sums, TableName, Tables } from '../rows.ts'
import { COLUMNS, type SqlValue } from './columns.ts'
import type { Secrets } from './secrets.ts'

/** A row as the database gives it. What a claim changes lies beside the text. */
export interface StoredRow {
  readonly body: string
  readonly mac: Uint8Array
  readonly version: number | string
  readonly owner?: string | null
  readonly next_at?: number | string | null
}

/** The columns that a row is read from. */
export function storedColumns(table: TableName): string {
  return table === 'operation' ? 'body, mac, version, owner, next_at' : 'body, mac, version'
}

/**
 * What is written of a row, in the order of {@link writtenColumns}.
 *
 * @param body of `lastingText`
 */
export function writtenValues<Name extends TableName>(
  secrets: Secrets,
  table: Name,
  row: Tables[Name],
  body: string,
): SqlValue[] {
  return [...COLUMNS[table].map((column) => column.of(row)), body, secrets.mac(`${table}\n${body}`)]
}

export function writtenColumns(table: TableName): readonly string[] {
  return [...COLUMNS[table].map(({ name }) => name), 'body', 'mac']
}

/**
 * The row, if its text is as it was written: one flipped bit of a stored amount must not move money.
 *
 * @throws `LEDGER_DAMAGED`
 */
export function readRow<Name extends TableName>(secrets: Secrets, table: Name, stored: StoredRow): Tables[Name] {
  const { body, mac, version, owner, next_at } = stored
  if (!secrets.isMac(`${table}\n${body}`, mac)) throw storeError('LEDGER_DAMAGED', { details: [ROW_CHANGED] })
  const row = JSON.parse(body)
  for (const name of AMOUNTS[table]) if (row[name] !== undefined) row[name] = amountOf(row[name])
  for (const name of SUMS[table]) if (row[name] !== undefined) row[name] = sumsOf(row[name])
  row.version = Number(version)
  if (owner !== undefined && owner !== null) row.owner = owner
  if (next_at !== undefined && next_at !== null) row.nextAt = Number(next_at)
  return row
}

const ROW_CHANGED = { en: 'A row is not as it was written.', zh: '有一条记录与写入时不一致。' }

const AMOUNTS: Readonly<Record<TableName, readonly string[]>> = {
  operation: ['amount'],
  order: ['total'],
  exception: [],
  day: [],
}
const SUMS: Readonly<Record<TableName, readonly string[]>> = {
  operation: ['reserved'],
  order: ['paid', 'held'],
  exception: [],
  day: [],
}

/** `canonical` writes whole fen as `100n`. */
function amountOf(text: string): bigint {
  return BigInt(text.slice(0, -1))
}

function sumsOf({ total, fund, account, cash }: Record<keyof Sums, string>): Sums {
  return { total: amountOf(total), fund: amountOf(fund), account: amountOf(account), cash: amountOf(cash) }
}

import type { TableName } from '../rows.ts'
import { BUCKETS, COLUMNS, TABLES } from './columns.ts'

/** Where the two databases differ. */
export interface Dialect {
  /** The name of a table, with its schema if there is one. */
  readonly table: (name: string) => string
  readonly text: string
  readonly integer: string
  readonly bytes: string
  /** The columns that number events. */
  readonly eventNumber: string
  /** After the closing bracket of a table. */
  readonly strict: string
  /** After that of a table that lies in the order of its key, where the database has such. */
  readonly clustered: string
}

/**
 * Forward only: a number that was published never changes, a new version appends one. Each is a list of statements.
 */
export const MIGRATIONS: readonly ((dialect: Dialect) => readonly string[])[] = [first]

function first({ table, text, integer, bytes, eventNumber, strict, clustered }: Dialect): readonly string[] {
  const create = (name: string, columns: readonly string[], how = strict): string =>
    `CREATE TABLE ${table(name)} (\n  ${columns.join(',\n  ')}\n)${how}`
  const types = { text, integer }
  const columnsOf = (of: TableName): string[] => [
    ...(COLUMNS[of] as readonly { name: string; type: 'text' | 'integer' }[]).map(
      ({ name, type }) => `${name} ${types[type]}${NULLABLE.has(name) || name.startsWith('paid_') ? '' : ' NOT NULL'}`,
    ),
    `body ${text} NOT NULL`,
    `mac ${bytes} NOT NULL`,
    `CONSTRAINT ${TABLES[of]}_id PRIMARY KEY (id)`,
  ]
  const index = (name: string, on: string, columns: string, where = ''): string =>
    `CREATE INDEX ${name} ON ${table(on)} (${columns})${where === '' ? '' : ` WHERE ${where}`}`
  const numbers = (on: string, names: readonly string[]): string[] =>
    names.map((name) => index(`${on}_${name}`, on, name, `${name} IS NOT NULL`))
  return [
    create('operations', [...columnsOf('operation'), 'CONSTRAINT operations_key UNIQUE (scope, op_key)']),
    create('orders', [
      ...columnsOf('order'),
      'CONSTRAINT orders_pay_ord_id UNIQUE (pay_ord_id)',
      `CONSTRAINT buckets CHECK (${BUCKETS.map((bucket) => `held_${bucket} >= 0`).join(' AND ')} AND (excess = 1 OR paid_total IS NULL OR (${BUCKETS.map((bucket) => `held_${bucket} <= paid_${bucket}`).join(' AND ')})))`,
    ]),
    create('exceptions', columnsOf('exception')),
    create('days', columnsOf('day')),
    create(
      'holds',
      [`subject ${text} NOT NULL`, `operation ${text} NOT NULL`, 'CONSTRAINT holds_subject PRIMARY KEY (subject)'],
      clustered,
    ),
    create('answers', [`operation ${text} NOT NULL PRIMARY KEY`, `sealed ${bytes} NOT NULL`], clustered),
    create('events', [
      eventNumber,
      `tbl ${text} NOT NULL`,
      `id ${text} NOT NULL`,
      `version ${integer} NOT NULL`,
      `type ${text} NOT NULL`,
      `at ${integer} NOT NULL`,
      `facts ${text} NOT NULL`,
      `digest ${bytes} NOT NULL`,
      `link ${bytes} NOT NULL`,
      'CONSTRAINT events_row UNIQUE (tbl, id, version)',
    ]),
    create('cuts', [
      `lane ${text} NOT NULL`,
      `first_seq ${integer} NOT NULL`,
      `last_seq ${integer} NOT NULL`,
      `link_before ${bytes} NOT NULL`,
      `link_after ${bytes} NOT NULL`,
      `mac ${bytes} NOT NULL`,
      'PRIMARY KEY (lane, first_seq)',
    ]),
    create('meta', [`name ${text} NOT NULL PRIMARY KEY`, `value ${bytes} NOT NULL`]),
    ...numbers('operations', ['ord', 'alike', 'med_org_ord', 'pay_ord_id', 'app_refd_sn', 'refd_sn']),
    // A filter by day is one by `created_at`; the till is found without a look at the row.
    index('operations_page', 'operations', 'created_at, id, till'),
    index('operations_rare', 'operations', 'state, created_at, id', RARE),
    index('operations_due', 'operations', 'next_at, created_at, id', OPEN),
    index('operations_loose', 'operations', 'created_at, id', 'ord IS NULL'),
    ...numbers('orders', ['med_org_ord']),
    index('orders_page', 'orders', 'created_at, id, till'),
    index('orders_unsettled', 'orders', 'status, created_at, id', UNSETTLED),
    ...numbers('exceptions', ['operation', 'ord']),
    index('exceptions_page', 'exceptions', 'created_at, id'),
    index('exceptions_day', 'exceptions', 'day, created_at, id'),
    index('exceptions_is_open', 'exceptions', 'is_open, created_at, id'),
    index('holds_operation', 'holds', 'operation'),
    index('events_page', 'events', 'at, lane, seq'),
  ]
}

/** Operations whose outcome is not known. */
export const OPEN = "state IN ('running', 'unknown')"
/** States that few operations end in. What is done is found by its page: an ending then moves no entry of an index. */
export const RARE = "state IN ('refused', 'free', 'closed')"
/** Orders of every status but the one that most end in. */
export const UNSETTLED = "status <> 'settled'"

const NULLABLE = new Set([
  ...['ord', 'till', 'alike', 'med_org_ord', 'pay_ord_id', 'app_refd_sn', 'refd_sn', 'owner', 'next_at', 'operation'],
])

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
}

/**
 * Forward only: a number that was published never changes, a new version appends one. Each is a list of statements.
 */
export const MIGRATIONS: readonly ((dialect: Dialect) => readonly string[])[] = [first]

function first({ table, text, integer, bytes, eventNumber, strict }: Dialect): readonly string[] {
  const create = (name: string, columns: readonly string[]): string =>
    `CREATE TABLE ${table(name)} (\n  ${columns.join(',\n  ')}\n)${strict}`
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
  const pages = (on: string, names: readonly string[]): string[] => [
    index(`${on}_page`, on, 'created_at, id'),
    ...names.map((name) => index(`${on}_${name}`, on, `${name}, created_at, id`)),
  ]
  return [
    create('operations', [...columnsOf('operation'), 'CONSTRAINT operations_key UNIQUE (scope, op_key)']),
    create('orders', [
      ...columnsOf('order'),
      'CONSTRAINT orders_pay_ord_id UNIQUE (pay_ord_id)',
      `CONSTRAINT buckets CHECK (${BUCKETS.map((bucket) => `held_${bucket} >= 0`).join(' AND ')} AND (excess = 1 OR paid_total IS NULL OR (${BUCKETS.map((bucket) => `held_${bucket} <= paid_${bucket}`).join(' AND ')})))`,
    ]),
    create('exceptions', columnsOf('exception')),
    create('days', columnsOf('day')),
    create('holds', [
      `subject ${text} NOT NULL`,
      `operation ${text} NOT NULL`,
      'CONSTRAINT holds_subject PRIMARY KEY (subject)',
    ]),
    create('answers', [`operation ${text} NOT NULL PRIMARY KEY`, `sealed ${bytes} NOT NULL`]),
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
    ...pages('operations', ['day', 'state', 'till']),
    index('operations_due', 'operations', 'next_at, created_at, id', OPEN),
    index('operations_loose', 'operations', 'created_at', 'ord IS NULL'),
    ...numbers('orders', ['med_org_ord']),
    ...pages('orders', ['day', 'status', 'till']),
    ...numbers('exceptions', ['operation', 'ord']),
    ...pages('exceptions', ['day', 'is_open']),
    index('holds_operation', 'holds', 'operation'),
    index('events_page', 'events', 'at, lane, seq'),
  ]
}

/** Operations whose outcome is not known. */
export const OPEN = "state IN ('running', 'unknown')"

const NULLABLE = new Set([
  ...['ord', 'till', 'alike', 'med_org_ord', 'pay_ord_id', 'app_refd_sn', 'refd_sn', 'owner', 'next_at', 'operation'],
])

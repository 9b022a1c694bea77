import { FINAL_STATUSES } from '../may-forget.ts'
import type { TableName } from '../rows.ts'
import { TABLES } from './columns.ts'
import { storedColumns, writtenColumns } from './row-text.ts'
import { OPEN } from './schema.ts'

/** The statements that both databases share; parameters are `?1`, `?2`. */
export function statementsFor(table: (name: string) => string) {
  const rowsOf = (name: TableName, where: string): string =>
    `SELECT ${storedColumns(name)} FROM ${table(TABLES[name])} WHERE ${where}`
  const newestFirst = 'ORDER BY created_at DESC, id DESC'
  const places = (count: number): string => Array.from({ length: count }, (_, index) => `?${index + 1}`).join(', ')
  const written = (name: TableName, first: number): string[] =>
    writtenColumns(name).map((column, index) => `${column} = ?${index + first}`)

  return {
    insertRow: ofEach((name) => {
      const columns = writtenColumns(name)
      return `INSERT INTO ${table(TABLES[name])} (${columns.join(', ')}) VALUES (${places(columns.length)})`
    }),
    /** Its last parameter is the version that the row must have. */
    updateRow: ofEach((name) => {
      const columns = written(name, 1)
      return `UPDATE ${table(TABLES[name])} SET ${columns.join(', ')} WHERE id = ?1 AND version = ?${columns.length + 1}`
    }),
    dropHolds: `DELETE FROM ${table('holds')} WHERE operation = ?1`,
    insertHold: `INSERT INTO ${table('holds')} (subject, operation) VALUES (?1, ?2)`,
    putAnswer: `INSERT INTO ${table('answers')} (operation, sealed) VALUES (?1, ?2) ON CONFLICT (operation) DO UPDATE SET sealed = excluded.sealed`,
    dropAnswer: `DELETE FROM ${table('answers')} WHERE operation = ?1`,
    answerOf: `SELECT sealed FROM ${table('answers')} WHERE operation = ?1`,
    insertEvent: `INSERT INTO ${table('events')} (${EVENT_COLUMNS}) VALUES (${places(10)})`,
    rowById: ofEach((name) => rowsOf(name, 'id = ?1')),
    operationsBy: {
      key: rowsOf('operation', 'scope = ?1 AND op_key = ?2'),
      hold: rowsOf('operation', `id = (SELECT operation FROM ${table('holds')} WHERE subject = ?1)`),
      order: `${rowsOf('operation', 'ord = ?1')} ${newestFirst}`,
      alike: `${rowsOf('operation', 'alike = ?1')} ${newestFirst}`,
      medOrgOrd: `${rowsOf('operation', 'med_org_ord = ?1')} ${newestFirst}`,
      payOrdId: `${rowsOf('operation', 'pay_ord_id = ?1')} ${newestFirst}`,
      appRefdSn: `${rowsOf('operation', 'app_refd_sn = ?1')} ${newestFirst}`,
      refdSn: `${rowsOf('operation', 'refd_sn = ?1')} ${newestFirst}`,
    },
    ordersBy: {
      medOrgOrd: `${rowsOf('order', 'med_org_ord = ?1')} ${newestFirst}`,
      payOrdId: rowsOf('order', 'pay_ord_id = ?1'),
    },
    eventsOf: `SELECT ${EVENT_COLUMNS} FROM ${table('events')} WHERE tbl = ?1 AND id = ?2 AND version > ?3 ORDER BY version LIMIT ?4`,
    allEvents: `SELECT ${EVENT_COLUMNS} FROM ${table('events')} WHERE (at, lane, seq) > (?1, ?2, ?3) ORDER BY at, lane, seq LIMIT ?4`,
    eventsOfLane: `SELECT ${EVENT_COLUMNS} FROM ${table('events')} WHERE lane = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3`,
    lastDigest: `SELECT digest FROM ${table('events')} WHERE tbl = ?1 AND id = ?2 ORDER BY version DESC LIMIT 1`,
    newestAt: `SELECT at FROM ${table('events')} ORDER BY at DESC, lane DESC, seq DESC LIMIT 1`,
    cutsOf: `SELECT * FROM ${table('cuts')} WHERE lane = ?1 ORDER BY first_seq`,
    nextDue: `SELECT next_at FROM ${table('operations')} WHERE ${OPEN} AND next_at IS NOT NULL ORDER BY next_at LIMIT 1`,
    putMeta: `INSERT INTO ${table('meta')} (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    getMeta: `SELECT value FROM ${table('meta')} WHERE name = ?1`,
    ...forgetting(table),
  }
}

/** Made once: the text of a statement is what a prepared one is found by. */
function ofEach(make: (name: TableName) => string): Readonly<Record<TableName, string>> {
  return { operation: make('operation'), order: make('order'), exception: make('exception'), day: make('day') }
}

export type Statements = ReturnType<typeof statementsFor>

const EVENT_COLUMNS = 'lane, seq, tbl, id, version, type, at, facts, digest, link'

/** What `mayForget` says, in SQL: `changed_at` is never before `created_at`, by whose index the oldest come first. */
function forgetting(table: (name: string) => string) {
  const finals = FINAL_STATUSES.map((status) => `'${status}'`).join(', ')
  const [operations, orders, exceptions] = [table('operations'), table('orders'), table('exceptions')]
  const noException = (of: string): string =>
    `NOT EXISTS (SELECT 1 FROM ${exceptions} x WHERE ${of} AND (x.is_open = 1 OR x.changed_at >= ?1))`
  return {
    forgettableOrders: `SELECT o.id AS id FROM ${orders} o WHERE o.created_at < ?1 AND o.changed_at < ?1 AND o.status IN (${finals})
      AND NOT EXISTS (SELECT 1 FROM ${operations} p WHERE p.ord = o.id AND (p.${OPEN} OR p.changed_at >= ?1))
      AND ${noException('x.ord = o.id')}
      AND NOT EXISTS (SELECT 1 FROM ${operations} q JOIN ${exceptions} y ON y.operation = q.id
        WHERE q.ord = o.id AND (y.is_open = 1 OR y.changed_at >= ?1))
      ORDER BY o.created_at, o.id LIMIT ?2`,
    forgettableLoose: `SELECT p.id AS id FROM ${operations} p WHERE p.ord IS NULL AND p.created_at < ?1 AND p.changed_at < ?1 AND NOT p.${OPEN}
      AND ${noException('x.operation = p.id')} ORDER BY p.created_at, p.id LIMIT ?2`,
    operationIdsOf: `SELECT id FROM ${operations} WHERE ord = ?1`,
    exceptionIdsOf: `SELECT id FROM ${exceptions} WHERE ord = ?1 UNION SELECT id FROM ${exceptions} WHERE operation IN (SELECT id FROM ${operations} WHERE ord = ?1)`,
    exceptionIdsOfLoose: `SELECT id FROM ${exceptions} WHERE operation = ?1`,
    eventNumbersOf: `SELECT lane, seq FROM ${table('events')} WHERE tbl = ?1 AND id = ?2`,
    dropEventsOf: `DELETE FROM ${table('events')} WHERE tbl = ?1 AND id = ?2`,
    dropRow: ofEach((name) => `DELETE FROM ${table(TABLES[name])} WHERE id = ?1`),
    linkOf: `SELECT link FROM ${table('events')} WHERE lane = ?1 AND seq = ?2`,
    cutEndingAt: `SELECT * FROM ${table('cuts')} WHERE lane = ?1 AND last_seq = ?2`,
    cutBeginningAt: `SELECT * FROM ${table('cuts')} WHERE lane = ?1 AND first_seq = ?2`,
    dropCut: `DELETE FROM ${table('cuts')} WHERE lane = ?1 AND first_seq = ?2`,
    insertCut: `INSERT INTO ${table('cuts')} (lane, first_seq, last_seq, link_before, link_after, mac) VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
  }
}

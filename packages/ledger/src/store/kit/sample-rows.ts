import type { Write, WriteOf } from '../contract.ts'
import type { DayRow, ExceptionRow, OperationRow, OrderRow, Sums, TableName, Tables } from '../rows.ts'

/** The beginning of the time that sample rows live in. */
export const START = 1_767_225_600_000

export const NOTHING: Sums = { total: 0n, fund: 0n, account: 0n, cash: 0n }

/** An upload that is running. Rows of other numbers have nothing in common with it. */
export function operationOf(number: number, change: Partial<OperationRow> = {}): OperationRow {
  const at = START + number
  return {
    id: `op-${number}`,
    version: 1,
    createdAt: at,
    changedAt: at,
    scope: 'till-1',
    key: `key-${number}`,
    kind: 'upload',
    digest: 'ab'.repeat(32),
    state: 'running',
    day: '2026-01-01',
    holds: [`bill:M${number}`],
    asked: 0,
    ...change,
  }
}

export function orderOf(number: number, change: Partial<OrderRow> = {}): OrderRow {
  const at = START + number
  return {
    id: `or-${number}`,
    version: 1,
    createdAt: at,
    changedAt: at,
    medOrgOrd: `M${number}`,
    status: 'unknown',
    held: NOTHING,
    excess: false,
    refunds: 0,
    day: '2026-01-01',
    ...change,
  }
}

export function exceptionOf(number: number, change: Partial<ExceptionRow> = {}): ExceptionRow {
  const at = START + number
  return {
    id: `ex-${number}`,
    version: 1,
    createdAt: at,
    changedAt: at,
    kind: 'outcome-unknown',
    day: '2026-01-01',
    open: true,
    facts: { state: '6', amount: '12.50' },
    ...change,
  }
}

export function dayOf(day: string): DayRow {
  return {
    ...{ id: day, version: 1, createdAt: START, changedAt: START },
    ...{ by: 'u007', facts: { orders: 3 }, signature: 'cd'.repeat(32) },
  }
}

/** A row as the next change leaves it. */
export function changed<AnyRow extends { readonly version: number; readonly changedAt: number }>(
  row: AnyRow,
  change: Partial<AnyRow>,
): AnyRow {
  return { ...row, changedAt: row.changedAt + 1, ...change, version: row.version + 1 }
}

/** The write of a row with an event that tells of it. */
export function write<Name extends TableName>(
  table: Name,
  row: Tables[Name],
  more: Partial<Pick<WriteOf<Name>, 'answer' | 'event'>> = {},
): Write {
  const event = { type: `${table}-${row.version}`, at: row.changedAt, facts: { number: row.version, name: '事件' } }
  return { table, row, event, ...more } as unknown as Write
}

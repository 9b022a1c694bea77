import type { SqlValue } from './columns.ts'

/** One statement to run. */
export interface Query {
  readonly sql: string
  readonly values: readonly SqlValue[]
}

// biome-ignore lint/suspicious/noExplicitAny: what a statement gives is known where it is written
export type SqlRow = any

export interface Result {
  readonly rows: readonly SqlRow[]
  /** Rows that were written. */
  readonly changes: number
}

/**
 * Work that asks for statements one after the other and does not know who runs them: SQLite at once, PostgreSQL over a
 * network. So each rule of a store is written once.
 */
export type Work<Value> = Generator<Query, Value, Result>

/** Runs one statement within a work. */
export function* run(sql: string, ...values: readonly SqlValue[]): Work<Result> {
  return yield { sql, values }
}

/** The rows of one statement. */
export function* rows(sql: string, ...values: readonly SqlValue[]): Work<readonly SqlRow[]> {
  const { rows } = yield { sql, values }
  return rows
}

/** Runs a work where statements answer at once. */
export function workNow<Value>(work: Work<Value>, ask: (query: Query) => Result): Value {
  let step = work.next()
  while (step.done !== true) step = work.next(ask(step.value))
  return step.value
}

/** Runs a work where statements answer later. */
export async function workLater<Value>(work: Work<Value>, ask: (query: Query) => Promise<Result>): Promise<Value> {
  let step = work.next()
  while (step.done !== true) step = work.next(await ask(step.value))
  return step.value
}

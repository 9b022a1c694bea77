import { storeError } from '../../errors/ledger-error.ts'
import type { SqlValue } from './columns.ts'

/** One statement to run. */
export interface Query {
  readonly sql: string
  readonly values: readonly SqlValue[]
  /** It must change one row; else the row is not as the writer has read it. */
  readonly changesOne?: boolean
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
 * network. So each rule of a store is written once. A list of statements is run in its order, and its results are not
 * looked at: over a network they leave together.
 */
export type Work<Value> = Generator<Query | readonly Query[], Value, Result>

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
  while (step.done !== true) step = work.next(answerNow(step.value, ask))
  return step.value
}

/** What one step of a work asks for, where statements answer at once. @throws `STALE` */
export function answerNow(asked: Query | readonly Query[], ask: (query: Query) => Result): Result {
  if (!isList(asked)) return checked(asked, ask(asked))
  for (const query of asked) checked(query, ask(query))
  return NOTHING
}

/**
 * Runs a work where statements answer later.
 *
 * @param together whether the statements of a list may leave without waiting for each other
 * @throws `STALE`
 */
export async function workLater<Value>(
  work: Work<Value>,
  ask: (query: Query) => Promise<Result>,
  together: boolean,
): Promise<Value> {
  let step = work.next()
  while (step.done !== true) {
    const asked = step.value
    const all = isList(asked) ? asked : [asked]
    const result = together ? await allTogether(all, ask) : await oneByOne(all, ask)
    step = work.next(isList(asked) ? NOTHING : result)
  }
  return step.value
}

async function oneByOne(queries: readonly Query[], ask: (query: Query) => Promise<Result>): Promise<Result> {
  let last = NOTHING
  for (const query of queries) last = checked(query, await ask(query))
  return last
}

/** The first that fails says why: those behind it fail because it has. */
async function allTogether(queries: readonly Query[], ask: (query: Query) => Promise<Result>): Promise<Result> {
  const outcomes = await Promise.allSettled(queries.map(ask))
  let last = NOTHING
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status === 'rejected') throw outcome.reason
    last = checked(queries[index] as Query, outcome.value)
  }
  return last
}

const NOTHING: Result = { rows: [], changes: 0 }

function isList(asked: Query | readonly Query[]): asked is readonly Query[] {
  return Array.isArray(asked)
}

function checked({ changesOne }: Query, result: Result): Result {
  if (changesOne === true && result.changes !== 1) throw storeError('STALE')
  return result
}

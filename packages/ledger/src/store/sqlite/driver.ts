import process from 'node:process'
import { storeError } from '../../errors/ledger-error.ts'
import type { SqlRow } from '../sql/query.ts'

/** What the store uses of a `DatabaseSync` of `node:sqlite`, or of an object of that shape. */
export interface SqliteDatabase {
  exec(sql: string): void
  prepare(sql: string): SqliteStatement
  close(): void
}

/** A prepared statement; parameters are `?1`, `?2`. */
export interface SqliteStatement {
  all(...values: readonly (string | number | bigint | Uint8Array | null)[]): SqlRow[]
  run(...values: readonly (string | number | bigint | Uint8Array | null)[]): { readonly changes: number | bigint }
}

type DatabaseClass = new (path: string) => SqliteDatabase

/**
 * `node:sqlite`, loaded when a store is opened: the rest of the package runs without it.
 *
 * @throws `LEDGER_UNREACHABLE` where this runtime has none
 */
export async function loadSqlite(): Promise<DatabaseClass> {
  // Not the module that a bundler would look for.
  const name = 'node:sqlite'
  const emit = process.emitWarning
  try {
    process.emitWarning = withoutSqlite(emit)
    const { DatabaseSync } = (await import(/* webpackIgnore: true */ /* @vite-ignore */ name)) as {
      DatabaseSync: DatabaseClass
    }
    return DatabaseSync
  } catch (cause) {
    throw storeError('LEDGER_UNREACHABLE', { details: [NO_SQLITE], cause })
  } finally {
    process.emitWarning = emit
  }
}

/** Node 22 calls the module experimental each time that a process loads it; every other warning is passed on. */
export function withoutSqlite(emit: typeof process.emitWarning): typeof process.emitWarning {
  return ((warning: string | Error, ...rest: readonly unknown[]) => {
    const isSqlite =
      rest[0] === 'ExperimentalWarning' && String(warning).startsWith('SQLite is an experimental feature')
    if (!isSqlite) (emit as (...given: readonly unknown[]) => void).call(process, warning, ...rest)
  }) as typeof process.emitWarning
}

const NO_SQLITE = {
  en: 'This runtime has no node:sqlite: use Node 22.13 or newer, Bun or Deno, or pass `database` with the shape of DatabaseSync.',
  zh: '当前运行环境没有 node:sqlite：请使用 Node 22.13 及以上版本、Bun 或 Deno，或通过 database 传入具有 DatabaseSync 形式的对象。',
}

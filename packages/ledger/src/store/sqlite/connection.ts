import type { BilingualText } from '@nationec/errors'
import { storeError } from '../../errors/ledger-error.ts'
import type { Durability } from '../contract.ts'
import { type Query, type Result, type SqlRow, type Work, workNow } from '../sql/query.ts'
import { type Dialect, MIGRATIONS } from '../sql/schema.ts'
import type { SqliteDatabase, SqliteStatement } from './driver.ts'
import { sqliteError } from './sqlite-errors.ts'

/** A database that only this process writes, with every statement prepared once. */
export interface Connection {
  /** Runs a work at once. @throws StoreError */
  now<Value>(work: Work<Value>): Value
  /** Runs a statement without rows. @throws StoreError */
  exec(sql: string): void
  ask(query: Query): Result
  close(): void
}

/** "NCEL": a file that is a database of another program is not taken for a ledger. */
const APPLICATION_ID = 0x4e43454c

/** The longest wait for a lock, in milliseconds: it stops the event loop. */
const BUSY_TIMEOUT = 250

/** `page_size` of SQLite is 4 KiB: 8 MiB of pages, however large the file. */
const CACHE_KIB = 8_192

/**
 * In a commit SQLite moves the log into the database only when it has so many pages, 16 MiB: that takes longer than the
 * commit. The queue has it done before, when no caller waits.
 */
const MOST_LOG_PAGES = 4_096

export const sqliteDialect: Dialect = {
  table: (name) => name,
  text: 'TEXT',
  integer: 'INTEGER',
  bytes: 'BLOB',
  eventNumber: 'seq INTEGER PRIMARY KEY,\n  lane TEXT NOT NULL',
  strict: ' STRICT',
  clustered: ' STRICT, WITHOUT ROWID',
}

export function connectionTo(database: SqliteDatabase): Connection {
  const statements = new Map<string, { readonly statement: SqliteStatement; readonly reads: boolean }>()
  function prepared(sql: string) {
    const made = { statement: database.prepare(sql), reads: /^(SELECT|WITH|PRAGMA)/.test(sql) }
    statements.set(sql, made)
    return made
  }

  function ask({ sql, values }: Query): Result {
    try {
      const { statement, reads } = statements.get(sql) ?? prepared(sql)
      if (!reads) return { rows: [], changes: Number(statement.run(...values).changes) }
      const rows = statement.all(...values)
      return { rows, changes: rows.length }
    } catch (error) {
      throw sqliteError(error)
    }
  }
  return {
    ask,
    now: (work) => workNow(work, ask),
    exec(sql) {
      try {
        database.exec(sql)
      } catch (error) {
        throw sqliteError(error)
      }
    },
    close() {
      statements.clear()
      database.close()
    },
  }
}

function pragma(connection: Connection, name: string): string {
  const [row] = connection.ask({ sql: `PRAGMA ${name}`, values: [] }).rows as readonly SqlRow[]
  return String(Object.values(row ?? {})[0])
}

/**
 * Takes the file for this process until it is closed, and sets what a commit survives.
 *
 * @throws `LEDGER_LOCKED`, `LEDGER_UNSAFE`, and what {@link sqliteError} makes
 */
export function takeDatabase(connection: Connection): void {
  connection.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`)
  // Before the first access: then the WAL has no shared memory, and a lock that dies with the process.
  connection.exec('PRAGMA locking_mode = EXCLUSIVE')
  connection.ask({ sql: 'PRAGMA journal_mode = WAL', values: [] })
  connection.exec('PRAGMA synchronous = FULL')
  connection.exec(`PRAGMA cache_size = -${CACHE_KIB}`)
  connection.ask({ sql: `PRAGMA wal_autocheckpoint = ${MOST_LOG_PAGES}`, values: [] })
  // What a SAVEPOINT would restore is kept in memory: else it goes to a file once it passes 64 KiB.
  connection.exec('PRAGMA temp_store = MEMORY')
  connection.exec('BEGIN IMMEDIATE')
  connection.exec('COMMIT')
  const settings = settingsOf(connection)
  const wrong = Object.entries(SAFE).filter(([name, values]) => !values.includes(settings[name] ?? ''))
  if (wrong.length > 0) {
    const names = wrong.map(([name]) => `${name} = ${settings[name]}`).join(', ')
    throw storeError('LEDGER_UNSAFE', { details: [{ en: `It has ${names}.`, zh: `当前设置为 ${names}。` }] })
  }
}

/** What makes a commit survive a power cut, as it is read back. */
const SAFE: Readonly<Record<string, readonly string[]>> = {
  journal_mode: ['wal'],
  synchronous: ['FULL', 'EXTRA'],
  locking_mode: ['exclusive'],
}

const SYNCHRONOUS = ['OFF', 'NORMAL', 'FULL', 'EXTRA']

function settingsOf(connection: Connection): Record<string, string> {
  return {
    journal_mode: pragma(connection, 'journal_mode').toLowerCase(),
    synchronous: SYNCHRONOUS[Number(pragma(connection, 'synchronous'))] ?? '',
    locking_mode: pragma(connection, 'locking_mode').toLowerCase(),
    sqlite_version: connection.ask({ sql: 'SELECT sqlite_version() AS version', values: [] }).rows[0].version,
  }
}

/** The entry that says of which time the last event of a restored backup is. */
export const RESTORED = 'restored'

/** What the connection is set to now, read back from it. */
export function durabilityOf(connection: Connection): Durability {
  const settings = settingsOf(connection)
  const isSafe = ['journal_mode', 'synchronous'].every((name) => SAFE[name]?.includes(settings[name] ?? ''))
  const [restored] = connection.ask({ sql: 'SELECT value FROM meta WHERE name = ?1', values: [RESTORED] }).rows
  const isOld = isOlder(settings['sqlite_version'] ?? '', [3, 51, 3])
  return {
    survives: isSafe ? 'power-cut' : settings['synchronous'] === 'OFF' ? 'nothing' : 'process',
    settings,
    warnings: [
      ...(isSafe ? [] : [NOT_SAFE]),
      ...(restored === undefined ? [] : [restoredFrom(Number(Buffer.from(restored.value).toString()))]),
      ...(isOld
        ? [
            {
              en: `SQLite ${settings['sqlite_version']} is older than 3.51.3, whose checkpoints were mended: update the runtime.`,
              zh: `SQLite ${settings['sqlite_version']} 低于 3.51.3（该版本修复了检查点缺陷）：请升级运行环境。`,
            },
          ]
        : []),
    ],
  }
}

function restoredFrom(newestAt: number): BilingualText {
  const time = new Date(newestAt).toISOString()
  return {
    en: `It was restored from a backup whose last event is of ${time}: compare what came after it with the centre's file.`,
    zh: `该账本由备份恢复，其最后事件时间为 ${time}：此后的业务须与中心对账文件核对。`,
  }
}

const NOT_SAFE = {
  en: 'A power cut may take commits away: something has changed the settings of the connection.',
  zh: '断电可能丢失已提交的数据：连接设置已被更改。',
}

/** Whether a version `3.47.2` is before another. */
function isOlder(version: string, than: readonly number[]): boolean {
  const parts = version.split('.').map(Number)
  const differing = than.findIndex((number, index) => (parts[index] ?? 0) !== number)
  return differing >= 0 && (parts[differing] ?? 0) < (than[differing] ?? 0)
}

/** Whether the file holds nothing yet. @throws `LEDGER_NEWER`; `LEDGER_UNREACHABLE` for a database of another program */
export function isEmpty(connection: Connection): boolean {
  const version = Number(pragma(connection, 'user_version'))
  const application = Number(pragma(connection, 'application_id'))
  const tables = connection.ask({ sql: 'SELECT count(*) AS tables FROM sqlite_schema', values: [] }).rows[0].tables
  if (version === 0 && tables === 0) return true
  if (application !== APPLICATION_ID) throw storeError('LEDGER_UNREACHABLE', { details: [FOREIGN] })
  if (version > MIGRATIONS.length) throw storeError('LEDGER_NEWER')
  return false
}

const FOREIGN = {
  en: 'The file is a database of another program.',
  zh: '该文件是其他程序的数据库。',
}

/** Brings the tables to this version, in one transaction. @param begin writes what a new ledger begins with */
export function migrate(connection: Connection, begin: () => void): void {
  const version = Number(pragma(connection, 'user_version'))
  if (version === MIGRATIONS.length) return
  connection.exec('BEGIN IMMEDIATE')
  try {
    for (const migration of MIGRATIONS.slice(version)) {
      for (const statement of migration(sqliteDialect)) connection.exec(statement)
    }
    if (version === 0) begin()
    connection.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
    connection.exec(`PRAGMA user_version = ${MIGRATIONS.length}`)
    connection.exec('COMMIT')
  } catch (error) {
    rollBack(connection)
    throw error
  }
}

/** Ends a transaction that some failures have ended already. */
export function rollBack(connection: Connection): void {
  try {
    connection.exec('ROLLBACK')
  } catch {}
}

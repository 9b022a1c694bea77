import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type OptionNames, requireKnownOptions, requireOption, someText } from '@nationec/errors'
import type { ExchangeEnd, ExchangeMemory, RememberedExchange } from '@nationec/transport'
import { LedgerError, storeError } from '../errors/ledger-error.ts'
import { type Secrets, secretsOf } from '../store/sql/secrets.ts'
import { type Connection, connectionTo, rollBack, takeDatabase } from '../store/sqlite/connection.ts'
import { loadSqlite } from '../store/sqlite/driver.ts'
import { fileError } from '../store/sqlite/files.ts'
import { keyFrom } from '../store/sqlite/key-file.ts'

/** Settings of {@link sqliteExchanges}. */
export interface SqliteExchangesOptions {
  /** Made if it is missing; readable by its owner only. */
  readonly folder: string
  /** Days that the texts of answers are kept; that an exchange was carried out is never forgotten. Default 200. */
  readonly keepDays?: number | undefined
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly clock?: (() => number) | undefined
}

/** An {@link ExchangeMemory} that is closed when its till stops. */
export interface SqliteExchanges extends ExchangeMemory {
  close(): Promise<void>
}

const OPTIONS: OptionNames<SqliteExchangesOptions> = { folder: true, keepDays: true, clock: true }
const DAY = 24 * 60 * 60 * 1_000
const SCHEMA = 1

/**
 * Opens what a till remembers of the exchanges that a relay brought, in a SQLite file: each change is on the disk before
 * its promise resolves. Answers are sealed.
 *
 * Never restore it from a backup: a memory that has lost the newest exchanges would call them "never seen". Remove the
 * folder instead; the new memory has another name, and nothing is asked of it that the old one has seen.
 *
 * @throws `LEDGER_OPTION_INVALID`, `LEDGER_LOCKED`, `LEDGER_DAMAGED`, `LEDGER_NEWER`, `LEDGER_UNREACHABLE`, `LEDGER_FULL`
 * @example
 * ```ts
 * import { sqliteExchanges } from '@nationec/ledger/exchanges'
 *
 * const memory = await sqliteExchanges({ folder: 'exchanges' })
 * console.log(await memory.rule('0123456789abcdef0123456789abcdef')) // { state: 'never' }
 * await memory.close()
 * ```
 */
export async function sqliteExchanges(options: SqliteExchangesOptions): Promise<SqliteExchanges> {
  requireKnownOptions(options, OPTIONS, invalid)
  const { folder: given, keepDays = 200, clock = Date.now } = options
  requireOption(typeof given === 'string' && given !== '', 'folder', someText, invalid)
  requireOption(Number.isInteger(keepDays) && keepDays >= 1, 'keepDays', WHOLE_DAYS, invalid)
  const Database = await loadSqlite()
  const folder = resolve(given)
  const opened: { connection?: Connection } = {}
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const connection = connectionTo(new Database(join(folder, 'exchanges.db')))
    opened.connection = connection
    takeDatabase(connection)
    const isNew = isEmpty(connection)
    // The key first: a file that has tables has a key, also when the power goes between the two.
    const secrets = secretsOf(keyFrom(join(folder, 'exchanges.key'), isNew))
    if (isNew) createTables(connection)
    forgetAnswers(connection, clock() - keepDays * DAY)
    return memoryOver(connection, secrets, clock)
  } catch (error) {
    opened.connection?.close()
    throw fileError(error)
  }
}

function memoryOver(connection: Connection, secrets: Secrets, clock: () => number): SqliteExchanges {
  const ask = (sql: string, ...values: readonly (string | number | Uint8Array | null)[]) =>
    connection.ask({ sql, values })
  const [meta] = ask('SELECT value FROM meta WHERE name = ?1', 'ledger').rows
  if (meta === undefined) throw storeError('LEDGER_DAMAGED')
  const insert = (id: string, state: string): boolean =>
    ask('INSERT INTO exchanges VALUES (?1, ?2, NULL, ?3) ON CONFLICT DO NOTHING', id, state, clock()).changes === 1

  function known(id: string): RememberedExchange {
    const [{ state, body }] = ask('SELECT state, body FROM exchanges WHERE id = ?1', id).rows
    if (state === 'failed') return { state, failure: JSON.parse(secrets.unseal(id, body)) }
    if (state === 'answered') return { state, answer: body === null ? undefined : secrets.unseal(id, body) }
    return { state }
  }

  return {
    ledger: meta.value,
    async begin(id) {
      return insert(id, 'begun') ? undefined : known(id)
    },
    async end(id, ended) {
      const text = textOf(ended)
      const body = text === undefined ? null : secrets.seal(id, text)
      ask(`UPDATE exchanges SET state = ?2, body = ?3 WHERE id = ?1 AND state = 'begun'`, id, ended.state, body)
    },
    async rule(id) {
      return insert(id, 'never') ? { state: 'never' } : known(id)
    },
    async close() {
      connection.close()
    },
  }
}

function textOf(ended: ExchangeEnd): string | undefined {
  if (ended.state === 'failed') return JSON.stringify(ended.failure)
  return ended.state === 'answered' ? ended.answer : undefined
}

/** Whether the file holds nothing yet. @throws `LEDGER_NEWER` */
function isEmpty(connection: Connection): boolean {
  const [row] = connection.ask({ sql: 'PRAGMA user_version', values: [] }).rows
  const version = Number(row.user_version)
  if (version > SCHEMA) throw storeError('LEDGER_NEWER')
  return version === 0
}

function createTables(connection: Connection): void {
  connection.exec('BEGIN IMMEDIATE')
  try {
    connection.exec('CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID')
    connection.exec(
      'CREATE TABLE exchanges (id TEXT PRIMARY KEY, state TEXT NOT NULL, body BLOB, at INTEGER NOT NULL) STRICT, WITHOUT ROWID',
    )
    const name = randomBytes(16).toString('hex')
    connection.ask({ sql: 'INSERT INTO meta VALUES (?1, ?2)', values: ['ledger', name] })
    connection.exec(`PRAGMA user_version = ${SCHEMA}`)
    connection.exec('COMMIT')
  } catch (error) {
    rollBack(connection)
    throw error
  }
}

/** A failure keeps its few words: they hold no person, and without them it would say nothing. */
function forgetAnswers(connection: Connection, before: number): void {
  const sql = `UPDATE exchanges SET body = NULL WHERE state = 'answered' AND body IS NOT NULL AND at < ?1`
  connection.ask({ sql, values: [before] })
}

const WHOLE_DAYS = { en: 'whole days, 1 or more', zh: '整数天，至少为 1' }
const invalid = (detail: { readonly en: string; readonly zh: string }): LedgerError =>
  new LedgerError('LEDGER_OPTION_INVALID', { details: [detail] })

import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { storeError } from '../../errors/ledger-error.ts'
import type { Reading } from '../sql/reading.ts'
import { type Secrets, secretsOf } from '../sql/secrets.ts'
import { statementsFor } from '../sql/statements.ts'
import { type Connection, connectionTo, isEmpty, sqliteDialect, takeDatabase } from './connection.ts'
import { loadSqlite } from './driver.ts'
import { fileError, NAMES } from './files.ts'
import { keyFrom } from './key-file.ts'

/** A folder that this process has, and the names of its files. */
export interface TakenFolder {
  readonly connection: Connection
  readonly path: (name: keyof typeof NAMES) => string
}

/** @throws `LEDGER_LOCKED`, `LEDGER_UNSAFE`, `LEDGER_UNREACHABLE` */
export async function takeFolder(given: string): Promise<TakenFolder> {
  const Database = await loadSqlite()
  const folder = resolve(given)
  const path = (name: keyof typeof NAMES): string => join(folder, NAMES[name])
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // For its owner alone; SQLite would make it as readable as the system allows. Only a new one: closing a file that this
    // process has open elsewhere would drop its lock.
    if (!existsSync(path('database'))) closeSync(openSync(path('database'), 'a', 0o600))
    return { connection: taken(connectionTo(new Database(path('database')))), path }
  } catch (error) {
    throw fileError(error)
  }
}

function taken(connection: Connection): Connection {
  try {
    takeDatabase(connection)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/**
 * The key of a ledger that is there, and what reads it.
 *
 * @throws `LEDGER_UNREACHABLE` when there is none, `LEDGER_DAMAGED` when its key is lost
 */
export function readingIn({ connection, path }: TakenFolder): Reading {
  if (isEmpty(connection)) throw storeError('LEDGER_UNREACHABLE', { details: [NO_LEDGER] })
  return readingOf(secretsOf(keyFrom(path('key'), false)))
}

/** What reads a ledger with this key. */
export function readingOf(secrets: Secrets): Reading {
  const { table } = sqliteDialect
  return { sql: statementsFor(table), secrets, table }
}

const NO_LEDGER = { en: 'There is no ledger in this folder.', zh: '该目录中没有账本。' }

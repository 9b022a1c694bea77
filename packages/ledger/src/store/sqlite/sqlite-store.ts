import { storeError } from '../../errors/ledger-error.ts'
import { FIRST_LINK } from '../chain.ts'
import type { OpenStore, Store, Verification } from '../contract.ts'
import { checkKey, putKeyCheck } from '../sql/key-check.ts'
import { run } from '../sql/query.ts'
import { KEY_BYTES, type Secrets, secretsOf } from '../sql/secrets.ts'
import { statementsFor } from '../sql/statements.ts'
import { type Connection, connectionTo, isEmpty, migrate, RESTORED, sqliteDialect, takeDatabase } from './connection.ts'
import type { SqliteDatabase } from './driver.ts'
import { fileError } from './files.ts'
import { keyFrom } from './key-file.ts'
import { type MarkFile, makeMark, openMark } from './mark-file.ts'
import { openedStore, verifyInPieces } from './opened.ts'
import { readingIn, readingOf, takeFolder } from './taking.ts'
import { checkEnd } from './whole.ts'

/** Settings of {@link sqliteStore}. */
export type SqliteStoreOptions = SqliteFolder | SqliteGiven

interface Common {
  /**
   * Calls `flush` when the groups of this turn are together. Default `setImmediate`; a simulation that replays from a seed
   * passes a turn of its own.
   */
  readonly turn?: ((flush: () => void) => void) | undefined
}

/** A folder for this ledger alone: `ledger.db`, `ledger.key`, `ledger.mark`. It is made if need be. */
export interface SqliteFolder extends Common {
  readonly folder: string
}

/** A database that you have opened. It stays yours to close; until then no other process can open it. */
export interface SqliteGiven extends Common {
  /** Of a file, with the methods of `DatabaseSync`. */
  readonly database: SqliteDatabase
  /** 32 bytes, kept apart from the database: lost, nothing can be read any more. */
  readonly key: Uint8Array
  /** The file of the mark, beside the database. */
  readonly mark: string
}

/**
 * A ledger in a SQLite file, over `node:sqlite` of Node 22.13 and newer, Bun and Deno.
 *
 * A commit survives a power cut (WAL, `synchronous` FULL, read back after setting). One process has the file at a time, by
 * a lock that dies with it. Every event is chained to the one before under a key of the ledger, and the end of the chain
 * is marked in a side file, so that damage and missing commits are seen. Answers are sealed with AES-256-GCM.
 *
 * @example
 * ```ts
 * import { mkdtempSync } from 'node:fs'
 * import { tmpdir } from 'node:os'
 * import { join } from 'node:path'
 * import { sqliteStore } from '@nationec/ledger/sqlite'
 *
 * const folder = join(mkdtempSync(join(tmpdir(), 'ledger-')), 'data')
 * const store = await sqliteStore({ folder }).open({ clock: Date.now, instance: 'example' })
 * console.log((await store.durability()).survives) // power-cut
 * await store.close()
 * ```
 */
export function sqliteStore(options: SqliteStoreOptions): Store {
  return {
    name: 'sqlite',
    open: () => ('folder' in options ? openFolder(options) : openGiven(options)),
  }
}

/**
 * Reads a whole ledger that no process has open, also one that is too damaged to open.
 *
 * @throws `LEDGER_LOCKED`, `LEDGER_UNREACHABLE`; `LEDGER_DAMAGED` when the key is lost or the file is no database
 */
export async function verifySqliteLedger(folder: string): Promise<Verification> {
  const taken = await takeFolder(folder)
  const { connection, path } = taken
  try {
    const reading = readingIn(taken)
    const { secrets } = reading
    const found = await verifyInPieces(connection, reading)
    try {
      connection.now(checkEnd(reading, openMark(path('mark'), secrets.chainKey).marked))
      return found
    } catch {
      const isKnown = found.damage.some(({ what }) => what.startsWith('event-'))
      return isKnown ? found : { ...found, damage: [...found.damage, { what: 'end-missing', lane: '' }] }
    }
  } finally {
    connection.close()
  }
}

/**
 * Restores a backup into a folder that does not exist yet. What came after the backup is not in it, and `durability` says
 * so from then on: compare with the centre's file before cashiers go on, or keys that are missing are sent again.
 *
 * @throws `LEDGER_DAMAGED` when the backup is not whole, `LEDGER_UNREACHABLE` when the folder exists, `LEDGER_FULL`
 */
export async function restoreSqliteLedger(backup: string, folder: string): Promise<void> {
  const { damage } = await verifySqliteLedger(backup)
  if (damage.length > 0) throw storeError('LEDGER_DAMAGED', { details: [NOT_WHOLE] })
  const store = await openFolder({ folder: backup })
  try {
    await store.backup(folder)
  } finally {
    await store.close()
  }
  const { connection } = await takeFolder(folder)
  try {
    const { putMeta } = statementsFor(sqliteDialect.table)
    connection.now(run(putMeta, RESTORED, Buffer.from(String(store.newestAt ?? 0))))
  } finally {
    connection.close()
  }
}

async function openFolder({ folder, turn }: SqliteFolder): Promise<OpenStore> {
  const { connection, path } = await takeFolder(folder)
  try {
    const isNew = isEmpty(connection)
    const key = keyFrom(path('key'), isNew)
    return openWith(connection, key, path('mark'), isNew, turn, connection.close)
  } catch (error) {
    connection.close()
    throw fileError(error)
  }
}

/** Databases that a store has open: their lock does not keep out a second store of the same connection. */
const inUse = new WeakSet<SqliteDatabase>()

async function openGiven({ database, key, mark, turn }: SqliteGiven): Promise<OpenStore> {
  if (key.length !== KEY_BYTES) throw storeError('LEDGER_DAMAGED', { details: [SHORT_KEY] })
  if (inUse.has(database)) throw storeError('LEDGER_LOCKED')
  inUse.add(database)
  const connection = connectionTo(database)
  try {
    takeDatabase(connection)
    return openWith(connection, key, mark, isEmpty(connection), turn, () => inUse.delete(database))
  } catch (error) {
    inUse.delete(database)
    throw fileError(error)
  }
}

function openWith(
  connection: Connection,
  key: Uint8Array,
  markPath: string,
  isNew: boolean,
  turn: ((flush: () => void) => void) | undefined,
  release: () => void,
): OpenStore {
  const secrets = secretsOf(key)
  const reading = readingOf(secrets)
  const mark = firstMark(markPath, secrets, isNew)
  if (!isNew) connection.now(checkKey(reading))
  migrate(connection, () => connection.now(putKeyCheck(reading)))
  const end = connection.now(checkEnd(reading, mark.marked))
  return openedStore({ connection, reading, key, mark, end, turn: turn ?? setImmediate, release })
}

/** The mark of a new ledger is there before its tables: a ledger without one has lost it. */
function firstMark(path: string, { chainKey }: Secrets, isNew: boolean): MarkFile {
  const mark = openMark(path, chainKey)
  if (!isNew) return mark
  if ((mark.marked?.seq ?? 0) > 0) throw storeError('LEDGER_DAMAGED', { details: [DATABASE_LOST] })
  if (mark.marked === undefined) makeMark(path, chainKey, { seq: 0, link: FIRST_LINK })
  return openMark(path, chainKey)
}

const SHORT_KEY = { en: 'The key must have 32 bytes.', zh: '密钥必须为 32 字节。' }
const DATABASE_LOST = {
  en: 'The mark tells of events, and the database is empty: it was removed or replaced.',
  zh: '末尾标记显示已有事件，但数据库为空：数据库文件被删除或替换。',
}
const NOT_WHOLE = { en: 'The backup is not whole.', zh: '备份不完整。' }

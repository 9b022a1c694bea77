import type { Store } from '../../store/contract.ts'
import { KEY_BYTES } from '../../store/sql/secrets.ts'
import { loadSqlite, type SqliteDatabase } from '../../store/sqlite/driver.ts'
import { sqliteStore } from '../../store/sqlite/sqlite-store.ts'
import { createChance } from '../chance.ts'
import type { CommitFate, Disk } from './disk.ts'
import { type Contents, cut, ledgerFiles } from './ledger-files.ts'
import { watchedDatabase } from './watched-database.ts'

/** How often the log is moved into the database after a commit. */
const CHECKPOINTS = 0.01
/** A process whose disk has failed is started again. */
const RESTART = 1

/** `PRAGMA synchronous`: from here on a commit is on the disk when it is acknowledged. */
const FULL = 2

export interface SqliteDiskOptions {
  readonly seed: number
  /** Meddles with each database after it was opened: how a test makes a bad one. */
  readonly meddle?: ((database: SqliteDatabase) => void) | undefined
}

type Next = { readonly fate: Exclude<CommitFate, 'stored'>; readonly dies: (after: number) => void }

/**
 * The SQLite store on a disk that loses its power in the middle of commits and checkpoints, is full and fails. What SQLite
 * syncs is known from its settings: in FULL each commit is synced before it is acknowledged, in NORMAL only a checkpoint.
 */
export async function sqliteDisk({ seed, meddle = () => {} }: SqliteDiskOptions): Promise<Disk> {
  const Database = await loadSqlite()
  const files = ledgerFiles()
  const key = new Uint8Array(KEY_BYTES)
  createChance(seed, 0x5ec).fill(key)
  const own = createChance(seed, 0xd15c)

  let next: Next | undefined
  let current: SqliteDatabase | undefined
  let opened: Contents | undefined
  /** What a lost power has left. */
  let left: Contents | undefined
  /** What would be left for certain; absent while that is everything. */
  let synced: Contents | undefined
  const cutFrom = (before: Contents): Contents => cut(before, files.read(), opened ?? before, own)

  function commitOn(database: SqliteDatabase, commit: () => void): void {
    const { fate, dies }: Next | { fate: 'stored'; dies: () => void } = next ?? { fate: 'stored', dies: () => {} }
    next = undefined
    if (fate === 'full') throw failure(13, 'database or disk is full')
    const isSynced = Number(Object.values(database.prepare('PRAGMA synchronous').all()[0])[0]) >= FULL
    if (!isSynced) synced ??= files.read()
    const before = fate === 'power cut' || fate === 'in doubt, stored' ? (synced ?? files.read()) : undefined
    if (fate !== 'in doubt, lost') commit()
    // Its sync may be what has failed.
    if (isSynced) synced = fate === 'in doubt, stored' ? before : undefined
    if (fate === 'power cut' && before !== undefined) {
      left = cutFrom(before)
      dies(0)
    } else if (fate === 'power cut in a checkpoint') {
      const begun = files.read()
      checkpoint(database)
      left = cutFrom(begun)
      dies(0)
    } else if (fate === 'stored') {
      if (own.happens(CHECKPOINTS)) checkpoint(database)
    } else {
      dies(RESTART)
      throw failure(10, 'disk I/O error')
    }
  }

  /** Syncs the log, moves its pages, and syncs those. */
  function checkpoint(database: SqliteDatabase): void {
    database.prepare('PRAGMA wal_checkpoint(PASSIVE)').all()
    synced = undefined
  }

  function store(): Store {
    const database = new Database(files.database)
    current = database
    const watched = watchedDatabase(database, (commit) => commitOn(database, commit))
    const inner = sqliteStore({ database: watched, key, mark: files.mark, turn: queueMicrotask })
    return {
      name: inner.name,
      async open(options) {
        const found = await inner.open(options)
        opened = files.read()
        meddle(database)
        return found
      },
    }
  }

  return {
    fates: {
      stored: 985,
      full: 5,
      'in doubt, stored': 3,
      'in doubt, lost': 3,
      'power cut': 3,
      'power cut in a checkpoint': 1,
    },
    store,
    async commit(work, fate, dies) {
      next = { fate, dies }
      try {
        await work()
      } finally {
        // A group that was refused has not come to its commit.
        next = undefined
      }
    },
    crash() {
      files.follow(left ?? (own.happens(0.5) ? cutFrom(synced ?? files.read()) : undefined))
      ;[left, synced, next] = [undefined, undefined, undefined]
      current?.close()
    },
    remove() {
      current?.close()
      files.remove()
    },
  }
}

/** As `node:sqlite` tells it. */
function failure(errcode: number, message: string): Error {
  return Object.assign(new Error(message), { code: 'ERR_SQLITE_ERROR', errcode })
}

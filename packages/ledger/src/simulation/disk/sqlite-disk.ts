import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Store } from '../../store/contract.ts'
import { KEY_BYTES } from '../../store/sql/secrets.ts'
import { loadSqlite, type SqliteDatabase } from '../../store/sqlite/driver.ts'
import { sqliteStore } from '../../store/sqlite/sqlite-store.ts'
import { createChance } from '../chance.ts'
import type { CommitFate, Disk } from './disk.ts'
import { torn } from './torn.ts'

const [DATABASE, LOG, MARK] = ['ledger.db', 'ledger.db-wal', 'ledger.mark'] as const
const FILES = [DATABASE, LOG, MARK] as const
type Contents = Readonly<Record<(typeof FILES)[number], Uint8Array>>

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

/**
 * The SQLite store on a disk that loses its power in the middle of commits and checkpoints, is full and fails. What SQLite
 * syncs is known from its settings: in FULL each commit is synced before it is acknowledged, in NORMAL only a checkpoint.
 */
export async function sqliteDisk({ seed, meddle = () => {} }: SqliteDiskOptions): Promise<Disk> {
  const Database = await loadSqlite()
  // A simulated disk needs no real one.
  const top = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'nationec-simulation-'))
  const key = new Uint8Array(KEY_BYTES)
  createChance(seed, 0x5ec).fill(key)
  const own = createChance(seed, 0xd15c)

  let life = 0
  let next: { readonly fate: Exclude<CommitFate, 'stored'>; readonly dies: (after: number) => void } | undefined
  let current: SqliteDatabase | undefined
  /** What a lost power leaves, once the power was lost or when not everything is synced. */
  let left: Contents | undefined
  let synced: Contents | undefined
  let markAtOpening: Uint8Array = new Uint8Array()

  const folderOf = (number: number): string => join(top, String(number))
  const read = (name: string): Uint8Array => {
    const path = join(folderOf(life), name)
    return existsSync(path) ? readFileSync(path) : new Uint8Array()
  }
  const contents = (): Contents => ({ [DATABASE]: read(DATABASE), [LOG]: read(LOG), [MARK]: read(MARK) })
  const cut = (before: Contents, after: Contents): Contents => ({
    [DATABASE]: torn(before[DATABASE], after[DATABASE], own),
    [LOG]: torn(before[LOG], after[LOG], own),
    // It is never synced while a ledger is open.
    [MARK]: torn(markAtOpening, after[MARK], own),
  })

  function commitNow(database: SqliteDatabase, commit: () => void): void {
    const { fate, dies } = next ?? { fate: 'stored', dies: () => {} }
    next = undefined
    if (fate === 'full') throw failure(13, 'database or disk is full')
    const isSynced = Number(Object.values(database.prepare('PRAGMA synchronous').all()[0])[0]) >= FULL
    if (!isSynced) synced ??= contents()
    const before = fate === 'power cut' || fate === 'in doubt, stored' ? (synced ?? contents()) : undefined
    if (fate !== 'in doubt, lost') commit()
    // Its sync may be what has failed.
    if (isSynced) synced = fate === 'in doubt, stored' ? before : undefined
    if (fate === 'power cut' && before !== undefined) {
      left = cut(before, contents())
      dies(0)
    } else if (fate === 'power cut in a checkpoint') {
      const log = contents()
      checkpoint(database)
      left = cut(log, contents())
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

  /** The database as the store sees it. */
  function watched(database: SqliteDatabase): SqliteDatabase {
    return {
      exec: (sql) => database.exec(sql),
      close: () => {},
      prepare(sql) {
        const statement = database.prepare(sql)
        if (sql === 'COMMIT') {
          return {
            all: (...values) => statement.all(...values),
            run(...values) {
              let result: ReturnType<typeof statement.run> = { changes: 0 }
              commitNow(database, () => {
                result = statement.run(...values)
              })
              return result
            },
          }
        }
        // When it happens is drawn, not timed.
        if (sql.startsWith('PRAGMA wal_checkpoint')) return { all: () => [], run: () => ({ changes: 0 }) }
        return statement
      },
    }
  }

  function open(): Store {
    const folder = folderOf(life)
    mkdirSync(folder, { recursive: true })
    const database = new Database(join(folder, DATABASE))
    current = database
    const store = sqliteStore({
      database: watched(database),
      key,
      mark: join(folder, MARK),
      turn: queueMicrotask,
    })
    return {
      name: store.name,
      async open(options) {
        const opened = await store.open(options)
        markAtOpening = read(MARK)
        meddle(database)
        return opened
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
    store: open,
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
      const now = left ?? (own.happens(0.5) ? cut(synced ?? contents(), contents()) : undefined)
      const old = folderOf(life)
      life += 1
      mkdirSync(folderOf(life))
      for (const name of FILES) {
        const to = join(folderOf(life), name)
        if (now !== undefined) writeFileSync(to, now[name])
        else if (existsSync(join(old, name))) copyFileSync(join(old, name), to)
      }
      ;[left, synced, next] = [undefined, undefined, undefined]
      current?.close()
      rmSync(folderOf(life - 2), { recursive: true, force: true })
    },
    remove() {
      current?.close()
      rmSync(top, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** As `node:sqlite` tells it. */
function failure(errcode: number, message: string): Error {
  return Object.assign(new Error(message), { code: 'ERR_SQLITE_ERROR', errcode })
}

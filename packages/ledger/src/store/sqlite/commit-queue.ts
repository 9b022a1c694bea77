import { isStoreError, LedgerError, type StoreError, storeError } from '../../errors/ledger-error.ts'
import type { Write } from '../contract.ts'
import type { Work } from '../sql/query.ts'
import type { Reading } from '../sql/reading.ts'
import { type LaneEnd, writeGroup } from '../sql/write-group.ts'
import { type Connection, rollBack } from './connection.ts'
import { sqliteResult } from './sqlite-errors.ts'

/** Collects what is wanted in one turn of the event loop into one commit: one sync of the disk for all. */
export interface CommitQueue {
  commit(group: readonly Write[]): Promise<void>
  /** Runs a work in a transaction of its own, now. */
  transact<Value>(work: () => Work<Value>, isEmpty: (value: Value) => boolean): Value
  /** Writes all that waits, now. */
  drain(): void
}

interface Waiting {
  readonly group: readonly Write[]
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** There is one writer. */
const LANE = ''

/** A transaction takes in groups for so many milliseconds: more would stop the event loop for too long. */
const MOST_TIME = 4

/** So many share a transaction however long that takes: a simulation of a few tills replays alike on a slow machine. */
const LEAST_GROUPS = 8

/** The database has refused this group; the others of its transaction go on. */
const REFUSALS = ['STALE', 'KEY_TAKEN', 'ORDER_BUSY', 'NUMBER_TAKEN', 'BUCKET_EXCEEDED'] as const

/** SQLITE_IOERR */
const IO_ERROR = 10

export function commitQueue(
  connection: Connection,
  reading: Reading,
  begin: LaneEnd,
  onEnd: (end: LaneEnd, groups: number) => void,
  turn: (flush: () => void) => void,
): CommitQueue {
  const waiting: Waiting[] = []
  const transaction = transactionsOn(connection)
  let end = begin
  let isScheduled = false

  function schedule(): void {
    if (isScheduled) return
    isScheduled = true
    turn(() => {
      isScheduled = false
      flush()
      if (waiting.length > 0) schedule()
    })
  }

  function flush(): void {
    const batch: Waiting[] = []
    if (waiting.length === 0) return
    try {
      const outcomes = writeBatch(batch)
      for (const [index, { resolve, reject }] of batch.entries()) {
        const refusal = outcomes[index]
        if (refusal === undefined) resolve()
        else reject(refusal.error)
      }
    } catch (error) {
      // A transaction that could not begin has taken none.
      for (const { reject } of batch.length > 0 ? batch : waiting.splice(0)) reject(error)
    }
  }

  /** One transaction; what became of each group of the batch that it fills. Throws when nothing of it was stored. */
  function writeBatch(batch: Waiting[]): readonly Outcome[] {
    try {
      return store(batch, (last) => together(batch, last))
    } catch (error) {
      if (!isRefusal(error)) throw error
      // Refusals are rare, and a SAVEPOINT keeps a copy of each page: only now are the groups written apart.
      return batch.length === 1 ? [{ error }] : store(batch, (last) => apart(batch, last))
    }
  }

  /** Takes groups into the batch as long as there is time. The first that is refused throws. */
  function together(batch: Waiting[], begin: LaneEnd): Written {
    const until = performance.now() + MOST_TIME
    let last = begin
    while (batch.length < LEAST_GROUPS || performance.now() < until) {
      const next = waiting.shift()
      if (next === undefined) break
      batch.push(next)
      last = connection.now(writeGroup(reading, LANE, next.group, last))
    }
    return { last, outcomes: [] }
  }

  function apart(batch: readonly Waiting[], begin: LaneEnd): Written {
    let last = begin
    const outcomes = batch.map(({ group }): Outcome => {
      statement(connection, 'SAVEPOINT caller')
      try {
        last = connection.now(writeGroup(reading, LANE, group, last))
        statement(connection, 'RELEASE caller')
        return undefined
      } catch (error) {
        if (!isRefusal(error)) throw error
        statement(connection, 'ROLLBACK TO caller')
        statement(connection, 'RELEASE caller')
        return { error }
      }
    })
    return { last, outcomes }
  }

  function store(batch: readonly Waiting[], work: (begin: LaneEnd) => Written): readonly Outcome[] {
    const { last, outcomes } = transaction(
      () => work(end),
      (written) => written.last === end,
    )
    if (last !== end) onEnd(last, batch.length)
    end = last
    return outcomes
  }

  return {
    commit: (group) =>
      new Promise((resolve, reject) => {
        waiting.push({ group, resolve, reject })
        schedule()
      }),
    transact: (work, isEmpty) => transaction(() => connection.now(work()), isEmpty),
    drain() {
      while (waiting.length > 0) flush()
    },
  }
}

/** What became of a group: absent when it was stored. */
type Outcome = { readonly error: unknown } | undefined

interface Written {
  readonly last: LaneEnd
  readonly outcomes: readonly Outcome[]
}

/** What is no failure of the store: also what a group makes wrong by itself, like facts that are no JSON. */
function isRefusal(error: unknown): boolean {
  return !(error instanceof LedgerError) || isStoreError(error, ...REFUSALS)
}

/** Runs works in transactions, one after the other; one that has written nothing is not committed. */
function transactionsOn(connection: Connection) {
  /** Set when the disk has failed in a commit: what is in the file is known only when it is opened anew. */
  let failed: StoreError | undefined

  /** After a failing disk the frames may or may not lie in the WAL; a full disk is told before the last one. */
  function commit(): void {
    try {
      statement(connection, 'COMMIT')
    } catch (error) {
      rollBack(connection)
      if (sqliteResult((error as StoreError).cause) !== IO_ERROR) throw error
      failed = storeError('LEDGER_UNREACHABLE', { details: [DISK_FAILED], cause: error })
      throw storeError('COMMIT_UNKNOWN', { cause: error })
    }
  }

  return <Value>(work: () => Value, isEmpty: (value: Value) => boolean): Value => {
    if (failed !== undefined) throw failed
    statement(connection, 'BEGIN IMMEDIATE')
    let value: Value
    try {
      value = work()
    } catch (error) {
      rollBack(connection)
      throw error
    }
    if (isEmpty(value)) statement(connection, 'ROLLBACK')
    else commit()
    return value
  }
}

function statement(connection: Connection, sql: string): void {
  connection.ask({ sql, values: [] })
}

const DISK_FAILED = {
  en: 'The disk failed in a commit: open the ledger again, it then shows what was stored.',
  zh: '提交时磁盘出错：请重新打开账本，届时可确认已写入的内容。',
}

import { setImmediate as nextTurn } from 'node:timers/promises'
import { isStoreError, storeError } from '../../errors/ledger-error.ts'
import type { OpenStore, Verification } from '../contract.ts'
import { claimRows } from '../sql/claiming.ts'
import { forgetRows } from '../sql/forgetting.ts'
import { answerNow, rows, type Work } from '../sql/query.ts'
import { readMethods } from '../sql/read-methods.ts'
import type { Reading } from '../sql/reading.ts'
import { verifyAll } from '../sql/verifying.ts'
import type { LaneEnd } from '../sql/write-group.ts'
import { backUp } from './backup.ts'
import { checkpointsOf } from './checkpoints.ts'
import { commitQueue } from './commit-queue.ts'
import { type Connection, durabilityOf } from './connection.ts'
import type { MarkFile } from './mark-file.ts'

export interface OpenedParts {
  readonly connection: Connection
  readonly reading: Reading
  readonly key: Uint8Array
  readonly mark: MarkFile
  readonly end: LaneEnd
  readonly turn: (flush: () => void) => void
  /** Lets go of the database. */
  readonly release: () => void
}

/** The methods of a store over a database that was taken and found whole. */
export function openedStore({ connection, reading, key, mark, end, turn, release }: OpenedParts): OpenStore {
  const { sql, secrets } = reading
  const checkpoints = checkpointsOf(connection)
  function onEnd(reached: LaneEnd, groups: number): void {
    mark.mark(reached)
    checkpoints.stored(groups)
  }
  const queue = commitQueue(connection, reading, end, onEnd, turn)
  const newestAt: number | undefined = connection.now(rows(sql.newestAt))[0]?.at
  let isOpen = true
  let closing: Promise<void> | undefined
  /** What reads everything in pieces, and what takes pieces away: one after the other. */
  let last: Promise<unknown> = Promise.resolve()

  const guarded =
    <Arguments extends readonly unknown[], Value>(work: (...given: Arguments) => Value | Promise<Value>) =>
    async (...given: Arguments): Promise<Value> => {
      if (!isOpen) throw storeError('LEDGER_CLOSED')
      return work(...given)
    }
  const read = async <Value>(work: () => Work<Value>): Promise<Value> => {
    if (!isOpen) throw storeError('LEDGER_CLOSED')
    return connection.now(work())
  }
  const inTurn = <Arguments extends readonly unknown[], Value>(work: (...given: Arguments) => Promise<Value>) =>
    guarded((...given: Arguments) => {
      const mine = last.then(() => {
        if (!isOpen) throw storeError('LEDGER_CLOSED')
        return work(...given)
      })
      last = mine.catch(() => {})
      return mine
    })

  return {
    supports: { exclusive: true, backup: true, persistent: true },
    newestAt,
    commit: guarded((group) => queue.commit(group)),
    ...readMethods(reading, read),
    claim: guarded((claim) =>
      queue.transact(
        () => claimRows(reading, claim),
        (claimed) => claimed.length === 0,
      ),
    ),
    forget: inTurn(async (bounds) =>
      queue.transact(
        () => forgetRows(sql, secrets, bounds),
        () => false,
      ),
    ),
    verify: inTurn(() => verifyInPieces(connection, reading, () => isOpen)),
    backup: inTurn(async (target) => {
      queue.drain()
      await backUp(connection, reading, key, target)
    }),
    durability: guarded(() => durabilityOf(connection)),
    digest: secrets.digest,
    close() {
      closing ??= (async () => {
        isOpen = false
        queue.drain()
        await last
        checkpoints.stop()
        await mark.close()
        release()
      })()
      return closing
    },
  }
}

/** Reads all of it with a turn of the event loop between the pieces, so that cashiers go on. */
export async function verifyInPieces(
  connection: Connection,
  reading: Reading,
  isOpen: () => boolean = () => true,
): Promise<Verification> {
  const work = verifyAll(reading)
  const damaged = { what: 'file-damaged' } as const
  try {
    let step = work.next()
    while (step.done !== true) {
      await nextTurn()
      if (!isOpen()) throw storeError('LEDGER_CLOSED')
      step = work.next(answerNow(step.value, connection.ask))
    }
    const [check] = connection.ask({ sql: 'PRAGMA integrity_check(1)', values: [] }).rows
    const { events, rows, damage } = step.value
    const isWhole = Object.values(check ?? {})[0] === 'ok'
    return { events, rows, damage: isWhole ? damage : [...damage, damaged] }
  } catch (error) {
    if (!isStoreError(error, 'LEDGER_DAMAGED')) throw error
    return { events: 0, rows: 0, damage: [damaged] }
  }
}

import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { saidBy } from '../engine/decide.ts'
import { isStoreError, LedgerError, storeError } from '../errors/ledger-error.ts'
import { dayOf } from '../model/day.ts'
import type { ExceptionRow } from '../store/rows.ts'
import { checkKey } from '../store/sql/key-check.ts'
import type { Reading } from '../store/sql/reading.ts'
import { type LaneEnd, writeGroup } from '../store/sql/write-group.ts'
import { type Connection, rollBack } from '../store/sqlite/connection.ts'
import { fileError } from '../store/sqlite/files.ts'
import { makeMark, openMark } from '../store/sqlite/mark-file.ts'
import { verifyInPieces } from '../store/sqlite/opened.ts'
import { readingIn, takeFolder } from '../store/sqlite/taking.ts'
import { endOf } from '../store/sqlite/whole.ts'

/** What a person must look at after the mark was renewed. */
export interface RenewedMark {
  /** The exception that is open until a person has compared the newest days with the centre. */
  readonly exception: string
  /** How many events the ledger has. */
  readonly events: number
}

/**
 * Makes the mark of a ledger anew that was lost or cannot be read. Whether events were missing at the end cannot be known
 * any more: name and reason are chained as an event, and an exception stays open until a person has compared.
 *
 * @throws `LEDGER_DAMAGED` when the chain is not whole; `DECISION_INVALID` without name or reason, and when there is a mark
 *   that can be read; `LEDGER_LOCKED`, `LEDGER_UNREACHABLE`
 */
export async function renewSqliteMark(
  folder: string,
  said: { readonly by: string; readonly because: string },
): Promise<RenewedMark> {
  const { by, because } = saidBy(said)
  const taken = await takeFolder(folder)
  const { connection, path } = taken
  try {
    const reading = readingIn(taken)
    connection.now(checkKey(reading))
    if (isReadable(path('mark'), reading)) throw new LedgerError('DECISION_INVALID', { details: [READABLE] })
    const { events, damage } = await verifyInPieces(connection, reading)
    if (damage.length > 0) throw storeError('LEDGER_DAMAGED', { details: [NOT_WHOLE] })
    const now = Date.now()
    const exception: ExceptionRow = {
      ...{ id: randomBytes(16).toString('hex'), version: 1, createdAt: now, changedAt: now },
      ...{ kind: 'mark-renewed', day: dayOf(now), open: true, facts: { events, by, because } },
    }
    // The event first: a process that dies in between leaves a ledger without a mark, as it was.
    makeMark(path('mark'), reading.secrets.chainKey, store(connection, reading, exception))
    return { exception: exception.id, events }
  } catch (error) {
    throw fileError(error)
  } finally {
    connection.close()
  }
}

function isReadable(path: string, { secrets }: Reading): boolean {
  try {
    return existsSync(path) && openMark(path, secrets.chainKey).marked !== undefined
  } catch (error) {
    if (isStoreError(error, 'LEDGER_DAMAGED')) return false
    throw error
  }
}

function store(connection: Connection, reading: Reading, row: ExceptionRow): LaneEnd {
  const event = { type: 'mark-renewed', at: row.createdAt, facts: row.facts }
  connection.exec('BEGIN IMMEDIATE')
  try {
    const end = connection.now(endOf(reading, ''))
    const reached = connection.now(writeGroup(reading, '', [{ table: 'exception', row, event }], end))
    connection.exec('COMMIT')
    return reached
  } catch (error) {
    rollBack(connection)
    throw error
  }
}

const READABLE = {
  en: 'the mark can be read; what it misses at the end is lost, and a backup brings it back;',
  zh: '末尾标记可以读取；如其显示缺少记录，应恢复备份；',
}
const NOT_WHOLE = {
  en: 'Its chain is not whole: restore the last backup.',
  zh: '校验链不完整：请恢复最近的备份。',
}

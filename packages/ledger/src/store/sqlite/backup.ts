import { closeSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { storeError } from '../../errors/ledger-error.ts'
import type { Reading } from '../sql/reading.ts'
import { type Connection, rollBack } from './connection.ts'
import { fileError, NAMES } from './files.ts'
import { syncFolder, writeWhole } from './key-file.ts'
import { makeMark } from './mark-file.ts'
import { endOf } from './whole.ts'

/**
 * Writes a folder that opens as a ledger: database, key, mark. SQLite does not sync what `VACUUM INTO` writes, so that is
 * done here. It stops the event loop, for about a second for each 200 MB.
 */
export async function backUp(connection: Connection, reading: Reading, key: Uint8Array, target: string): Promise<void> {
  if (existsSync(target)) throw storeError('LEDGER_UNREACHABLE', { details: [TARGET_EXISTS] })
  try {
    mkdirSync(target, { recursive: true, mode: 0o700 })
    const database = join(target, NAMES.database)
    connection.ask({ sql: 'VACUUM INTO ?1', values: [database] })
    const handle = openSync(database, 'r+')
    fsyncSync(handle)
    closeSync(handle)
    writeWhole(join(target, NAMES.key), `${Buffer.from(key).toString('hex')}\n`)
    makeMark(join(target, NAMES.mark), reading.secrets.chainKey, connection.now(endOf(reading, '')))
    syncFolder(target)
  } catch (error) {
    rollBack(connection)
    throw fileError(error)
  }
}

const TARGET_EXISTS = {
  en: 'The target of the backup exists already: name a new folder.',
  zh: '备份目标已存在：请指定新的目录。',
}

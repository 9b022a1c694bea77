import { type Lock, LockError, takeLock } from '@nationec/transport/lock'
import { serialError } from '../catalogue/serial-error.ts'
import { openDiskFile } from './disk-file.ts'
import type { Journal } from './journal.ts'
import type { RecordFile } from './record-file.ts'
import { recordJournal } from './record-journal.ts'

/**
 * Opens a journal that is kept in one append-only file, each entry on the disk before `append` returns.
 *
 * A tail that a crash left torn is recognised by its checksum and cut off. Damage in the middle is not repaired: a side
 * that has forgotten something might act twice, so the file is refused. The file holds the texts of requests and results;
 * it is made readable for its owner alone, keep it so. A lock file beside it keeps a second process away.
 *
 * @param path of the file; made if it is not there, in a folder that is there
 * @throws `TransportError` `JOURNAL_BUSY`, `JOURNAL_DAMAGED` or `JOURNAL_FAILED`
 * @example
 * ```ts
 * import { mkdtempSync } from 'node:fs'
 * import { tmpdir } from 'node:os'
 * import { join } from 'node:path'
 * import { fileJournal } from '@nationec/transport-serial'
 *
 * const journal = fileJournal(join(mkdtempSync(join(tmpdir(), 'till-')), 'requests.journal'))
 * journal.append({ type: 'low-water', peer: 'ff'.repeat(8), madeAt: 0 })
 * journal.close()
 * ```
 */
export function fileJournal(path: string): Journal {
  const lock = lockJournal(path)
  let file: RecordFile | undefined
  try {
    file = openDiskFile(path)
    const journal = recordJournal(file)
    return {
      ...journal,
      close() {
        journal.close()
        lock.release()
      },
    }
  } catch (error) {
    file?.close()
    lock.release()
    throw asSerialError(error)
  }
}

function lockJournal(path: string): Lock {
  try {
    return takeLock(`${path}.lock`)
  } catch (error) {
    if (!(error instanceof LockError)) throw error
    const code = error.reason === 'failed' ? 'JOURNAL_FAILED' : 'JOURNAL_BUSY'
    throw serialError(code, { details: [error.detail], cause: error.cause })
  }
}

function asSerialError(error: unknown): unknown {
  const isOurs = typeof error === 'object' && error !== null && 'delivery' in error
  return isOurs ? error : serialError('JOURNAL_FAILED', { cause: error })
}

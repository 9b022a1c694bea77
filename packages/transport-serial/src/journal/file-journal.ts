import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { serialError } from '../serial-error.ts'
import { entryFromBytes, entryToBytes } from './entry-bytes.ts'
import { takeLock } from './file-lock.ts'
import type { Journal, JournalPosition } from './journal.ts'
import type { JournalEntry } from './journal-entry.ts'
import { hasRecordBehind, payloadAt, recordOf } from './record-bytes.ts'

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
 * journal.append({ type: 'low-water', madeAt: 0 })
 * journal.close()
 * ```
 */
export function fileJournal(path: string): Journal {
  const release = guarded(() => takeLock(`${path}.lock`))
  if (release === undefined) throw serialError('JOURNAL_BUSY')
  try {
    let file = guarded(() => openFile(path))
    let failed = false
    return {
      replay(visit) {
        const bytes = guarded(() => readAll(file.handle, file.size))
        walk(bytes, (payload, start) => visit(entryOf(payload), start))
      },
      append(entry) {
        if (failed) throw serialError('JOURNAL_FAILED')
        try {
          return appendTo(file, entry)
        } catch (cause) {
          failed = !cutBack(file)
          throw serialError('JOURNAL_FAILED', { cause })
        }
      },
      read: (position) => guarded(() => readAt(file, position)),
      rewrite(entries) {
        const next = guarded(() => writeBeside(path, entries))
        closeSync(file.handle)
        file = next
      },
      close() {
        closeSync(file.handle)
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

interface OpenFile {
  readonly handle: number
  size: number
}

function openFile(path: string): OpenFile {
  const isNew = !existsSync(path)
  const handle = openSync(path, isNew ? 'wx+' : 'r+', 0o600)
  if (isNew) syncFolder(path)
  const bytes = readAll(handle, fstatSync(handle).size)
  const size = walk(bytes, () => {})
  if (size < bytes.length) {
    // Each record is on the disk before the next is begun, so only the last can be torn.
    if (hasRecordBehind(bytes, size)) throw serialError('JOURNAL_DAMAGED')
    ftruncateSync(handle, size)
    fsyncSync(handle)
  }
  return { handle, size }
}

/** Visits the whole records from the start on. Gives the end of the last. */
function walk(bytes: Uint8Array, visit: (payload: Uint8Array, start: JournalPosition) => void): number {
  let start = 0
  for (;;) {
    const payload = payloadAt(bytes, start)
    if (payload === undefined) return start
    visit(payload, start)
    start = payload.byteOffset - bytes.byteOffset + payload.length + 8
  }
}

function entryOf(payload: Uint8Array): JournalEntry {
  const entry = entryFromBytes(payload)
  if (entry === undefined) throw serialError('JOURNAL_DAMAGED')
  return entry
}

function appendTo(file: OpenFile, entry: JournalEntry): JournalPosition {
  const position = file.size
  const record = recordOf(entryToBytes(entry))
  writeAll(file.handle, record, position)
  fsyncSync(file.handle)
  file.size = position + record.length
  return position
}

/** Takes back what a failed append may have left. False if even that fails: nothing may be written behind it. */
function cutBack({ handle, size }: OpenFile): boolean {
  try {
    ftruncateSync(handle, size)
    fsyncSync(handle)
    return true
  } catch {
    return false
  }
}

function readAt({ handle, size }: OpenFile, position: JournalPosition): JournalEntry {
  const head = readAll(handle, Math.min(8, size - position), position)
  const length = head.length === 8 ? new DataView(head.buffer).getUint32(4) : 0
  const payload = payloadAt(readAll(handle, Math.min(length + 16, size - position), position), 0)
  if (payload === undefined) throw serialError('JOURNAL_DAMAGED')
  return entryOf(payload)
}

function writeBeside(path: string, entries: Iterable<JournalEntry>): OpenFile {
  const handle = openSync(`${path}.next`, 'w+', 0o600)
  let size = 0
  for (const entry of entries) {
    const record = recordOf(entryToBytes(entry))
    writeAll(handle, record, size)
    size += record.length
  }
  fsyncSync(handle)
  renameSync(`${path}.next`, path)
  syncFolder(path)
  return { handle, size }
}

function readAll(handle: number, length: number, position = 0): Uint8Array {
  const bytes = new Uint8Array(Math.max(length, 0))
  let filled = 0
  while (filled < bytes.length) {
    const count = readSync(handle, bytes, filled, bytes.length - filled, position + filled)
    if (count === 0) break
    filled += count
  }
  return bytes.subarray(0, filled)
}

function writeAll(handle: number, bytes: Uint8Array, position: number): void {
  let written = 0
  while (written < bytes.length) {
    written += writeSync(handle, bytes, written, bytes.length - written, position + written)
  }
}

/** A new name is durable only when its folder is. Windows cannot open folders and needs no such call. */
function syncFolder(path: string): void {
  let handle: number
  try {
    handle = openSync(dirname(path), 'r')
  } catch {
    return
  }
  try {
    fsyncSync(handle)
  } catch {
  } finally {
    closeSync(handle)
  }
}

function guarded<Value>(work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    throw asSerialError(error)
  }
}

function asSerialError(error: unknown): unknown {
  return isOurs(error) ? error : serialError('JOURNAL_FAILED', { cause: error })
}

function isOurs(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'delivery' in error
}

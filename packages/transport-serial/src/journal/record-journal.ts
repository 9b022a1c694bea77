import { serialError } from '../catalogue/serial-error.ts'
import { entryFromBytes, entryToBytes } from './entry-bytes.ts'
import type { Journal, JournalPosition } from './journal.ts'
import type { JournalEntry } from './journal-entry.ts'
import { hasRecordBehind, lengthOfRecord, payloadAt, RECORD_HEAD, recordOf } from './record-bytes.ts'
import type { RecordFile } from './record-file.ts'

/**
 * Keeps a journal in a file, each entry durable before `append` returns. Holds one record in memory, never the whole file.
 *
 * @throws `TransportError` `JOURNAL_DAMAGED`, and what the file throws; the file is left open then
 */
export function recordJournal(file: RecordFile): Journal {
  const read: Read = (position, length) => guarded(() => file.read(position, length))
  let size = cutTornTail(file)
  let state: 'open' | 'failed' | 'closed' = 'open'

  return {
    replay: (visit) => void walk(read, size, (payload, start) => visit(entryOf(payload), start)),
    append(entry) {
      // The number of a closed file may by now belong to another one.
      if (state !== 'open') throw serialError('JOURNAL_FAILED')
      const record = recordOf(entryToBytes(entry))
      try {
        file.write(record, size)
        file.sync()
      } catch (cause) {
        if (!isCutBack()) state = 'failed'
        throw serialError('JOURNAL_FAILED', { cause })
      }
      size += record.length
      return size - record.length
    },
    read: (position) => entryOf(payloadOf(read, position, size)),
    rewrite(entries) {
      guarded(() => file.replace(recordsOf(entries)))
      size = file.size
      state = 'open'
    },
    close() {
      if (state === 'closed') return
      state = 'closed'
      file.close()
    },
  }

  /** Takes back what a failed append may have left. False if even that fails: nothing may be written behind it. */
  function isCutBack(): boolean {
    try {
      file.truncate(size)
      file.sync()
      return true
    } catch {
      return false
    }
  }

  function guarded<Value>(work: () => Value): Value {
    if (state === 'closed') throw serialError('JOURNAL_FAILED')
    try {
      return work()
    } catch (error) {
      throw isOurs(error) ? error : serialError('JOURNAL_FAILED', { cause: error })
    }
  }
}

type Read = RecordFile['read']

/** Each record is on the disk before the next is begun, so only the last can be torn. Gives the length of what is whole. */
function cutTornTail(file: RecordFile): number {
  const { size } = file
  const whole = walk(file.read, size, () => {})
  if (whole === size) return whole
  if (hasRecordBehind(file.read(whole, size - whole), 0)) throw serialError('JOURNAL_DAMAGED')
  file.truncate(whole)
  file.sync()
  return whole
}

/** Visits the whole records from the start on. Gives the end of the last. */
function walk(read: Read, size: number, visit: (payload: Uint8Array, start: JournalPosition) => void): number {
  let start = 0
  for (;;) {
    const record = bytesOfRecord(read, start, size)
    const payload = payloadAt(record, 0)
    if (payload === undefined) return start
    visit(payload, start)
    start += record.length
  }
}

function payloadOf(read: Read, position: JournalPosition, size: number): Uint8Array {
  const payload = payloadAt(bytesOfRecord(read, position, size), 0)
  if (payload === undefined) throw serialError('JOURNAL_DAMAGED')
  return payload
}

/** The bytes that the head of a record claims; nothing if they are not there. */
function bytesOfRecord(read: Read, start: JournalPosition, size: number): Uint8Array {
  const head = read(start, Math.max(0, Math.min(RECORD_HEAD, size - start)))
  const length = lengthOfRecord(head)
  return length === undefined || start + length > size ? new Uint8Array(0) : read(start, length)
}

function entryOf(payload: Uint8Array): JournalEntry {
  const entry = entryFromBytes(payload)
  if (entry === undefined) throw serialError('JOURNAL_DAMAGED')
  return entry
}

function* recordsOf(entries: Iterable<JournalEntry>): Generator<Uint8Array> {
  for (const entry of entries) yield recordOf(entryToBytes(entry))
}

function isOurs(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'delivery' in error
}

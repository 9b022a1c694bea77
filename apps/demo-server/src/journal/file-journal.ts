import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { agentError } from '../errors/agent-error.ts'
import type { JournalRecord, OpenedJournal, Place } from './journal.ts'
import { readJournal, readLine, writeLine } from './journal-lines.ts'

interface Waiting {
  readonly bytes: Buffer
  readonly resolve: (place: Place) => void
  readonly reject: (error: unknown) => void
}

/**
 * Opens the journal of a file: lines are only ever added, and each `append` waits until the disk has them.
 *
 * A file and not SQLite, because `node:sqlite` is missing on Node 20 and a native module would have to be installed;
 * what is asked of the file is only to keep lines in order and to tell a torn end.
 *
 * @throws `JOURNAL_DAMAGED`
 */
export async function openFileJournal(path: string): Promise<OpenedJournal> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600)
  const { records, length } = await contentOf(file, path)
  return { found: records, journal: createWriter(file, length) }
}

async function contentOf(file: FileHandle, path: string): Promise<ReturnType<typeof readJournal>> {
  try {
    const bytes = await readFile(path)
    const content = readJournal(bytes)
    if (content.length < bytes.length) await file.truncate(content.length)
    return content
  } catch (error) {
    await file.close()
    throw error
  }
}

function createWriter(file: FileHandle, length: number): OpenedJournal['journal'] {
  let end = length
  let waiting: Waiting[] = []
  let writing: Promise<void> | undefined
  let broken: unknown

  function append(record: JournalRecord): Promise<Place> {
    return new Promise((resolve, reject) => {
      if (broken !== undefined) return reject(agentError('JOURNAL_UNWRITABLE', { cause: broken }))
      waiting.push({ bytes: writeLine(record), resolve, reject })
      writing ??= writeAll()
    })
  }

  /** Whatever waits goes out in one write and one flush: many tills cost the disk little more than one. */
  async function writeAll(): Promise<void> {
    // One turn, so that records of the same moment share a flush.
    await Promise.resolve()
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        const bytes = Buffer.concat(batch.map((one) => one.bytes))
        await writeWhole(file, bytes, end)
        await file.datasync()
        for (const one of batch) {
          one.resolve(end)
          end += one.bytes.length
        }
      } catch (error) {
        // What follows a half-written line could not be told from damage: no more lines until the next start.
        broken = error
        for (const one of [...batch, ...waiting]) one.reject(agentError('JOURNAL_UNWRITABLE', { cause: error }))
        waiting = []
      }
    }
    writing = undefined
  }

  return {
    append,
    get writable() {
      return broken === undefined
    },
    async read(place) {
      const record = readLine(await lineAt(file, place))
      if (record === undefined) throw agentError('JOURNAL_DAMAGED')
      return record
    },
    async close() {
      await writing
      broken ??= new Error('the journal was closed')
      await file.close()
    },
  }
}

async function writeWhole(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written)
    written += bytesWritten
  }
}

async function lineAt(file: FileHandle, place: Place): Promise<string> {
  const parts: Buffer[] = []
  for (let position = place; ; ) {
    const chunk = Buffer.alloc(16_384)
    const { bytesRead } = await file.read(chunk, 0, chunk.length, position)
    const end = chunk.subarray(0, bytesRead).indexOf(0x0a)
    parts.push(chunk.subarray(0, end < 0 ? bytesRead : end))
    if (end >= 0 || bytesRead === 0) return Buffer.concat(parts).toString('utf8')
    position += bytesRead
  }
}

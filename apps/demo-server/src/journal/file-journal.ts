import { constants } from 'node:fs'
import { type FileHandle, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { agentError } from '../errors/agent-error.ts'
import { type FileSystem, realFiles } from './file-system.ts'
import type { OpenedJournal, Place } from './journal.ts'
import { readJournal, readLine, writeLine } from './journal-lines.ts'
import type { JournalRecord } from './journal-record.ts'
import type { Forgettable, RetentionBounds } from './retention.ts'
import { copyShorter, forgettableOf, type ShorterCopy } from './shorter-copy.ts'
import { syncFolder } from './sync-folder.ts'
import { copyPart, lineAt, writeWhole } from './whole-lines.ts'

interface Waiting {
  readonly bytes: Buffer
  readonly resolve: (place: Place) => void
  readonly reject: (error: unknown) => void
}

/**
 * Opens the journal of a file: lines are only ever added, and each `append` waits until the disk has them.
 *
 * A file and not SQLite, because `node:sqlite` is missing on Node 20 and a native module would have to be installed;
 * what is asked of the file is only to keep lines in order and to tell a torn end. What is forgotten is left out of a
 * copy that takes the file's name once it is whole on the disk: at every moment the name stands for a whole journal.
 *
 * @throws `JOURNAL_DAMAGED`
 */
export async function openFileJournal(path: string, files: FileSystem = realFiles): Promise<OpenedJournal> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  // Left by an agent that was killed while it copied.
  await files.remove(nextTo(path))
  const file = await files.open(path, constants.O_RDWR | constants.O_CREAT, 0o600)
  try {
    // A file that came from a backup may be open to others: it is about patients' payments.
    await files.chmod(path, 0o600)
    await syncFolder(files, dirname(path))
    const bytes = await files.readFile(path)
    const { records, length } = readJournal(bytes)
    if (length < bytes.length) await file.truncate(length)
    const starts = records.map(([, start]) => start)
    const found = records.map(([record], place) => [record, place] as const)
    return { found, journal: createWriter({ path, files, file, starts, end: length }) }
  } catch (error) {
    await file.close()
    throw error
  }
}

interface OpenFile {
  readonly path: string
  readonly files: FileSystem
  file: FileHandle
  /** Where each line begins, by its place; -1 for what was forgotten. Places stay what they are, lines move. */
  starts: number[]
  end: number
}

function createWriter(on: OpenFile): OpenedJournal['journal'] {
  let waiting: Waiting[] = []
  let writing: Promise<void> | undefined
  /** Something that needs the file for itself, between two writes. */
  let alone: (() => Promise<void>) | undefined
  let swapping: Promise<void> | undefined
  let forgetting: Promise<Forgettable | undefined> | undefined
  let readers = 0
  let whenUnread: (() => void) | undefined
  let broken: unknown
  let closing = false

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
    while (waiting.length > 0 || alone !== undefined) {
      const first = alone
      alone = undefined
      await first?.()
      const batch = waiting
      waiting = []
      if (batch.length > 0) await writeBatch(batch)
    }
    writing = undefined
  }

  async function writeBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      if (broken !== undefined) throw broken
      const bytes = Buffer.concat(batch.map((one) => one.bytes))
      await writeWhole(on.file, bytes, on.end)
      await on.file.datasync()
      for (const one of batch) {
        one.resolve(on.starts.push(on.end) - 1)
        on.end += one.bytes.length
      }
    } catch (error) {
      // What follows a half-written line could not be told from damage: no more lines until the next start.
      broken = error
      for (const one of [...batch, ...waiting]) one.reject(agentError('JOURNAL_UNWRITABLE', { cause: error }))
      waiting = []
    }
  }

  async function forget(bounds: RetentionBounds): Promise<Forgettable | undefined> {
    const goOn = (): boolean => !closing && broken === undefined
    if (!goOn()) return undefined
    const { file, end: length } = on
    const places = on.starts.length
    const found = await forgettableOf(file, length, bounds, goOn)
    if (found === undefined) return undefined
    const to = await on.files.open(nextTo(on.path), 'w', 0o600)
    try {
      const copy = await copyShorter({ from: file, length, to }, found, goOn)
      if (copy === undefined) return undefined
      await inTurn(() => takeOver(to, copy, { length, places }))
      return found
    } finally {
      await to.close().catch(() => {})
      await on.files.remove(nextTo(on.path)).catch(() => {})
    }
  }

  /** Runs something between two writes. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      alone = () => work().then(resolve, reject)
      writing ??= writeAll()
    })
  }

  /** The lines that came while the copy was made go behind it; then it takes the journal's name. */
  async function takeOver(
    to: FileHandle,
    { size, starts }: ShorterCopy,
    seen: { readonly length: number; readonly places: number },
  ): Promise<void> {
    await copyPart(on.file, { start: seen.length, end: on.end }, to, size)
    await to.sync()
    await to.close()
    let done: () => void = () => {}
    swapping = new Promise((resolve) => {
      done = resolve
    })
    try {
      await unread()
      await giveName()
      const lines = starts.values()
      const moved = (start: number, place: number): number =>
        start < 0 ? -1 : place < seen.places ? (lines.next().value ?? -1) : start - seen.length + size
      on.starts = on.starts.map(moved)
      on.end += size - seen.length
    } finally {
      swapping = undefined
      done()
    }
  }

  /** Gives the copy the journal's name. When that fails the old one goes on, if it is certain that it still has it. */
  async function giveName(): Promise<void> {
    let failure: { readonly error: unknown } | undefined
    try {
      // Close first: Windows cannot rename over an open file.
      await on.file.close()
      failure = await on.files.rename(nextTo(on.path), on.path).then(
        () => undefined,
        (error: unknown) => ({ error }),
      )
      on.file = await on.files.open(on.path, constants.O_RDWR)
      if (failure === undefined) await syncFolder(on.files, dirname(on.path))
      else if ((await on.file.stat()).size !== on.end) throw failure.error
    } catch (error) {
      broken = error
      throw error
    }
    if (failure !== undefined) throw failure.error
  }

  function unread(): Promise<void> {
    return readers === 0
      ? Promise.resolve()
      : new Promise((resolve) => {
          whenUnread = resolve
        })
  }

  return {
    append,
    get writable() {
      return broken === undefined
    },
    async read(place) {
      while (swapping !== undefined) await swapping
      const start = on.starts[place] ?? -1
      if (start < 0) throw agentError('JOURNAL_DAMAGED')
      readers += 1
      try {
        const record = readLine(await lineAt(on.file, start))
        if (record === undefined) throw agentError('JOURNAL_DAMAGED')
        return record
      } finally {
        readers -= 1
        if (readers === 0) whenUnread?.()
      }
    },
    async forget(bounds) {
      forgetting ??= forget(bounds).finally(() => {
        forgetting = undefined
      })
      return forgetting
    },
    async close() {
      closing = true
      await forgetting?.catch(() => {})
      await writing
      broken ??= new Error('the journal was closed')
      await on.file.close()
    },
  }
}

function nextTo(path: string): string {
  return `${path}.next`
}

import { agentError } from '../errors/agent-error.ts'
import type { Place } from './journal.ts'
import type { JournalFile } from './journal-file.ts'
import { writeWhole } from './whole-lines.ts'

/** Adds lines to a journal; each is on the disk when its promise resolves. */
export interface LineWriter {
  /** Rejects with `JOURNAL_UNWRITABLE` once the writer is broken. */
  append(line: Buffer): Promise<Place>
  /** Runs something that needs the file for itself, between two writes. */
  inTurn(work: () => Promise<void>): Promise<void>
  /** Lets nothing be written any more. The first reason stays. */
  breakOff(reason: unknown): void
  /** Why nothing is written any more; `undefined` while lines are taken. */
  readonly broken: unknown
  /** Resolves when nothing waits to be written. */
  idle(): Promise<void>
}

interface Waiting {
  readonly bytes: Buffer
  readonly resolve: (place: Place) => void
  readonly reject: (error: unknown) => void
}

export function createLineWriter(on: JournalFile): LineWriter {
  let waiting: Waiting[] = []
  let writing: Promise<void> | undefined
  let alone: (() => Promise<void>) | undefined
  let broken: unknown

  /** Lines that wait go out in one write and one flush: many tills cost the disk little more than one. */
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

  return {
    append(bytes) {
      return new Promise((resolve, reject) => {
        if (broken !== undefined) return reject(agentError('JOURNAL_UNWRITABLE', { cause: broken }))
        waiting.push({ bytes, resolve, reject })
        writing ??= writeAll()
      })
    },
    inTurn(work) {
      return new Promise((resolve, reject) => {
        alone = () => work().then(resolve, reject)
        writing ??= writeAll()
      })
    },
    breakOff(reason) {
      broken ??= reason
    },
    get broken() {
      return broken
    },
    async idle() {
      await writing
    },
  }
}

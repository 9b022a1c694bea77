import { agentError } from '../errors/agent-error.ts'
import type { Place } from './journal.ts'
import type { JournalFile } from './journal-file.ts'
import { readLine } from './journal-lines.ts'
import type { JournalRecord } from './journal-record.ts'
import { lineAt } from './whole-lines.ts'

/** Reads single lines of a journal while its file may be exchanged. */
export interface LineReader {
  /** @throws `JOURNAL_DAMAGED` for a line that was forgotten or is torn */
  read(place: Place): Promise<JournalRecord>
  /** Runs something while no line is read; reads that come meanwhile wait for it. */
  whileUnread(work: () => Promise<void>): Promise<void>
}

export function createLineReader(on: JournalFile): LineReader {
  let exchanging: Promise<void> | undefined
  let readers = 0
  let whenUnread: (() => void) | undefined

  function unread(): Promise<void> {
    return readers === 0
      ? Promise.resolve()
      : new Promise((resolve) => {
          whenUnread = resolve
        })
  }

  return {
    async read(place) {
      while (exchanging !== undefined) await exchanging
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
    async whileUnread(work) {
      let done: () => void = () => {}
      exchanging = new Promise((resolve) => {
        done = resolve
      })
      try {
        await unread()
        await work()
      } finally {
        exchanging = undefined
        done()
      }
    },
  }
}

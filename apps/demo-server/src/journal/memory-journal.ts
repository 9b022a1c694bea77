import { agentError } from '../errors/agent-error.ts'
import type { OpenedJournal } from './journal.ts'
import type { JournalRecord } from './journal-record.ts'

/** A journal for the simulator and for tests: gone with the process, like the simulator's orders. */
export function openMemoryJournal(): OpenedJournal {
  const records: JournalRecord[] = []
  return {
    found: [],
    journal: {
      writable: true,
      async append(record) {
        return records.push(record) - 1
      },
      async read(place) {
        const record = records[place]
        if (record === undefined) throw agentError('JOURNAL_DAMAGED')
        return record
      },
      // It ends with the process, and so does its content.
      forget: async () => undefined,
      async close() {},
    },
  }
}

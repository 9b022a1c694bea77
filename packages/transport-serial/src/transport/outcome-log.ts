import type { Journal } from '../journal/journal.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import type { RequestId } from '../message/message.ts'

/** How a request ended: its answer, or that it had no effect. */
export type OutcomeEntry = Extract<JournalEntry, { readonly id: RequestId }>

/** Brings an outcome into the journal after the caller has it: a crash in between has it told twice rather than never. */
export interface OutcomeLog {
  /** Keeps an outcome until it is told. */
  keep(entry: OutcomeEntry): void
  /** Whether an outcome waits to be told. */
  isKept(id: RequestId): boolean
  /** It was told: gives it, once. */
  told(id: RequestId): OutcomeEntry | undefined
  /** Writes what was told and is not written yet. False if the disk does not take it. */
  write(id: RequestId): boolean
}

export function createOutcomeLog(journal: Journal): OutcomeLog {
  const untold = new Map<RequestId, OutcomeEntry>()
  /** Told, and the disk did not take it. */
  const unwritten = new Map<RequestId, OutcomeEntry>()
  return {
    keep: (entry) => void untold.set(entry.id, entry),
    isKept: (id) => untold.has(id),
    told(id) {
      const entry = untold.get(id)
      if (entry === undefined) return undefined
      untold.delete(id)
      unwritten.set(id, entry)
      return entry
    },
    write(id) {
      const entry = unwritten.get(id)
      try {
        if (entry !== undefined) journal.append(entry)
      } catch {
        return false
      }
      unwritten.delete(id)
      return true
    },
  }
}

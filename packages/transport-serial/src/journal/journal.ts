import type { JournalEntry } from './journal-entry.ts'

/** Where an entry stands; of use to the journal that gave it. */
export type JournalPosition = number

/**
 * The memory of one side. Everything is synchronous on purpose: what `append` has returned from is durable, and no other
 * event can slip between the entry and what follows from it.
 *
 * Hard rules for an implementation: after a crash at any moment every entry that `append` returned from is there again,
 * in order; an entry whose `append` did not return is there whole or not at all.
 */
export interface Journal {
  /** Visits every entry, oldest first. */
  replay(visit: (entry: JournalEntry, position: JournalPosition) => void): void
  /** Makes an entry durable. Throws if that failed; the entry is then not there. */
  append(entry: JournalEntry): JournalPosition
  /** Reads one entry again. */
  read(position: JournalPosition): JournalEntry
  /** Puts these entries in the place of all others, at once or not at all. Earlier positions are void; replay gives new ones. */
  rewrite(entries: Iterable<JournalEntry>): void
  close(): void
}

import type { JournalRecord } from './journal-record.ts'
import type { Forgettable, RetentionBounds } from './retention.ts'

/** By what a record is found again in this process. */
export type Place = number

/** What must survive a crash: every operation that moves money, from before it is sent. */
export interface Journal {
  /** Resolves when the record is on the disk. Records are kept in the order of the calls. */
  append(record: JournalRecord): Promise<Place>
  read(place: Place): Promise<JournalRecord>
  /**
   * Leaves out what may be forgotten; gives it, or `undefined` where there is nothing. Records are added meanwhile, and a
   * crash at any moment leaves either the old journal or the new one, with every record that was acknowledged.
   */
  forget(bounds: RetentionBounds): Promise<Forgettable | undefined>
  /** Whether it still takes records; after a failed write it takes none until the agent is started again. */
  readonly writable: boolean
  close(): Promise<void>
}

/** A journal as it was found. */
export interface OpenedJournal {
  readonly journal: Journal
  readonly found: readonly (readonly [record: JournalRecord, place: Place])[]
}

import { storeError } from '../../errors/ledger-error.ts'
import type { Store } from '../../store/contract.ts'
import { memoryStore } from '../../store/memory/memory-store.ts'

/**
 * What becomes of a commit.
 *
 * - `full`: there is no room, nothing is stored
 * - `in doubt, stored`, `in doubt, lost`: the database cannot say what became of it
 * - `power cut`, `power cut in a checkpoint`: the power fails while it is written, or while the log is moved into the database
 */
export type CommitFate =
  | 'stored'
  | 'full'
  | 'in doubt, stored'
  | 'in doubt, lost'
  | 'power cut'
  | 'power cut in a checkpoint'

/** Where the store of a simulated world lies, and what it goes through. */
export interface Disk {
  /** How likely each fate is. */
  readonly fates: Readonly<Partial<Record<CommitFate, number>>>
  /** The store on what the disk holds now. */
  store(): Store
  /** Commits through the store that is open, with a fate that is no good one. @param dies ends the process after milliseconds */
  commit(work: () => Promise<void>, fate: Exclude<CommitFate, 'stored'>, dies: (after: number) => void): Promise<void>
  /** The process has died, perhaps with its power: what is left is opened next. */
  crash(): void
  /** Everything is removed. */
  remove(): void
}

/** A disk without a disk: the store holds what it acknowledged through every crash, or loses it by itself. */
export function plainDisk(store: Store = memoryStore()): Disk {
  return {
    fates: { stored: 97, full: 1, 'in doubt, stored': 1, 'in doubt, lost': 1 },
    store: () => store,
    async commit(work, fate) {
      if (fate === 'full') throw storeError('LEDGER_FULL')
      if (fate === 'in doubt, stored') await work()
      throw storeError('COMMIT_UNKNOWN')
    },
    crash: () => {},
    remove: () => {},
  }
}

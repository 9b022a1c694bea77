import type { Journal } from './journal.ts'
import type { JournalEntry } from './journal-entry.ts'

/**
 * A journal that ends with the process: for tests, and for an institution that keeps its own record of what it sends.
 *
 * @example
 * ```ts
 * import { memoryJournal } from '@nationec/transport-serial'
 *
 * const journal = memoryJournal()
 * journal.append({ type: 'low-water', peer: 'ff'.repeat(8), madeAt: 0 })
 * journal.replay((entry) => console.log(entry.type)) // low-water
 * ```
 */
export function memoryJournal(): Journal {
  let entries: JournalEntry[] = []
  return {
    replay: (visit) => entries.forEach(visit),
    append: (entry) => entries.push(entry) - 1,
    read(position) {
      const entry = entries[position]
      if (entry === undefined) throw new RangeError('no entry at this position')
      return entry
    },
    rewrite(kept) {
      entries = [...kept]
    },
    close: () => {},
  }
}

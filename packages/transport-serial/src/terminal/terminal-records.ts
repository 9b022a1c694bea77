import type { Journal, JournalPosition } from '../journal/journal.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import type { RequestId } from '../message/message.ts'
import { type Remembered, readMemory, type TerminalMemory } from './terminal-memory.ts'

type EntryOf<Type extends JournalEntry['type']> = Extract<JournalEntry, { readonly type: Type }>

/** A request that had no effect and never will have one. */
interface Tombstone {
  readonly type: 'void' | 'not-executed'
  readonly id: RequestId
  readonly madeAt: number
}

/** What the terminal knows, in the journal and in memory: nothing comes into memory before the journal has it. */
export class TerminalRecords {
  readonly #journal: Journal
  readonly #memory: TerminalMemory
  #isUnmarked: boolean

  /** @param since since when an empty journal remembers, in seconds since 1970 */
  constructor(journal: Journal, since: number | undefined) {
    this.#journal = journal
    this.#memory = readMemory(journal)
    this.#isUnmarked = this.#memory.isEmpty && since !== undefined
    if (this.#isUnmarked) this.#memory.lowWater = since ?? -1
  }

  get requests(): ReadonlyMap<RequestId, Remembered> {
    return this.#memory.requests
  }

  /** Those that were not acknowledged. */
  get pushes(): Iterable<RequestId> {
    return this.#memory.pushes.keys()
  }

  hasPush(id: RequestId): boolean {
    return this.#memory.pushes.has(id)
  }

  /** Whether a request of that time may have been forgotten. */
  isForgotten(madeAt: number): boolean {
    return madeAt <= this.#memory.lowWater
  }

  /** Remembers a request whose effect may begin now. Throws what the journal throws. */
  begin(entry: EntryOf<'request'>, digest: string): void {
    const position = this.#write(entry)
    const { id, madeAt } = entry
    this.#memory.requests.set(id, { state: 'begun', madeAt, digest, acknowledged: false, position })
  }

  /** The journal did not take a request: as long as this program runs, nothing is done under its id. */
  bar(id: RequestId, madeAt: number): void {
    const known: Remembered = { state: 'not-executed', madeAt, digest: undefined, acknowledged: false, position: 0 }
    this.#memory.requests.set(id, known)
  }

  /** Writes a tombstone, so that what is said now stays true for every late copy. Throws what the journal throws. */
  bury(entry: Tombstone): void {
    const { type, id, madeAt } = entry
    const position = this.#write(entry)
    this.#memory.requests.set(id, { state: type, madeAt, digest: undefined, acknowledged: true, position })
  }

  /** Notes how an effect has ended. Throws what the journal throws. */
  end(known: Remembered, entry: EntryOf<'done'> | Tombstone): void {
    const position = this.#write(entry)
    known.state = entry.type
    if (entry.type === 'done') known.position = position
  }

  /** Keeps a push until it is acknowledged. Throws what the journal throws. */
  keepPush(entry: EntryOf<'push'>): void {
    this.#memory.pushes.set(entry.id, this.#write(entry))
  }

  /** The institution has the result or the push. Throws what the journal throws. */
  acknowledge(id: RequestId, now: number): void {
    this.#write({ type: 'acknowledged', id, madeAt: now })
    const known = this.#memory.requests.get(id)
    if (known !== undefined) known.acknowledged = true
    this.#memory.pushes.delete(id)
  }

  /** The request as it came, or `undefined` if the disk cannot be read: what is not known is not said. */
  request({ position }: Remembered): EntryOf<'request'> | undefined {
    const entry = this.#read(position)
    return entry?.type === 'request' ? entry : undefined
  }

  result({ position }: Remembered): EntryOf<'done'> | undefined {
    const entry = this.#read(position)
    return entry?.type === 'done' ? entry : undefined
  }

  push(id: RequestId): EntryOf<'push'> | undefined {
    const position = this.#memory.pushes.get(id)
    const entry = position === undefined ? undefined : this.#read(position)
    return entry?.type === 'push' ? entry : undefined
  }

  /** An empty journal begins with the time since when it remembers. */
  #write(entry: JournalEntry): JournalPosition {
    if (this.#isUnmarked) this.#journal.append({ type: 'low-water', madeAt: this.#memory.lowWater })
    this.#isUnmarked = false
    return this.#journal.append(entry)
  }

  #read(position: JournalPosition): JournalEntry | undefined {
    try {
      return this.#journal.read(position)
    } catch {
      return undefined
    }
  }
}

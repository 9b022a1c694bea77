import type { Journal, JournalPosition } from '../journal/journal.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import type { PeerId, RequestId } from '../message/message.ts'
import { type KeptPush, type Remembered, readMemory, type TerminalMemory } from './terminal-memory.ts'

type EntryOf<Type extends JournalEntry['type']> = Extract<JournalEntry, { readonly type: Type }>

/** A request that had no effect and never will have one. */
interface Tombstone {
  readonly type: 'void' | 'not-executed'
  readonly peer: PeerId
  readonly id: RequestId
  readonly madeAt: number
}

/** What the terminal knows, in the journal and in memory: nothing comes into memory before the journal has it. */
export class TerminalRecords {
  readonly #journal: Journal
  readonly #memory: TerminalMemory
  /** Their marks are not in the journal yet. */
  readonly #unmarked = new Set<PeerId>()

  constructor(journal: Journal) {
    this.#journal = journal
    this.#memory = readMemory(journal)
  }

  /**
   * A peer that has nothing in the journal begins with a mark of the second before: what it made earlier may have gone to the terminal
   * that stood here before, or stood in a journal that is lost.
   *
   * @param time its own clock, which gives its requests their time
   */
  meet(peer: PeerId, time: number): void {
    const { marks } = this.#memory
    if (marks.has(peer)) return
    marks.set(peer, Math.max(0, time - 1))
    this.#unmarked.add(peer)
    try {
      this.#writeMark(peer)
    } catch {
      // It is written with the next entry of this peer, or there is none.
    }
  }

  get requests(): ReadonlyMap<RequestId, Remembered> {
    return this.#memory.requests
  }

  /** Those that were not acknowledged. */
  get pushes(): ReadonlyMap<RequestId, KeptPush> {
    return this.#memory.pushes
  }

  /** Whether a request of that peer and time may have been forgotten. */
  isForgotten(peer: PeerId, madeAt: number): boolean {
    return madeAt <= (this.#memory.marks.get(peer) ?? Number.POSITIVE_INFINITY)
  }

  /** Remembers a request whose effect may begin now. Throws what the journal throws. */
  begin(entry: EntryOf<'request'>, digest: string): void {
    const position = this.#write(entry)
    const { peer, id, madeAt } = entry
    this.#memory.requests.set(id, { state: 'begun', peer, madeAt, digest, acknowledged: false, position })
  }

  /** The journal did not take a request: as long as this program runs, nothing is done under its id. */
  bar({ peer, id, madeAt }: Pick<Tombstone, 'peer' | 'id' | 'madeAt'>): void {
    const known: Remembered = {
      state: 'not-executed',
      peer,
      madeAt,
      digest: undefined,
      acknowledged: false,
      position: 0,
    }
    this.#memory.requests.set(id, known)
  }

  /** Writes a tombstone, so that what is said now stays true for every late copy. Throws what the journal throws. */
  bury(entry: Tombstone): void {
    const { type, peer, id, madeAt } = entry
    const position = this.#write(entry)
    this.#memory.requests.set(id, { state: type, peer, madeAt, digest: undefined, acknowledged: true, position })
  }

  /** Notes how an effect has ended. Throws what the journal throws. */
  end(known: Remembered, entry: EntryOf<'done'> | Tombstone): void {
    const position = this.#write(entry)
    known.state = entry.type
    if (entry.type === 'done') known.position = position
  }

  /** Keeps a push until it is acknowledged. Throws what the journal throws. */
  keepPush(entry: EntryOf<'push'>): void {
    this.#memory.pushes.set(entry.id, { peer: entry.peer, position: this.#write(entry) })
  }

  /** The institution has the result or the push. Throws what the journal throws. */
  acknowledge(peer: PeerId, id: RequestId, now: number): void {
    this.#write({ type: 'acknowledged', peer, id, madeAt: now })
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
    const kept = this.#memory.pushes.get(id)
    const entry = kept === undefined ? undefined : this.#read(kept.position)
    return entry?.type === 'push' ? entry : undefined
  }

  /** The first entry of a peer comes behind its mark. */
  #write(entry: JournalEntry): JournalPosition {
    this.#writeMark(entry.peer)
    return this.#journal.append(entry)
  }

  #writeMark(peer: PeerId): void {
    if (!this.#unmarked.has(peer)) return
    this.#journal.append({ type: 'low-water', peer, madeAt: this.#memory.marks.get(peer) ?? 0 })
    this.#unmarked.delete(peer)
  }

  #read(position: JournalPosition): JournalEntry | undefined {
    try {
      return this.#journal.read(position)
    } catch {
      return undefined
    }
  }
}

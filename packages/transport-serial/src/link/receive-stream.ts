import { type Acknowledgement, MOST_RANGES } from './ack.ts'
import { type Range, RangeSet } from './ranges.ts'

/** More holes than this come from no honest peer; each costs memory. */
export const MOST_HOLES = 256
/** How many arrivals an acknowledgement looks back on. */
const REMEMBERED = 4 * MOST_RANGES

/** The receiving half of one stream: puts the pieces in order, also when some were lost or came twice. */
export class ReceiveStream {
  readonly #window: number
  readonly #ring: Uint8Array
  /** What has arrived beyond `#next`. */
  readonly #early = new RangeSet()
  /** Where the latest pieces beyond `#next` began, the newest last. */
  #recent: number[] = []
  /** Everything before this offset has arrived. */
  #next: number
  /** Everything before this offset was delivered. */
  #delivered: number
  #reading = true

  constructor(window: number, start = 0) {
    this.#window = window
    this.#ring = new Uint8Array(window)
    this.#next = start
    this.#delivered = start
  }

  get next(): number {
    return this.#next
  }

  /**
   * Takes one piece, and gives what is now in order through `deliver`.
   *
   * @returns false if it lies outside the window or makes too many holes: it must not be acknowledged
   */
  accept(offset: number, bytes: Uint8Array, deliver: (bytes: Uint8Array) => void): boolean {
    const end = offset + bytes.length
    if (end > this.#delivered + this.#window) return false
    if (end <= this.#next) return true
    const start = Math.max(offset, this.#next)
    const fresh = start === offset ? bytes : bytes.subarray(start - offset)
    if (start === this.#next && this.#early.size === 0 && this.#reading && this.#delivered === start) {
      this.#next = end
      this.#delivered = end
      deliver(fresh)
      return true
    }
    if (start > this.#next && this.#early.size >= MOST_HOLES && !this.#touchesEarly(start, end)) return false
    this.#store(start, fresh)
    if (start > this.#next) {
      this.#early.add(start, end)
      this.#recent.push(start)
      if (this.#recent.length > REMEMBERED) this.#recent.shift()
    } else this.#advance(end)
    this.#deliver(deliver)
    return true
  }

  setReading(reading: boolean, deliver: (bytes: Uint8Array) => void): void {
    this.#reading = reading
    this.#deliver(deliver)
  }

  /** The news for the sender: of many ranges those that changed last, because the others were told before. */
  acknowledgement(): Acknowledgement {
    const credit = this.#window - (this.#next - this.#delivered)
    if (this.#early.size === 0) return { next: this.#next, credit, ranges: [] }
    const told = new Set<Range>()
    for (let index = this.#recent.length - 1; index >= 0 && told.size < MOST_RANGES; index -= 1) {
      const range = this.#early.containing(this.#recent[index] ?? 0)
      if (range !== undefined) told.add(range)
    }
    return { next: this.#next, credit, ranges: [...told].sort((a, b) => a.start - b.start) }
  }

  #touchesEarly(start: number, end: number): boolean {
    return this.#early.containing(start - 1) !== undefined || this.#early.containing(end) !== undefined
  }

  #advance(end: number): void {
    let next = end
    for (let first = this.#early.first; first !== undefined && first.start <= next; first = this.#early.first) {
      next = Math.max(next, first.end)
      this.#early.remove(first.start, first.end)
    }
    this.#next = next
    if (this.#early.size === 0) this.#recent = []
  }

  #store(start: number, bytes: Uint8Array): void {
    const at = start % this.#window
    const room = this.#window - at
    if (bytes.length <= room) this.#ring.set(bytes, at)
    else {
      this.#ring.set(bytes.subarray(0, room), at)
      this.#ring.set(bytes.subarray(room), 0)
    }
  }

  #deliver(deliver: (bytes: Uint8Array) => void): void {
    while (this.#reading && this.#delivered < this.#next) {
      const at = this.#delivered % this.#window
      const length = Math.min(this.#next - this.#delivered, this.#window - at)
      this.#delivered += length
      deliver(this.#ring.subarray(at, at + length))
    }
  }
}

import type { Acknowledgement } from './ack.ts'
import { ByteQueue } from './byte-queue.ts'
import { InFlight, type Segment, type Verdict } from './in-flight.ts'
import { type Range, RangeSet } from './ranges.ts'

const NOTHING: Verdict = { arrived: [], lost: [] }

/** The sending half of one stream: what is queued, what is in flight, what must be sent again. */
export class SendStream {
  readonly #queue: ByteQueue
  readonly #inFlight = new InFlight()
  readonly #lost = new RangeSet()
  /** The first offset that was never sent. */
  #fresh: number
  /** Up to here the peer has room. */
  #limit: number

  constructor(credit: number, start = 0) {
    this.#queue = new ByteQueue(start)
    this.#fresh = start
    this.#limit = start + credit
  }

  /** The first byte that is not acknowledged. */
  get start(): number {
    return this.#queue.start
  }

  get pending(): number {
    return this.#queue.end - this.#queue.start
  }

  get hasInFlight(): boolean {
    return !this.#inFlight.isEmpty
  }

  /** When the last bit left of what was sent last and is not yet heard of. */
  get lastLeftAt(): number {
    return this.#inFlight.last?.leftAt ?? Number.NEGATIVE_INFINITY
  }

  /** Bytes wait, and only the peer's want of room keeps them here. */
  get isBlocked(): boolean {
    return !this.hasInFlight && this.#lost.size === 0 && this.#fresh < this.#queue.end && this.#fresh >= this.#limit
  }

  append(bytes: Uint8Array): void {
    this.#queue.append(bytes)
  }

  /** What goes into the next frame: first what was lost, at the present frame size, then new bytes as far as credit goes. */
  next(mostBytes: number): Range | undefined {
    const lost = this.#lost.first
    if (lost !== undefined) return { start: lost.start, end: Math.min(lost.end, lost.start + mostBytes) }
    const end = Math.min(this.#queue.end, this.#limit, this.#fresh + mostBytes)
    return end > this.#fresh ? { start: this.#fresh, end } : undefined
  }

  /** Copies the bytes of {@link next}. */
  read(range: Range, target: Uint8Array, at: number): void {
    this.#queue.read(range.start, range.end, target, at)
  }

  /** Notes that they were sent; says whether they had been sent before. */
  sent(range: Range, order: number, leftAt: number): boolean {
    this.#inFlight.add({ start: range.start, end: range.end, order, leftAt })
    if (range.start < this.#fresh) {
      this.#lost.remove(range.start, range.end)
      return true
    }
    this.#fresh = range.end
    return false
  }

  /** Takes the news of an ACK; `undefined` if it acknowledges what was never sent. */
  acknowledge(news: Acknowledgement): Verdict | undefined {
    const highest = news.ranges.at(-1)?.end ?? news.next
    if (highest > this.#fresh) return undefined
    if (news.next < this.#queue.start) return NOTHING // overtaken by a later one
    // Room once given is never taken back; a smaller one only means that the delivery is late.
    this.#limit = Math.max(this.#limit, news.next + news.credit)
    const verdict = this.#inFlight.judge((segment) => uncoveredParts(segment, news))
    this.#declareLost(verdict.lost)
    if (news.next > this.#queue.start) {
      this.#lost.remove(this.#queue.start, news.next)
      this.#queue.release(news.next)
    }
    for (const { start, end } of news.ranges) this.#lost.remove(start, end)
    return verdict
  }

  /** Everything in flight that was sent before the frame of that order is lost: that frame is known to have arrived. */
  loseSentBefore(order: number): void {
    this.#declareLost(this.#inFlight.takeSentBefore(order))
  }

  /** The line was cut: nothing in flight will be heard of. */
  loseAll(): void {
    this.loseSentBefore(Number.POSITIVE_INFINITY)
  }

  /** Sends the last segment again, so that its acknowledgement tells of all before it. */
  probe(): void {
    const last = this.#inFlight.takeLast()
    if (last !== undefined) this.#declareLost([last])
  }

  #declareLost(segments: readonly Segment[]): void {
    for (const { start, end } of segments) this.#lost.add(start, end)
  }
}

function uncoveredParts(segment: Segment, { next, ranges }: Acknowledgement): readonly Segment[] {
  if (segment.end <= next) return []
  if (ranges.length === 0 && segment.start >= next) return [segment]
  const parts: Segment[] = []
  let start = Math.max(segment.start, next)
  for (const range of ranges) {
    if (range.end <= start) continue
    if (range.start >= segment.end) break
    if (range.start > start) parts.push({ ...segment, start, end: range.start })
    start = Math.min(range.end, segment.end)
  }
  if (start < segment.end) parts.push(start === segment.start ? segment : { ...segment, start })
  return parts
}

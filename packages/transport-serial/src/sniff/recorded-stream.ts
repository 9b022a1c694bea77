import { expandOffset } from '../link/offsets.ts'
import { RangeSet } from '../link/ranges.ts'
import { ReceiveStream } from '../link/receive-stream.ts'
import { createMessageHeads, type MessageHeads } from './message-heads.ts'

/** More holes than this no receiver allows (link, section 5). */
const MOST_RANGES = 256

/** One stream as a recording shows it: what came again, what is missing, where messages end. */
export class RecordedStream {
  readonly #seen = new RangeSet()
  readonly #inOrder: ReceiveStream
  readonly #heads: MessageHeads = createMessageHeads()
  #near: number | undefined
  #forgotten = 0

  /** @param window the most bytes ahead of a hole that are kept */
  constructor(window: number) {
    this.#inOrder = new ReceiveStream(window)
  }

  /** Takes a piece; gives how many of its bytes were recorded before. */
  add(onLine: number, bytes: Uint8Array, onMessage: (length: number, head: Uint8Array) => void): number {
    const start = this.#near === undefined ? onLine : expandOffset(onLine, this.#near)
    const end = start + bytes.length
    this.#near = end
    const resent = this.#overlap(start, end)
    this.#seen.add(start, end)
    if (this.#seen.size > MOST_RANGES) this.#forgetFirst()
    this.#inOrder.accept(start, bytes, (ordered) => this.#heads.push(ordered, onMessage))
    return resent
  }

  /** Bytes that later pieces show to have been sent, and that are not in the recording. */
  get missing(): number {
    let missing = this.#forgotten
    let last: number | undefined
    for (const { start, end } of this.#seen) {
      if (last !== undefined) missing += start - last
      last = end
    }
    return missing
  }

  #overlap(from: number, to: number): number {
    let bytes = 0
    for (const { start, end } of this.#seen) bytes += Math.max(0, Math.min(end, to) - Math.max(start, from))
    return bytes
  }

  #forgetFirst(): void {
    const [first, second] = this.#seen
    if (first === undefined || second === undefined) return
    this.#forgotten += second.start - first.end
    this.#seen.remove(first.start, first.end)
  }
}

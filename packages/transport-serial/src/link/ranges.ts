/** The offsets from `start` up to, not including, `end`. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Sorted ranges that neither touch nor overlap. */
export class RangeSet {
  #ranges: Range[] = []

  get first(): Range | undefined {
    return this.#ranges[0]
  }

  get size(): number {
    return this.#ranges.length
  }

  add(start: number, end: number): void {
    if (start >= end) return
    const last = this.#ranges.at(-1)
    if (last === undefined || last.end < start) {
      this.#ranges.push({ start, end })
      return
    }
    let low = start
    let high = end
    const from = this.#firstEndingAt(start)
    let to = from
    for (; to < this.#ranges.length; to += 1) {
      const range = this.#ranges[to] as Range
      if (range.start > high) break
      low = Math.min(low, range.start)
      high = Math.max(high, range.end)
    }
    this.#ranges.splice(from, to - from, { start: low, end: high })
  }

  remove(start: number, end: number): void {
    if (start >= end || this.#ranges.length === 0) return
    const from = this.#firstEndingAt(start)
    const pieces: Range[] = []
    let to = from
    for (; to < this.#ranges.length; to += 1) {
      const range = this.#ranges[to] as Range
      if (range.start >= end) break
      if (range.start < start) pieces.push({ start: range.start, end: Math.min(range.end, start) })
      if (range.end > end) pieces.push({ start: end, end: range.end })
    }
    this.#ranges.splice(from, to - from, ...pieces)
  }

  /** The range that holds this offset. */
  containing(offset: number): Range | undefined {
    const range = this.#ranges[this.#firstEndingAt(offset + 1)]
    return range !== undefined && range.start <= offset ? range : undefined
  }

  clear(): void {
    this.#ranges = []
  }

  [Symbol.iterator](): IterableIterator<Range> {
    return this.#ranges.values()
  }

  /** The index of the first range that ends at `offset` or behind it. */
  #firstEndingAt(offset: number): number {
    let low = 0
    let high = this.#ranges.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#ranges[middle] as Range).end < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

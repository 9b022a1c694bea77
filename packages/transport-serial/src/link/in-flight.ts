/** A piece of a stream that was sent and of which nothing is known yet. */
export interface Segment {
  readonly start: number
  readonly end: number
  /** Counts the frames of the link in the order in which they were sent. */
  readonly order: number
  /** When its last bit left, as the pace of the line has it. */
  readonly leftAt: number
}

/** What an acknowledgement says of the segments in flight. */
export interface Verdict {
  /** Whole segments that have arrived. */
  readonly arrived: readonly Segment[]
  /** Sent before one that has arrived, and not arrived: on a line nothing overtakes, so they are lost. */
  readonly lost: readonly Segment[]
}

/** The segments in flight of one stream: disjoint, in the order of sending. */
export class InFlight {
  #segments: Segment[] = []

  get isEmpty(): boolean {
    return this.#segments.length === 0
  }

  get last(): Segment | undefined {
    return this.#segments.at(-1)
  }

  add(segment: Segment): void {
    this.#segments.push(segment)
  }

  /**
   * Takes out what `isCovered` knows to have arrived, and then everything that was sent before the last of these.
   *
   * @param uncovered gives the parts of a segment that have not arrived
   */
  judge(uncovered: (segment: Segment) => readonly Segment[]): Verdict {
    const arrived: Segment[] = []
    const rest: Segment[] = []
    for (const segment of this.#segments) {
      const parts = uncovered(segment)
      if (parts.length === 0) arrived.push(segment)
      else rest.push(...parts)
    }
    this.#segments = rest
    const newest = arrived.at(-1)
    return { arrived, lost: newest === undefined ? [] : this.takeSentBefore(newest.order) }
  }

  /** Takes out every segment that was sent before the frame of that order. */
  takeSentBefore(order: number): Segment[] {
    const firstKept = this.#segments.findIndex((segment) => segment.order >= order)
    return this.#segments.splice(0, firstKept === -1 ? this.#segments.length : firstKept)
  }

  /** Takes out the segment that was sent last. */
  takeLast(): Segment | undefined {
    return this.#segments.pop()
  }
}

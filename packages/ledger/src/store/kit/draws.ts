/** Numbers that a seed gives, the same in every runtime. */
export interface Draws {
  /** A whole number from 0 to below the limit. */
  below(limit: number): number
  chance(share: number): boolean
  of<Any>(values: readonly Any[]): Any
}

/** mulberry32: 32 bits of state are enough to choose sample rows. */
export function drawsOf(seed: number): Draws {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    below: (limit) => Math.floor(next() * limit),
    chance: (share) => next() < share,
    of: (values) => values[Math.floor(next() * values.length)] as (typeof values)[number],
  }
}

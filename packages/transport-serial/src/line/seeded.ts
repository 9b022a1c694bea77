/** Random draws that only depend on a seed. */
export interface Draws {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number
  bytes(length: number): Uint8Array
  /** How many trials fail before the first success, each with the given chance; `Infinity` for no chance. */
  failuresBefore(chance: number): number
}

export function seeded(seed: number): Draws {
  let state = seed | 0
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    bytes(length) {
      const bytes = new Uint8Array(length)
      for (let at = 0; at < length; at += 1) bytes[at] = next() * 256
      return bytes
    },
    failuresBefore(chance) {
      if (chance <= 0) return Number.POSITIVE_INFINITY
      if (chance >= 1) return 0
      return Math.floor(Math.log(1 - next()) / Math.log1p(-chance))
    },
  }
}

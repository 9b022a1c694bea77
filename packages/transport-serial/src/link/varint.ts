/**
 * Whole numbers below 2^28 in one to four bytes: seven bits in each, the lowest first, bit 7 set in all but the last.
 */
export const MOST_IN_VARINT = 2 ** 28 - 1
const MOST_BYTES = 4

/** Writes the number; gives the position behind it. */
export function writeVarint(value: number, target: Uint8Array, at: number): number {
  let rest = value
  let to = at
  while (rest > 0x7f) {
    target[to] = (rest & 0x7f) | 0x80
    rest >>>= 7
    to += 1
  }
  target[to] = rest
  return to + 1
}

export function varintLength(value: number): number {
  return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x20_0000 ? 3 : 4
}

/** Takes a number byte by byte, as it comes. */
export interface VarintReader {
  /** The number when this byte was its last, `undefined` before, -1 if it is longer than four bytes. */
  push(byte: number): number | undefined
}

export function createVarintReader(): VarintReader {
  let value = 0
  let bytes = 0
  return {
    push(byte) {
      value |= (byte & 0x7f) << (7 * bytes)
      bytes += 1
      const ends = byte < 0x80
      if (!ends && bytes < MOST_BYTES) return undefined
      const result = ends ? value : -1
      value = 0
      bytes = 0
      return result
    },
  }
}

/** Reads all numbers of the payload; `undefined` if it does not end with the end of a number. */
export function readVarints(payload: Uint8Array, most: number): number[] | undefined {
  const numbers: number[] = []
  const reader = createVarintReader()
  let ended = true
  for (const byte of payload) {
    const value = reader.push(byte)
    ended = value !== undefined
    if (value === undefined) continue
    if (value < 0 || numbers.length === most) return undefined
    numbers.push(value)
  }
  return ended ? numbers : undefined
}

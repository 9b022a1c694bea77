/**
 * COBS, consistent overhead byte stuffing (Cheshire and Baker): takes every zero out of a frame, so that a zero on the line
 * can only be the border between two frames.
 */

/** The most bytes that `length` bytes can grow to, without the delimiter. */
export function longestEncoding(length: number): number {
  return length + Math.floor(length / 254) + 1
}

/** Writes the encoding of `bytes[start, end)` to `target` from `at`, without a delimiter; gives the position after it. */
export function cobsEncode(bytes: Uint8Array, start: number, end: number, target: Uint8Array, at: number): number {
  let block = start
  let to = at
  for (;;) {
    const limit = Math.min(block + 254, end)
    let zero = block
    while (zero < limit && bytes[zero] !== 0) zero += 1
    const length = zero - block
    target[to] = length + 1
    copy(bytes, block, length, target, to + 1)
    to += length + 1
    block = zero
    if (block === end) return to
    // After a full block of 254 no zero is implied, so the byte here is still to be written.
    if (length < 254) {
      block += 1
      if (block === end) {
        target[to] = 1
        return to + 1
      }
    }
  }
}

/**
 * Undoes the encoding in `bytes[start, end)`, which holds no zero, writing to `target` from 0. It may be the same array:
 * the result never overtakes the reading. Gives the length of the result, or -1 for what no encoder makes.
 */
export function cobsDecode(bytes: Uint8Array, start: number, end: number, target: Uint8Array): number {
  let from = start
  let to = 0
  while (from < end) {
    const code = bytes[from] as number
    const next = from + code
    if (code === 0 || next > end) return -1
    copy(bytes, from + 1, code - 1, target, to)
    to += code - 1
    from = next
    if (code < 255 && from < end) {
      target[to] = 0
      to += 1
    }
  }
  return to
}

/** Short runs byte by byte: a call into the engine costs more than a few bytes. */
function copy(bytes: Uint8Array, from: number, length: number, target: Uint8Array, to: number): void {
  if (length > 24) {
    if (bytes === target) target.copyWithin(to, from, from + length)
    else target.set(bytes.subarray(from, from + length), to)
    return
  }
  for (let index = 0; index < length; index += 1) target[to + index] = bytes[from + index] as number
}

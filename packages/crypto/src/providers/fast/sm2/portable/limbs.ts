/**
 * A number as eleven limbs of 24 bits in doubles, the lowest first: the product of two limbs, and the sum of eleven such
 * products, is exact. Limbs may be negative, and larger than 24 bits for a while. Nothing here branches on a limb.
 */
export const LIMBS = 11
export const UP = 2 ** 24
export const DOWN = 2 ** -24
/** Added and taken away again, it rounds a double below 2^51 to the nearest whole number. */
export const ROUND = 1.5 * 2 ** 52

export function createNumber(): Float64Array {
  return new Float64Array(LIMBS)
}

/** The limb at an index that is in range; an engine turns the call into one load. */
export function at(number: Float64Array | Float32Array, index: number): number {
  return number[index] as number
}

export function copy(out: Float64Array, number: Float64Array): void {
  for (let i = 0; i < LIMBS; i += 1) out[i] = at(number, i)
}

export function add(out: Float64Array, left: Float64Array, right: Float64Array): void {
  for (let i = 0; i < LIMBS; i += 1) out[i] = at(left, i) + at(right, i)
}

export function subtract(out: Float64Array, left: Float64Array, right: Float64Array): void {
  for (let i = 0; i < LIMBS; i += 1) out[i] = at(left, i) - at(right, i)
}

/** `sign` is 1 or −1. */
export function scale(number: Float64Array, sign: number): void {
  for (let i = 0; i < LIMBS; i += 1) number[i] = at(number, i) * sign
}

/** out = number if `choice` is 1, and stays itself if it is 0. */
export function copyIf(out: Float64Array, number: Float64Array, choice: number): void {
  const stay = 1 - choice
  for (let i = 0; i < LIMBS; i += 1) out[i] = at(out, i) * stay + at(number, i) * choice
}

/**
 * Carries limbs below 2^31 until all but the highest lie in 0 … 2^24 − 1. Returns 1 if the number is negative, otherwise 0.
 *
 * In whole numbers, because the time that an engine takes for `Math.floor` was seen to depend on the value.
 */
export function carry(number: Float64Array): number {
  let rest = 0
  for (let i = 0; i < LIMBS - 1; i += 1) {
    const limb = (at(number, i) | 0) + rest
    rest = limb >> 24
    number[i] = limb & 0xffffff
  }
  const top = (at(number, LIMBS - 1) | 0) + rest
  number[LIMBS - 1] = top
  return top >>> 31
}

/** 1 if every limb is zero, otherwise 0. */
export function isZero(number: Float64Array): number {
  let any = 0
  for (let i = 0; i < LIMBS; i += 1) any |= at(number, i)
  return ((any | -any) >>> 31) ^ 1
}

/** Reads 32 bytes, the highest first. */
export function fromBytes(out: Float64Array, bytes: Uint8Array): void {
  const byte = (index: number): number => bytes[index] as number
  for (let i = 0; i < 10; i += 1) out[i] = byte(31 - 3 * i) | (byte(30 - 3 * i) << 8) | (byte(29 - 3 * i) << 16)
  out[10] = byte(1) | (byte(0) << 8)
}

/** Writes a carried number below 2^256 as 32 bytes, the highest first. */
export function toBytes(out: Uint8Array, offset: number, number: Float64Array): void {
  for (let i = 0; i < 32; i += 1) {
    const place = 31 - i
    const limb = Math.floor(place / 3)
    out[offset + i] = at(number, limb) >> (8 * (place - 3 * limb))
  }
}

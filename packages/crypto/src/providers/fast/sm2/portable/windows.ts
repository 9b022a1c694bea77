import { carry, copyIf, createNumber, fromBytes, subtract, toBytes } from './limbs.ts'
import { N } from './order.ts'

/**
 * An odd scalar below 2^256 is Σ dᵢ 32^i with 52 odd digits between −31 and 31: dᵢ is made of the bits 5i + 1 … 5i + 5,
 * of which the lowest is implied, and the last digit is 1. No digit is zero, so every step of a multiplication is the
 * same; for an even scalar k the multiplication runs with n − k, and the result is negated.
 */
export const ROWS = 51

const number = createNumber()
const opposite = createNumber()
const bytes = new Uint8Array(32)

/** Splits a scalar 1 … n − 1 into the stored bits of its 51 lower digits. Gives −1 if the result is to be negated, or 1. */
export function readDigits(windows: Uint8Array, scalar: Uint8Array): number {
  fromBytes(number, scalar)
  subtract(opposite, N, number)
  carry(opposite)
  const odd = (scalar[31] as number) & 1
  copyIf(number, opposite, 1 - odd)
  toBytes(bytes, 0, number)
  for (let digit = 0; digit < ROWS; digit += 1) {
    const bit = 5 * digit + 1
    const place = 31 - (bit >> 3)
    // The bit above the highest byte is zero.
    const pair = (bytes[place] as number) | ((place > 0 ? (bytes[place - 1] as number) : 0) << 8)
    windows[digit] = (pair >> (bit & 7)) & 31
  }
  return 2 * odd - 1
}

/** The sign of a digit, 1 or −1. */
export function signOf(window: number): number {
  return ((window >> 4) << 1) - 1
}

/** The place of its odd value among the odd multiples: 0 for 1, 15 for 31. */
export function indexOf(window: number): number {
  return (window ^ ((window >> 4) - 1)) & 15
}

export function wipeWindows(): void {
  number.fill(0)
  opposite.fill(0)
  bytes.fill(0)
}

import { fromBytes, toBits } from './bytes'
import { BITS_OF_SCALAR, temporary } from './layout'
import { carry, copyIf, SIZE, subtract } from './limbs'
import { N } from './order'

/**
 * An odd scalar below 2^256 is Σ dᵢ 32^i with 52 odd digits between −31 and 31: dᵢ is made of the bits 5i + 1 … 5i + 5,
 * of which the lowest is implied, and the last digit is 1. No digit is zero, so every step of a multiplication is the
 * same; for an even scalar k the multiplication runs with n − k, and the result is negated.
 */
export const ROWS: i32 = 51

/** Reads a scalar 1 … n − 1 and makes it odd; −1 if it was even, and the result is to be negated. */
export function readOdd(bytes: usize): i32 {
  const scalar = temporary(8)
  const opposite = temporary(9)
  fromBytes(scalar, bytes)
  subtract(opposite, N, scalar)
  carry(opposite)
  const even = (load<i32>(scalar) & 1) - 1
  copyIf(scalar, opposite, even)
  toBits(BITS_OF_SCALAR, scalar)
  return even
}

/** −1 if the digit is negative. */
@inline
export function signMask(window: i32): i32 {
  return (window >> 4) - 1
}

/** The place of its odd value in a table of odd multiples: 0 for 1, 15 for 31. */
@inline
export function indexOf(window: i32): i32 {
  return (window ^ signMask(window)) & 15
}

/** The five stored bits of the digit. */
@inline
export function windowAt(digit: i32): i32 {
  const bit = 5 * digit + 1
  return (load<u32>(BITS_OF_SCALAR + (bit >> 3)) >> (bit & 7)) & 31
}

/**
 * A number of up to 261 bits as nine limbs of 29 bits, in nine signed 32-bit words, the lowest limb first.
 *
 * The limbs of a sum or a difference are not carried at once: a limb may be negative or larger than 29 bits for a
 * while. Nothing here branches on a limb.
 */
export const LIMBS: i32 = 9
/** Bytes of one number. */
export const SIZE: usize = 36
export const BITS: i64 = 29
export const MASK: i64 = (1 << 29) - 1

@inline
export function limb(number: usize, index: usize): i64 {
  return load<i32>(number + (index << 2))
}

@inline
export function put(number: usize, index: usize, value: i64): void {
  store<i32>(number + (index << 2), <i32>value)
}

export function copy(out: usize, number: usize): void {
  memory.copy(out, number, SIZE)
}

export function add(out: usize, left: usize, right: usize): void {
  for (let i: usize = 0; i < SIZE; i += 4) store<i32>(out + i, load<i32>(left + i) + load<i32>(right + i))
}

export function subtract(out: usize, left: usize, right: usize): void {
  for (let i: usize = 0; i < SIZE; i += 4) store<i32>(out + i, load<i32>(left + i) - load<i32>(right + i))
}

/** `mask` is −1 for the negative number and 0 for the number itself. */
export function negateIf(number: usize, mask: i32): void {
  for (let i: usize = 0; i < SIZE; i += 4) store<i32>(number + i, (load<i32>(number + i) ^ mask) - mask)
}

/** Overwrites `out` with `number` if `mask` is −1, and with itself if it is 0. */
export function copyIf(out: usize, number: usize, mask: i32): void {
  for (let i: usize = 0; i < SIZE; i += 4) {
    const old = load<i32>(out + i)
    store<i32>(out + i, old ^ ((old ^ load<i32>(number + i)) & mask))
  }
}

/** Makes the number 0 if `mask` is −1. */
export function clearIf(number: usize, mask: i32): void {
  for (let i: usize = 0; i < SIZE; i += 4) store<i32>(number + i, load<i32>(number + i) & ~mask)
}

/** Carries until the eight lower limbs lie in 0 … 2^29 − 1; the top limb keeps the sign. */
export function carry(number: usize): void {
  let rest: i64 = 0
  for (let i: usize = 0; i < 8; i++) {
    rest += limb(number, i)
    put(number, i, rest & MASK)
    rest >>= BITS
  }
  put(number, 8, limb(number, 8) + rest)
}

/** −1 if a carried number is zero, otherwise 0. */
export function zeroMask(number: usize): i32 {
  let any: i32 = 0
  for (let i: usize = 0; i < SIZE; i += 4) any |= load<i32>(number + i)
  return equalMask(any, 0)
}

/** −1 if two carried numbers are the same, otherwise 0. */
export function sameMask(left: usize, right: usize): i32 {
  let any: i32 = 0
  for (let i: usize = 0; i < SIZE; i += 4) any |= load<i32>(left + i) ^ load<i32>(right + i)
  return equalMask(any, 0)
}

/** −1 if two words are equal, otherwise 0, without a comparison that could become a branch. */
@inline
export function equalMask(left: i32, right: i32): i32 {
  const difference = left ^ right
  return ~((difference | -difference) >> 31)
}

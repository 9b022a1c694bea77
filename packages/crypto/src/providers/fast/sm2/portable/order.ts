import { at, carry, copyIf, createNumber, DOWN, LIMBS, ROUND, subtract, UP } from './limbs.ts'

/** Arithmetic modulo the order n of the curve, in Montgomery form with the factor 2^264; every result is below n. */
export const N = Float64Array.of(
  0xd54123,
  0xf40939,
  0x2b53bb,
  0x21c605,
  0x3df6b,
  0xffff72,
  0xffffff,
  0xffffff,
  0xffffff,
  0xfffeff,
  0xffff,
)
/** 2^528 mod n */
export const INTO_ORDER = Float64Array.of(
  0xb6d841,
  0xdcc46d,
  0x9f5832,
  0x8d5dd4,
  0x5f59bb,
  0x456c3f,
  0xffe0d4,
  0xc84c3a,
  0x3b620f,
  0xc0e03d,
  0xe412,
)
/** −1/n mod 2^24 */
const FACTOR = 0x350975

const product = createNumber()
const other = createNumber()

/** left · right / 2^264 mod n, of two numbers below 2^256 with limbs of 24 bits. */
export function orderMultiply(out: Float64Array, left: Float64Array, right: Float64Array): void {
  product.fill(0)
  for (let i = 0; i < LIMBS; i += 1) {
    const a = at(left, i)
    const low = at(product, 0) + a * at(right, 0)
    const m = lowLimb(lowLimb(low) * FACTOR)
    let rest = (low + m * at(N, 0)) * DOWN
    for (let j = 1; j < LIMBS; j += 1) {
      product[j - 1] = at(product, j) + a * at(right, j) + m * at(N, j) + rest
      rest = 0
    }
    product[LIMBS - 1] = 0
  }
  let rest = 0
  for (let i = 0; i < LIMBS; i += 1) {
    const limb = at(product, i) + rest
    out[i] = lowLimb(limb)
    rest = (limb - at(out, i)) * DOWN
  }
  // It lies between −n and n now: the multiples m of n were rounded to either side.
  addIfNegative(out)
}

/** The remainder between −2^23 and 2^23. */
function lowLimb(value: number): number {
  return value - (value * DOWN + ROUND - ROUND) * UP
}

/** Adds n to a number between −n and n if it is negative. */
function addIfNegative(number: Float64Array): void {
  const negative = carry(number)
  for (let i = 0; i < LIMBS; i += 1) other[i] = at(number, i) + at(N, i)
  carry(other)
  copyIf(number, other, negative)
}

/** Takes n away once if the number, below 2n and carried, reaches it. */
function reduceOnce(number: Float64Array): void {
  subtract(other, number, N)
  const below = carry(other)
  copyIf(number, other, 1 - below)
}

/** (left + right) mod n, of two numbers below 2^256. */
export function orderAdd(out: Float64Array, left: Float64Array, right: Float64Array): void {
  for (let i = 0; i < LIMBS; i += 1) out[i] = at(left, i) + at(right, i)
  carry(out)
  // 2^257 is less than 3n.
  reduceOnce(out)
  reduceOnce(out)
}

/** (left − right) mod n, of two numbers below n. */
export function orderSubtract(out: Float64Array, left: Float64Array, right: Float64Array): void {
  subtract(out, left, right)
  addIfNegative(out)
}

export function wipeOrder(): void {
  product.fill(0)
  other.fill(0)
}

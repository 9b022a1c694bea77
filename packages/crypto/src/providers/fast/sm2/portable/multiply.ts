import { at, DOWN, ROUND, UP } from './limbs.ts'

/**
 * Arithmetic modulo p = 2^256 − 2^224 − 2^96 + 2^64 − 1, in Montgomery form with the factor 2^264.
 *
 * p + 1 is a sum of four powers of two and p ≡ −1 (mod 2^64): to clear a limb m, p·m is added as m at four places, and
 * the Montgomery factor is 1. Limbs are rounded to −2^23 … 2^23, so a result lies between ±(1/2 + ab/256) p for factors
 * ap and bp. Sums and differences are left uncarried: a product is exact as long as the largest limbs of its factors
 * multiply to at most 11 · 2^46, so that eleven of them and the reduction fit into 53 bits.
 *
 * The carry is the last summand of each column, because the next column waits for it.
 */
export function multiply(out: Float64Array, left: Float64Array, right: Float64Array): void {
  const a0 = at(left, 0)
  const a1 = at(left, 1)
  const a2 = at(left, 2)
  const a3 = at(left, 3)
  const a4 = at(left, 4)
  const a5 = at(left, 5)
  const a6 = at(left, 6)
  const a7 = at(left, 7)
  const a8 = at(left, 8)
  const a9 = at(left, 9)
  const a10 = at(left, 10)
  const b0 = at(right, 0)
  const b1 = at(right, 1)
  const b2 = at(right, 2)
  const b3 = at(right, 3)
  const b4 = at(right, 4)
  const b5 = at(right, 5)
  const b6 = at(right, 6)
  const b7 = at(right, 7)
  const b8 = at(right, 8)
  const b9 = at(right, 9)
  const b10 = at(right, 10)
  let t = a0 * b0
  let c = t * DOWN + ROUND - ROUND
  const m0 = t - c * UP
  t = a0 * b1 + a1 * b0 + c
  c = t * DOWN + ROUND - ROUND
  const m1 = t - c * UP
  t = a0 * b2 + a1 * b1 + a2 * b0 + m0 * 65536 + c
  c = t * DOWN + ROUND - ROUND
  const m2 = t - c * UP
  t = a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 + m1 * 65536 + c
  c = t * DOWN + ROUND - ROUND
  const m3 = t - c * UP
  t = a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0 + m2 * 65536 - m0 + c
  c = t * DOWN + ROUND - ROUND
  const m4 = t - c * UP
  t = a0 * b5 + a1 * b4 + a2 * b3 + a3 * b2 + a4 * b1 + a5 * b0 + m3 * 65536 - m1 + c
  c = t * DOWN + ROUND - ROUND
  const m5 = t - c * UP
  t = a0 * b6 + a1 * b5 + a2 * b4 + a3 * b3 + a4 * b2 + a5 * b1 + a6 * b0 + m4 * 65536 - m2 + c
  c = t * DOWN + ROUND - ROUND
  const m6 = t - c * UP
  t = a0 * b7 + a1 * b6 + a2 * b5 + a3 * b4 + a4 * b3 + a5 * b2 + a6 * b1 + a7 * b0 + m5 * 65536 - m3 + c
  c = t * DOWN + ROUND - ROUND
  const m7 = t - c * UP
  t = a0 * b8 + a1 * b7 + a2 * b6 + a3 * b5 + a4 * b4 + a5 * b3 + a6 * b2 + a7 * b1 + a8 * b0 + m6 * 65536 - m4 + c
  c = t * DOWN + ROUND - ROUND
  const m8 = t - c * UP
  t = a0 * b9 + a1 * b8 + a2 * b7 + a3 * b6 + a4 * b5 + a5 * b4 + a6 * b3 + a7 * b2 + a8 * b1 + a9 * b0
  t = t + m7 * 65536 - m5 - m0 * 256 + c
  c = t * DOWN + ROUND - ROUND
  const m9 = t - c * UP
  t = a0 * b10 + a1 * b9 + a2 * b8 + a3 * b7 + a4 * b6 + a5 * b5 + a6 * b4 + a7 * b3 + a8 * b2 + a9 * b1 + a10 * b0
  t = t + m8 * 65536 - m6 - m1 * 256 + m0 * 65536 + c
  c = t * DOWN + ROUND - ROUND
  const m10 = t - c * UP
  t = a1 * b10 + a2 * b9 + a3 * b8 + a4 * b7 + a5 * b6 + a6 * b5 + a7 * b4 + a8 * b3 + a9 * b2 + a10 * b1
  t = t + m9 * 65536 - m7 - m2 * 256 + m1 * 65536 + c
  c = t * DOWN + ROUND - ROUND
  out[0] = t - c * UP
  t = a2 * b10 + a3 * b9 + a4 * b8 + a5 * b7 + a6 * b6 + a7 * b5 + a8 * b4 + a9 * b3 + a10 * b2
  t = t + m10 * 65536 - m8 - m3 * 256 + m2 * 65536 + c
  c = t * DOWN + ROUND - ROUND
  out[1] = t - c * UP
  t = a3 * b10 + a4 * b9 + a5 * b8 + a6 * b7 + a7 * b6 + a8 * b5 + a9 * b4 + a10 * b3 - m9 - m4 * 256 + m3 * 65536 + c
  c = t * DOWN + ROUND - ROUND
  out[2] = t - c * UP
  t = a4 * b10 + a5 * b9 + a6 * b8 + a7 * b7 + a8 * b6 + a9 * b5 + a10 * b4 - m10 - m5 * 256 + m4 * 65536 + c
  c = t * DOWN + ROUND - ROUND
  out[3] = t - c * UP
  t = a5 * b10 + a6 * b9 + a7 * b8 + a8 * b7 + a9 * b6 + a10 * b5 - m6 * 256 + m5 * 65536 + c
  c = t * DOWN + ROUND - ROUND
  out[4] = t - c * UP
  t = a6 * b10 + a7 * b9 + a8 * b8 + a9 * b7 + a10 * b6 - m7 * 256 + m6 * 65536 + c
  c = t * DOWN + ROUND - ROUND
  out[5] = t - c * UP
  t = a7 * b10 + a8 * b9 + a9 * b8 + a10 * b7 - m8 * 256 + m7 * 65536 + c
  c = t * DOWN + ROUND - ROUND
  out[6] = t - c * UP
  t = a8 * b10 + a9 * b9 + a10 * b8 - m9 * 256 + m8 * 65536 + c
  c = t * DOWN + ROUND - ROUND
  out[7] = t - c * UP
  t = a9 * b10 + a10 * b9 - m10 * 256 + m9 * 65536 + c
  c = t * DOWN + ROUND - ROUND
  out[8] = t - c * UP
  t = a10 * b10 + m10 * 65536 + c
  c = t * DOWN + ROUND - ROUND
  out[9] = t - c * UP
  out[10] = c
}

/** A function of its own for half the products is no faster here: the chain of carries takes the time. */
export function square(out: Float64Array, number: Float64Array): void {
  multiply(out, number, number)
}

import { limb, MASK, put } from './limbs'

/**
 * Arithmetic modulo p = 2^256 − 2^224 − 2^96 + 2^64 − 1, in Montgomery form with the factor 2^261.
 *
 * p + 1 is a sum of four powers of two and p ≡ −1 (mod 2^64): to clear a limb m, p·m is added as m at four places, and
 * the Montgomery factor is 1. A result lies between −p and 2p as long as the factors multiply to at most 32 p²; its
 * eight lower limbs have 29 bits. Sums and differences are left uncarried: a product is right as long as the largest
 * limbs of its factors multiply to less than 2^59.8, so that nine of them and the reduction fit into 63 bits.
 */
export function multiply(out: usize, left: usize, right: usize): void {
  const a0 = limb(left, 0)
  const a1 = limb(left, 1)
  const a2 = limb(left, 2)
  const a3 = limb(left, 3)
  const a4 = limb(left, 4)
  const a5 = limb(left, 5)
  const a6 = limb(left, 6)
  const a7 = limb(left, 7)
  const a8 = limb(left, 8)
  const b0 = limb(right, 0)
  const b1 = limb(right, 1)
  const b2 = limb(right, 2)
  const b3 = limb(right, 3)
  const b4 = limb(right, 4)
  const b5 = limb(right, 5)
  const b6 = limb(right, 6)
  const b7 = limb(right, 7)
  const b8 = limb(right, 8)
  let t = a0 * b0
  const m0 = t & MASK
  t = (t >> 29) + a0 * b1 + a1 * b0
  const m1 = t & MASK
  t = (t >> 29) + a0 * b2 + a1 * b1 + a2 * b0 + (m0 << 6)
  const m2 = t & MASK
  t = (t >> 29) + a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 + (m1 << 6) - (m0 << 9)
  const m3 = t & MASK
  t = (t >> 29) + a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0 + (m2 << 6) - (m1 << 9)
  const m4 = t & MASK
  t = (t >> 29) + a0 * b5 + a1 * b4 + a2 * b3 + a3 * b2 + a4 * b1 + a5 * b0 + (m3 << 6) - (m2 << 9)
  const m5 = t & MASK
  t = (t >> 29) + a0 * b6 + a1 * b5 + a2 * b4 + a3 * b3 + a4 * b2 + a5 * b1 + a6 * b0 + (m4 << 6) - (m3 << 9)
  const m6 = t & MASK
  t = (t >> 29) + a0 * b7 + a1 * b6 + a2 * b5 + a3 * b4 + a4 * b3 + a5 * b2 + a6 * b1 + a7 * b0 + (m5 << 6) - (m4 << 9) - (m0 << 21)
  const m7 = t & MASK
  t = (t >> 29) + a0 * b8 + a1 * b7 + a2 * b6 + a3 * b5 + a4 * b4 + a5 * b3 + a6 * b2 + a7 * b1 + a8 * b0 + (m6 << 6) - (m5 << 9) - (m1 << 21) + (m0 << 24)
  const m8 = t & MASK
  t = (t >> 29) + a1 * b8 + a2 * b7 + a3 * b6 + a4 * b5 + a5 * b4 + a6 * b3 + a7 * b2 + a8 * b1 + (m7 << 6) - (m6 << 9) - (m2 << 21) + (m1 << 24)
  put(out, 0, t & MASK)
  t = (t >> 29) + a2 * b8 + a3 * b7 + a4 * b6 + a5 * b5 + a6 * b4 + a7 * b3 + a8 * b2 + (m8 << 6) - (m7 << 9) - (m3 << 21) + (m2 << 24)
  put(out, 1, t & MASK)
  t = (t >> 29) + a3 * b8 + a4 * b7 + a5 * b6 + a6 * b5 + a7 * b4 + a8 * b3 - (m8 << 9) - (m4 << 21) + (m3 << 24)
  put(out, 2, t & MASK)
  t = (t >> 29) + a4 * b8 + a5 * b7 + a6 * b6 + a7 * b5 + a8 * b4 - (m5 << 21) + (m4 << 24)
  put(out, 3, t & MASK)
  t = (t >> 29) + a5 * b8 + a6 * b7 + a7 * b6 + a8 * b5 - (m6 << 21) + (m5 << 24)
  put(out, 4, t & MASK)
  t = (t >> 29) + a6 * b8 + a7 * b7 + a8 * b6 - (m7 << 21) + (m6 << 24)
  put(out, 5, t & MASK)
  t = (t >> 29) + a7 * b8 + a8 * b7 - (m8 << 21) + (m7 << 24)
  put(out, 6, t & MASK)
  t = (t >> 29) + a8 * b8 + (m8 << 24)
  put(out, 7, t & MASK)
  put(out, 8, t >> 29)
}

export function square(out: usize, number: usize): void {
  const a0 = limb(number, 0)
  const a1 = limb(number, 1)
  const a2 = limb(number, 2)
  const a3 = limb(number, 3)
  const a4 = limb(number, 4)
  const a5 = limb(number, 5)
  const a6 = limb(number, 6)
  const a7 = limb(number, 7)
  const a8 = limb(number, 8)
  const d0 = a0 << 1
  const d1 = a1 << 1
  const d2 = a2 << 1
  const d3 = a3 << 1
  const d4 = a4 << 1
  const d5 = a5 << 1
  const d6 = a6 << 1
  const d7 = a7 << 1
  let t = a0 * a0
  const m0 = t & MASK
  t = (t >> 29) + d0 * a1
  const m1 = t & MASK
  t = (t >> 29) + d0 * a2 + a1 * a1 + (m0 << 6)
  const m2 = t & MASK
  t = (t >> 29) + d0 * a3 + d1 * a2 + (m1 << 6) - (m0 << 9)
  const m3 = t & MASK
  t = (t >> 29) + d0 * a4 + d1 * a3 + a2 * a2 + (m2 << 6) - (m1 << 9)
  const m4 = t & MASK
  t = (t >> 29) + d0 * a5 + d1 * a4 + d2 * a3 + (m3 << 6) - (m2 << 9)
  const m5 = t & MASK
  t = (t >> 29) + d0 * a6 + d1 * a5 + d2 * a4 + a3 * a3 + (m4 << 6) - (m3 << 9)
  const m6 = t & MASK
  t = (t >> 29) + d0 * a7 + d1 * a6 + d2 * a5 + d3 * a4 + (m5 << 6) - (m4 << 9) - (m0 << 21)
  const m7 = t & MASK
  t = (t >> 29) + d0 * a8 + d1 * a7 + d2 * a6 + d3 * a5 + a4 * a4 + (m6 << 6) - (m5 << 9) - (m1 << 21) + (m0 << 24)
  const m8 = t & MASK
  t = (t >> 29) + d1 * a8 + d2 * a7 + d3 * a6 + d4 * a5 + (m7 << 6) - (m6 << 9) - (m2 << 21) + (m1 << 24)
  put(out, 0, t & MASK)
  t = (t >> 29) + d2 * a8 + d3 * a7 + d4 * a6 + a5 * a5 + (m8 << 6) - (m7 << 9) - (m3 << 21) + (m2 << 24)
  put(out, 1, t & MASK)
  t = (t >> 29) + d3 * a8 + d4 * a7 + d5 * a6 - (m8 << 9) - (m4 << 21) + (m3 << 24)
  put(out, 2, t & MASK)
  t = (t >> 29) + d4 * a8 + d5 * a7 + a6 * a6 - (m5 << 21) + (m4 << 24)
  put(out, 3, t & MASK)
  t = (t >> 29) + d5 * a8 + d6 * a7 - (m6 << 21) + (m5 << 24)
  put(out, 4, t & MASK)
  t = (t >> 29) + d6 * a8 + a7 * a7 - (m7 << 21) + (m6 << 24)
  put(out, 5, t & MASK)
  t = (t >> 29) + d7 * a8 - (m8 << 21) + (m7 << 24)
  put(out, 6, t & MASK)
  t = (t >> 29) + a8 * a8 + (m8 << 24)
  put(out, 7, t & MASK)
  put(out, 8, t >> 29)
}

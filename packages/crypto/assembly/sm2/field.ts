import { fromBytes, toBytes } from './bytes'
import { temporary } from './layout'
import { carry, clearIf, limb, MASK, put, sameMask, subtract, zeroMask } from './limbs'
import { multiply } from './multiply'

const P = memory.data<i32>([
  0x1fffffff, 0x1fffffff, 0x0000003f, 0x1ffffe00, 0x1fffffff, 0x1fffffff, 0x1fffffff, 0x1fdfffff, 0x00ffffff,
])
/** 2^522 mod p: one multiplication by it brings a number into Montgomery form. */
const INTO = memory.data<i32>([0x00000c00, 0x00004000, 0x1fff0000, 0x0017ffff, 0x00400000, 0x02000000, 0x00000000, 0x00000001, 0x00000010])
/** 1 in Montgomery form. */
export const ONE: usize = memory.data<i32>([0x00000020, 0x00000000, 0x1ffff800, 0x00003fff, 0x00000000, 0x00000000, 0x00000000, 0x04000000, 0x00000000])
/** 1 as it is: one multiplication by it leaves Montgomery form. */
const PLAIN_ONE = memory.data<i32>([1, 0, 0, 0, 0, 0, 0, 0, 0])

/**
 * Stores `left · a − right · b` with carried limbs, between −ε and p + ε: what exceeds 256 bits comes back through
 * 2^256 ≡ 2^224 + 2^96 − 2^64 + 1. The limbs are carried all at once, which leaves them a few units above 29 bits.
 */
@inline
export function combine(out: usize, left: usize, a: i64, right: usize, b: i64): void {
  const x0 = limb(left, 0) * a - limb(right, 0) * b
  const x1 = limb(left, 1) * a - limb(right, 1) * b
  const x2 = limb(left, 2) * a - limb(right, 2) * b
  const x3 = limb(left, 3) * a - limb(right, 3) * b
  const x4 = limb(left, 4) * a - limb(right, 4) * b
  const x5 = limb(left, 5) * a - limb(right, 5) * b
  const x6 = limb(left, 6) * a - limb(right, 6) * b
  const x7 = limb(left, 7) * a - limb(right, 7) * b
  const x8 = limb(left, 8) * a - limb(right, 8) * b + (x7 >> 29)
  const over = x8 >> 24
  put(out, 0, (x0 & MASK) + over)
  put(out, 1, (x1 & MASK) + (x0 >> 29))
  put(out, 2, (x2 & MASK) + (x1 >> 29) - (over << 6))
  put(out, 3, (x3 & MASK) + (x2 >> 29) + (over << 9))
  put(out, 4, (x4 & MASK) + (x3 >> 29))
  put(out, 5, (x5 & MASK) + (x4 >> 29))
  put(out, 6, (x6 & MASK) + (x5 >> 29))
  put(out, 7, (x7 & MASK) + (x6 >> 29) + (over << 21))
  put(out, 8, x8 & 0xffffff)
}

/** Brings 32 bytes below p into Montgomery form. */
export function fieldFromBytes(out: usize, bytes: usize): void {
  fromBytes(out, bytes)
  intoField(out, out)
}

export function intoField(out: usize, number: usize): void {
  multiply(out, number, INTO)
}

/** The one value below p, out of Montgomery form. */
export function outOfField(out: usize, number: usize): void {
  multiply(out, number, PLAIN_ONE)
  // It lies between 0 and p now, and p stands for 0.
  clearIf(out, sameMask(out, P))
}

export function fieldToBytes(out: usize, number: usize): void {
  const plain = temporary(16)
  outOfField(plain, number)
  toBytes(out, plain)
}

/** −1 if the number is a multiple of p, otherwise 0. */
export function fieldZeroMask(number: usize): i32 {
  const plain = temporary(16)
  outOfField(plain, number)
  return zeroMask(plain)
}

/** Of a carried number that is not negative. */
export function belowPrime(number: usize): bool {
  const difference = temporary(16)
  subtract(difference, number, P)
  carry(difference)
  return load<i32>(difference, 32) < 0
}

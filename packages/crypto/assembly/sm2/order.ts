import { temporary } from './layout'
import { add, carry, copyIf, limb, MASK, put, subtract } from './limbs'

/** Arithmetic modulo the order n of the curve, in Montgomery form with the factor 2^261; every result is below n. */
export const N: usize = memory.data<i32>([
  0x19d54123, 0x1ddfa049, 0x11814ad4, 0x07bed643, 0x1ffff720, 0x1fffffff, 0x1fffffff, 0x1fdfffff, 0x00ffffff,
])
/** 2^522 mod n */
export const INTO_ORDER: usize = memory.data<i32>([
  0x159b7552, 0x15c38c55, 0x0b5ce697, 0x1164d74c, 0x151153b6, 0x1875ffc1, 0x1620fc84, 0x00559e9d, 0x00d7904b,
])
/** −1/n mod 2^29 */
const FACTOR: i64 = 0x12350975

/** left · right / 2^261 mod n */
export function orderMultiply(out: usize, left: usize, right: usize): void {
  const b0 = limb(right, 0)
  const b1 = limb(right, 1)
  const b2 = limb(right, 2)
  const b3 = limb(right, 3)
  const b4 = limb(right, 4)
  const b5 = limb(right, 5)
  const b6 = limb(right, 6)
  const b7 = limb(right, 7)
  const b8 = limb(right, 8)
  let t0: i64 = 0
  let t1: i64 = 0
  let t2: i64 = 0
  let t3: i64 = 0
  let t4: i64 = 0
  let t5: i64 = 0
  let t6: i64 = 0
  let t7: i64 = 0
  for (let i: usize = 0; i < 9; i++) {
    const a = limb(left, i)
    t0 += a * b0
    const m = (t0 * FACTOR) & MASK
    t0 = t1 + a * b1 + m * 0x1ddfa049 + ((t0 + m * 0x19d54123) >> 29)
    t1 = t2 + a * b2 + m * 0x11814ad4
    t2 = t3 + a * b3 + m * 0x07bed643
    t3 = t4 + a * b4 + m * 0x1ffff720
    t4 = t5 + a * b5 + m * 0x1fffffff
    t5 = t6 + a * b6 + m * 0x1fffffff
    t6 = t7 + a * b7 + m * 0x1fdfffff
    t7 = a * b8 + m * 0x00ffffff
  }
  t1 += t0 >> 29
  t2 += t1 >> 29
  t3 += t2 >> 29
  t4 += t3 >> 29
  t5 += t4 >> 29
  t6 += t5 >> 29
  t7 += t6 >> 29
  put(out, 0, t0 & MASK)
  put(out, 1, t1 & MASK)
  put(out, 2, t2 & MASK)
  put(out, 3, t3 & MASK)
  put(out, 4, t4 & MASK)
  put(out, 5, t5 & MASK)
  put(out, 6, t6 & MASK)
  put(out, 7, t7 & MASK)
  put(out, 8, t7 >> 29)
  reduceOnce(out)
}

/** Takes n away once if the number, below 2n and carried, reaches it. */
export function reduceOnce(number: usize): void {
  const reduced = temporary(16)
  subtract(reduced, number, N)
  carry(reduced)
  copyIf(number, reduced, ~(limb32(reduced) >> 31))
}

/** (left + right) mod n, of two numbers below 2^256. */
export function orderAdd(out: usize, left: usize, right: usize): void {
  add(out, left, right)
  carry(out)
  // 2^257 is less than 3n.
  reduceOnce(out)
  reduceOnce(out)
}

/** (left − right) mod n, of two numbers below n. */
export function orderSubtract(out: usize, left: usize, right: usize): void {
  subtract(out, left, right)
  carry(out)
  const raised = temporary(16)
  add(raised, out, N)
  carry(raised)
  copyIf(out, raised, limb32(out) >> 31)
}

@inline
function limb32(number: usize): i32 {
  return load<i32>(number, 32)
}

import { temporary } from './layout'
import { copy } from './limbs'
import { multiply, square } from './multiply'

/**
 * number^(p − 2), by the same 256 squarings and 15 multiplications for every number.
 *
 * In binary, p − 2 is 31 ones, a zero, 128 ones, 32 zeros, 62 ones, a zero and a one.
 */
export function invert(out: usize, number: usize): void {
  const a = temporary(16)
  const b = temporary(17)
  const ones3 = temporary(18)
  const ones30 = temporary(19)
  const ones32 = temporary(20)
  const base = temporary(21)
  copy(base, number)

  power(a, base, 1)
  multiply(a, a, base) // 2 ones
  power(a, a, 1)
  multiply(ones3, a, base)
  power(a, ones3, 3)
  multiply(a, a, ones3) // 6 ones
  power(b, a, 6)
  multiply(b, b, a) // 12 ones
  power(b, b, 3)
  multiply(b, b, ones3) // 15 ones
  power(a, b, 15)
  multiply(ones30, a, b)
  power(a, ones30, 1)
  multiply(a, a, base) // 31 ones
  power(b, a, 1)
  multiply(ones32, b, base)

  power(a, a, 33)
  multiply(a, a, ones32)
  for (let i = 0; i < 3; i++) {
    power(a, a, 32)
    multiply(a, a, ones32)
  }
  power(a, a, 64)
  multiply(a, a, ones32)
  power(a, a, 30)
  multiply(a, a, ones30)
  power(a, a, 2)
  multiply(out, a, base)
}

/** number^(2^times) */
function power(out: usize, number: usize, times: i32): void {
  square(out, number)
  for (let i = 1; i < times; i++) square(out, out)
}

import { fieldFromBytes, fieldToBytes } from './field'
import { invert } from './invert'
import { temporary } from './layout'
import { SIZE } from './limbs'
import { multiply, square } from './multiply'

/** Reads 64 bytes x ‖ y as an affine point. */
export function entryFromBytes(entry: usize, bytes: usize): void {
  fieldFromBytes(entry, bytes)
  fieldFromBytes(entry + SIZE, bytes + 32)
}

/** x/z², y/z³ of a Jacobian point, given 1/z. */
export function toEntry(entry: usize, point: usize, inverse: usize): void {
  const power = temporary(8)
  square(power, inverse)
  multiply(entry, point, power)
  multiply(power, power, inverse)
  multiply(entry + SIZE, point + SIZE, power)
}

/** Brings a Jacobian point, which is not infinity, to z = 1. */
export function normalise(point: usize): void {
  const inverse = temporary(9)
  invert(inverse, point + 2 * SIZE)
  toEntry(point, point, inverse)
}

/** The same for two points, by one inversion. */
export function normaliseBoth(point: usize, other: usize): void {
  const inverse = temporary(9)
  const own = temporary(10)
  multiply(own, point + 2 * SIZE, other + 2 * SIZE)
  invert(inverse, own)
  multiply(own, inverse, other + 2 * SIZE)
  multiply(inverse, inverse, point + 2 * SIZE)
  toEntry(point, point, own)
  toEntry(other, other, inverse)
}

export function entryToBytes(bytes: usize, entry: usize): void {
  fieldToBytes(bytes, entry)
  fieldToBytes(bytes + 32, entry + SIZE)
}

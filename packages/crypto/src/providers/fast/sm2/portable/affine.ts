import { fieldFromBytes, fieldToBytes } from './field.ts'
import { invert } from './invert.ts'
import { createNumber } from './limbs.ts'
import { multiply, square } from './multiply.ts'
import type { AffinePoint, JacobianPoint } from './point.ts'

const power = createNumber()
const inverse = createNumber()

/** Reads 64 bytes x ‖ y. */
export function pointFromBytes(out: AffinePoint, bytes: Uint8Array): void {
  fieldFromBytes(out.x, bytes.subarray(0, 32))
  fieldFromBytes(out.y, bytes.subarray(32))
}

/** x/z², y/z³ of a Jacobian point, given 1/z. */
export function toAffine(out: AffinePoint, point: JacobianPoint, zInverse: Float64Array): void {
  square(power, zInverse)
  multiply(out.x, point.x, power)
  multiply(power, power, zInverse)
  multiply(out.y, point.y, power)
}

/** Brings x and y of a Jacobian point, which is not infinity, to z = 1; the z stays what it was. */
export function normalise(point: JacobianPoint): void {
  invert(inverse, point.z)
  toAffine(point, point, inverse)
}

export function pointToBytes(point: AffinePoint): Uint8Array {
  const bytes = new Uint8Array(64)
  fieldToBytes(bytes, 0, point.x)
  fieldToBytes(bytes, 32, point.y)
  return bytes
}

export function wipeAffine(): void {
  power.fill(0)
  inverse.fill(0)
}

import { combine, fieldZeroMask, ONE } from './field'
import { temporary } from './layout'
import { add, copy, copyIf, limb, MASK, SIZE, subtract } from './limbs'
import { multiply, square } from './multiply'

/** Jacobian points (x/z², y/z³) of y² = x³ − 3x + b: x, y and z one behind the other. z = 0 is the point at infinity. */
const Y: usize = SIZE
const Z: usize = 2 * SIZE

/** Right for every point, infinity too: no point of the curve has the order 2. */
export function double(point: usize): void {
  const delta = temporary(0)
  const gamma = temporary(1)
  const alpha = temporary(2)
  const beta = temporary(3)
  square(delta, point + Z)
  square(gamma, point + Y)
  subtract(alpha, point, delta)
  add(beta, point, delta)
  multiply(alpha, alpha, beta)
  combine(alpha, alpha, 3, alpha, 0) // 3 (x − z²)(x + z²)
  multiply(beta, point, gamma)
  add(delta, point + Y, point + Y)
  multiply(point + Z, point + Z, delta)
  square(delta, alpha)
  combine(point, delta, 1, beta, 8)
  combine(beta, beta, 12, delta, 1) // 4 β − x
  multiply(alpha, alpha, beta)
  square(gamma, gamma)
  combine(point + Y, alpha, 1, gamma, 8)
}

/** The difference of the x and of the y of an affine point and a Jacobian one, in temporary 0 and 1. */
@inline
function differences(point: usize, entry: usize): void {
  const h = temporary(0)
  const r = temporary(1)
  square(r, point + Z)
  multiply(h, entry, r)
  multiply(r, r, point + Z)
  multiply(r, r, entry + Y)
  subtract(h, h, point)
  subtract(r, r, point + Y)
}

/** The sum, from the differences. */
function finishSum(point: usize): void {
  const h = temporary(0)
  const r = temporary(1)
  const hh = temporary(2)
  const v = temporary(3)
  multiply(point + Z, point + Z, h)
  square(hh, h)
  multiply(v, point, hh)
  multiply(hh, hh, h)
  square(h, r)
  subtract(h, h, hh)
  combine(point, h, 1, v, 2)
  subtract(v, v, point)
  multiply(v, v, r)
  multiply(hh, hh, point + Y)
  combine(point + Y, v, 1, hh, 1)
}

/** point += entry (affine), for points that are neither equal nor opposite nor at infinity. No branch. */
export function addEntry(point: usize, entry: usize): void {
  differences(point, entry)
  finishSum(point)
}

/** The same where the points may be equal. No branch: both results are computed. */
export function addEntryOrDouble(point: usize, entry: usize, spare: usize): void {
  copy(spare, entry)
  copy(spare + Y, entry + Y)
  copy(spare + Z, ONE)
  double(spare)
  addEntry(point, entry)
  const equal = fieldZeroMask(point + Z)
  copyIf(point, spare, equal)
  copyIf(point + Y, spare + Y, equal)
  copyIf(point + Z, spare + Z, equal)
}

/** point += other (Jacobian), for points that are neither equal nor opposite nor at infinity. */
export function addPoint(point: usize, other: usize): void {
  const zz = temporary(0)
  square(zz, other + Z)
  multiply(point, point, zz)
  multiply(zz, zz, other + Z)
  multiply(point + Y, point + Y, zz)
  differences(point, other)
  multiply(point + Z, point + Z, other + Z)
  finishSum(point)
}

/** point += entry for any two public points: branches on what it meets. */
export function addEntryPublic(point: usize, entry: usize): void {
  if (isInfinity(point)) {
    setPoint(point, entry)
    return
  }
  differences(point, entry)
  // A multiple j·p with |j| ≤ 3 has the lowest limb −j (mod 2^29): seven values out of 2^29 are looked at closely.
  if (((limb(temporary(0), 0) + 3) & MASK) <= 6 && fieldZeroMask(temporary(0))) {
    if (fieldZeroMask(temporary(1))) double(point)
    else memory.fill(point + Z, 0, SIZE)
    return
  }
  finishSum(point)
}

export function setPoint(point: usize, entry: usize): void {
  memory.copy(point, entry, 2 * SIZE)
  copy(point + Z, ONE)
}

/** Of a public point. The sums and doubles above keep the z of infinity at nine zero limbs. */
export function isInfinity(point: usize): bool {
  let any: i32 = 0
  for (let i: usize = 0; i < SIZE; i += 4) any |= load<i32>(point + Z + i)
  return any == 0
}

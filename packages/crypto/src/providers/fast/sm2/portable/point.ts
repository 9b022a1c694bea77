import { combine, fieldIsZero, ONE } from './field.ts'
import { add, copy, copyIf, createNumber, scale, subtract } from './limbs.ts'
import { multiply, square } from './multiply.ts'

/** A point with z = 1, its coordinates in Montgomery form. */
export interface AffinePoint {
  readonly x: Float64Array
  readonly y: Float64Array
}

/** Jacobian: (x/z², y/z³) on y² = x³ − 3x + b. The point at infinity has z = 0. */
export interface JacobianPoint extends AffinePoint {
  readonly z: Float64Array
}

export function createAffinePoint(): AffinePoint {
  return { x: createNumber(), y: createNumber() }
}

export function createPoint(): JacobianPoint {
  return { x: createNumber(), y: createNumber(), z: createNumber() }
}

const t0 = createNumber()
const t1 = createNumber()
const t2 = createNumber()
const t3 = createNumber()
const spare = createPoint()

/** Right for every point, infinity too: no point of the curve has the order 2. */
export function double({ x, y, z }: JacobianPoint): void {
  square(t0, z)
  square(t1, y)
  subtract(t2, x, t0)
  add(t3, x, t0)
  multiply(t2, t2, t3)
  scale(t2, 3) // α = 3 (x − z²)(x + z²)
  multiply(t3, x, t1) // β = x y²
  add(t0, y, y)
  multiply(z, z, t0)
  square(t0, t2)
  combine(x, t0, 1, t3, 8)
  combine(t3, t3, 12, t0, 1) // 4 β − x
  multiply(t2, t2, t3)
  square(t1, t1)
  combine(y, t2, 1, t1, 8)
}

/** The difference of the x and of the y of an affine point and a Jacobian one, in t0 and t1. */
function differences({ x, y, z }: JacobianPoint, entry: AffinePoint): void {
  square(t1, z)
  multiply(t0, entry.x, t1)
  multiply(t1, t1, z)
  multiply(t1, t1, entry.y)
  subtract(t0, t0, x)
  subtract(t1, t1, y)
}

/** The sum, from the differences. */
function finishSum({ x, y, z }: JacobianPoint): void {
  multiply(z, z, t0)
  square(t2, t0)
  multiply(t3, x, t2)
  multiply(t2, t2, t0)
  square(t0, t1)
  subtract(t0, t0, t2)
  combine(x, t0, 1, t3, 2)
  subtract(t3, t3, x)
  multiply(t3, t3, t1)
  multiply(t2, t2, y)
  combine(y, t3, 1, t2, 1)
}

/** point += entry, for points that are neither equal nor opposite nor at infinity. No branch. */
export function addEntry(point: JacobianPoint, entry: AffinePoint): void {
  differences(point, entry)
  finishSum(point)
}

/** The same where the points may be equal. No branch: both results are computed. */
export function addEntryOrDouble(point: JacobianPoint, entry: AffinePoint): void {
  setPoint(spare, entry)
  double(spare)
  addEntry(point, entry)
  const equal = fieldIsZero(point.z)
  copyIf(point.x, spare.x, equal)
  copyIf(point.y, spare.y, equal)
  copyIf(point.z, spare.z, equal)
}

/** point += other, for points that are neither equal nor opposite nor at infinity. */
export function addPoint(point: JacobianPoint, other: JacobianPoint): void {
  square(t0, other.z)
  multiply(point.x, point.x, t0)
  multiply(t0, t0, other.z)
  multiply(point.y, point.y, t0)
  differences(point, other)
  multiply(point.z, point.z, other.z)
  finishSum(point)
}

/** point += entry for any two public points: branches on what it meets. */
export function addEntryPublic(point: JacobianPoint, entry: AffinePoint): void {
  if (isInfinity(point)) {
    setPoint(point, entry)
    return
  }
  differences(point, entry)
  if (fieldIsZero(t0) === 0) finishSum(point)
  else if (fieldIsZero(t1) === 1) double(point)
  else point.z.fill(0)
}

export function setPoint(point: JacobianPoint, entry: AffinePoint): void {
  copy(point.x, entry.x)
  copy(point.y, entry.y)
  copy(point.z, ONE)
}

export function copyPoint(out: JacobianPoint, point: JacobianPoint): void {
  copy(out.x, point.x)
  copy(out.y, point.y)
  copy(out.z, point.z)
}

/** Of a public point. The sums and doubles above keep the z of infinity at eleven zero limbs. */
export function isInfinity(point: JacobianPoint): boolean {
  return point.z.every((limb) => limb === 0)
}

export function wipePoint({ x, y, z }: JacobianPoint): void {
  x.fill(0)
  y.fill(0)
  z.fill(0)
}

export function wipePointArithmetic(): void {
  for (const number of [t0, t1, t2, t3]) number.fill(0)
  wipePoint(spare)
}

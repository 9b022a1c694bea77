import { toAffine } from './affine.ts'
import { invert } from './invert.ts'
import { at, createNumber, LIMBS, scale } from './limbs.ts'
import { multiply } from './multiply.ts'
import {
  type AffinePoint,
  addPoint,
  copyPoint,
  createAffinePoint,
  createPoint,
  double,
  type JacobianPoint,
} from './point.ts'
import { indexOf, signOf } from './windows.ts'

/** Odd multiples 1, 3 … 31 of a point in each row. The limbs of an entry fit into a float. */
export type Table = Float32Array
const ROW = 16
const ENTRY = 2 * LIMBS

const work = Array.from({ length: ROW }, createPoint)
const products = Array.from({ length: ROW }, createNumber)
const entry = createAffinePoint()
const inverse = createNumber()
const one = createNumber()

export function createTable(rows: number): Table {
  return new Float32Array(rows * ROW * ENTRY)
}

/** Fills a row with the odd multiples of `base`, by one inversion, and leaves twice the base in `doubled`. */
export function fillRow(table: Table, row: number, base: JacobianPoint, doubled: JacobianPoint): void {
  copyPoint(doubled, base)
  double(doubled)
  let last = base
  let product = base.z
  for (const [i, point] of work.entries()) {
    copyPoint(point, last)
    if (i > 0) addPoint(point, doubled)
    const next = numberAt(products, i)
    if (i > 0) multiply(next, product, point.z)
    else next.set(point.z)
    last = point
    product = next
  }
  invert(inverse, product)
  for (let i = ROW - 1; i >= 0; i -= 1) {
    const point = numberAt(work, i)
    if (i > 0) multiply(one, inverse, numberAt(products, i - 1))
    else one.set(inverse)
    multiply(inverse, inverse, point.z)
    toAffine(entry, point, one)
    const start = (row * ROW + i) * ENTRY
    table.set(entry.x, start)
    table.set(entry.y, start + LIMBS)
  }
}

/** Reads the entry of a digit: all 16 of the row are read and weighed by 0 or 1, and no index depends on the digit. */
export function selectEntry(out: AffinePoint, table: Table, row: number, window: number): void {
  const { x, y } = out
  x.fill(0)
  y.fill(0)
  const index = indexOf(window)
  let start = row * ROW * ENTRY
  for (let i = 0; i < ROW; i += 1) {
    const chosen = ((i ^ index) - 1) >>> 31
    for (let limb = 0; limb < LIMBS; limb += 1) {
      x[limb] = at(x, limb) + at(table, start + limb) * chosen
      y[limb] = at(y, limb) + at(table, start + LIMBS + limb) * chosen
    }
    start += ENTRY
  }
  scale(y, signOf(window))
}

/** The same for a public digit. */
export function readEntry(out: AffinePoint, table: Table, row: number, window: number, sign: number): void {
  const start = (row * ROW + indexOf(window)) * ENTRY
  for (let limb = 0; limb < LIMBS; limb += 1) {
    out.x[limb] = at(table, start + limb)
    out.y[limb] = at(table, start + LIMBS + limb) * sign
  }
}

function numberAt<Value>(list: readonly Value[], index: number): Value {
  return list[index] as Value
}

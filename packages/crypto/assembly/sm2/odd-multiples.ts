import { toEntry } from './affine'
import { invert } from './invert'
import { ENTRY_SIZE, OTHER, temporary } from './layout'
import { copy, SIZE } from './limbs'
import { multiply } from './multiply'
import { addPoint, double } from './point'

const Z: usize = 2 * SIZE
const POINT_SIZE: usize = 3 * SIZE
/** Jacobian points on their way into a table: 64 at most. */
const WORK: usize = memory.data(6912, 8)

/**
 * Fills a table with the affine points B, 3B, 5B … (2 · count − 1) B, all of them by one inversion, and leaves 2B in
 * OTHER. The order of what is done depends on `count` alone.
 */
export function oddMultiples(table: usize, count: i32, base: usize): void {
  memory.copy(WORK, base, POINT_SIZE)
  memory.copy(OTHER, base, POINT_SIZE)
  double(OTHER)

  // The product of the first z's waits where the x of the entry will be.
  copy(table, WORK + Z)
  for (let i = 1; i < count; i++) {
    const point = workAt(i)
    memory.copy(point, point - POINT_SIZE, POINT_SIZE)
    addPoint(point, OTHER)
    multiply(entryAt(table, i), entryAt(table, i - 1), point + Z)
  }

  const inverse = temporary(9)
  const one = temporary(10)
  invert(inverse, entryAt(table, count - 1))
  for (let i = count - 1; i > 0; i--) {
    multiply(one, inverse, entryAt(table, i - 1))
    multiply(inverse, inverse, workAt(i) + Z)
    toEntry(entryAt(table, i), workAt(i), one)
  }
  toEntry(table, WORK, inverse)
}

@inline
export function entryAt(table: usize, index: usize): usize {
  return table + index * ENTRY_SIZE
}

@inline
function workAt(index: usize): usize {
  return WORK + index * POINT_SIZE
}

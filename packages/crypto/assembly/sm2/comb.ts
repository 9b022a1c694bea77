import { ENTRY, ENTRY_SIZE, OTHER, SUM } from './layout'
import { copy, negateIf, SIZE } from './limbs'
import { oddMultiples } from './odd-multiples'
import { addEntryOrDouble, addEntry, addEntryPublic, double, setPoint } from './point'
import { selectEntry } from './select'
import { indexOf, readOdd, ROWS, signMask, windowAt } from './windows'

/** Row i of a comb holds the odd multiples 1 … 31 of 32^i · B; the one point behind the rows is 2^255 · B. */
const ROW_SIZE: usize = 16 * ENTRY_SIZE

/** Fills a comb for the affine point B in ENTRY. */
export function buildComb(comb: usize): void {
  setPoint(SUM, ENTRY)
  for (let row: i32 = 0; row < ROWS; row++) {
    oddMultiples(rowAt(comb, row), 16, SUM)
    memory.copy(SUM, OTHER, 3 * SIZE)
    for (let i = 0; i < 4; i++) double(SUM)
  }
  oddMultiples(rowAt(comb, ROWS), 1, SUM)
}

/** SUM = k · B for a secret scalar 1 … n − 1. */
export function combMultiply(comb: usize, scalar: usize): void {
  const even = readOdd(scalar)
  selectEntry(comb, windowAt(0))
  setPoint(SUM, ENTRY)
  for (let row: i32 = 1; row < ROWS; row++) {
    selectEntry(rowAt(comb, row), windowAt(row))
    // What was added up so far is less than 32^row, so the two points differ.
    addEntry(SUM, ENTRY)
  }
  // The sum so far may be 2^255 too, modulo n: for k = 2^256 − n.
  addEntryOrDouble(SUM, rowAt(comb, ROWS), OTHER)
  negateIf(SUM + SIZE, even)
}

/** SUM += k · B for a public scalar 1 … n − 1. */
export function combAddPublic(comb: usize, scalar: usize): void {
  const even = readOdd(scalar)
  for (let row: i32 = 0; row < ROWS; row++) {
    const window = windowAt(row)
    addSigned(rowAt(comb, row) + <usize>indexOf(window) * ENTRY_SIZE, signMask(window) ^ even)
  }
  addSigned(rowAt(comb, ROWS), even)
}

export function addSigned(entry: usize, sign: i32): void {
  copy(ENTRY, entry)
  copy(ENTRY + SIZE, entry + SIZE)
  negateIf(ENTRY + SIZE, sign)
  addEntryPublic(SUM, ENTRY)
}

@inline
function rowAt(comb: usize, row: i32): usize {
  return comb + <usize>row * ROW_SIZE
}

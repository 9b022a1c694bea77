import { scale } from './limbs.ts'
import {
  type AffinePoint,
  addEntry,
  addEntryOrDouble,
  addEntryPublic,
  copyPoint,
  createAffinePoint,
  createPoint,
  double,
  type JacobianPoint,
  setPoint,
  wipePoint,
} from './point.ts'
import { createTable, fillRow, readEntry, selectEntry, type Table } from './table.ts'
import { ROWS, readDigits, signOf } from './windows.ts'

const windows = new Uint8Array(ROWS)
const entry = createAffinePoint()
const base = createPoint()
const doubled = createPoint()

/** Row i holds the odd multiples 1 … 31 of 32^i · B; of the row behind the digits' rows only 2^255 · B is used. */
export function buildComb(point: AffinePoint): Table {
  const table = createTable(ROWS + 1)
  setPoint(base, point)
  for (let row = 0; row <= ROWS; row += 1) {
    fillRow(table, row, base, doubled)
    copyPoint(base, doubled)
    for (let i = 0; i < 4; i += 1) double(base)
  }
  return table
}

/** sum = k · B for a secret scalar 1 … n − 1. */
export function combMultiply(sum: JacobianPoint, comb: Table, scalar: Uint8Array): void {
  const sign = readDigits(windows, scalar)
  selectEntry(entry, comb, 0, windowAt(0))
  setPoint(sum, entry)
  for (let row = 1; row < ROWS; row += 1) {
    selectEntry(entry, comb, row, windowAt(row))
    // What was added up so far is less than 32^row, so the two points differ.
    addEntry(sum, entry)
  }
  // The sum so far may be 2^255 too, modulo n: for k = 2^256 − n.
  readEntry(entry, comb, ROWS, ONE_WINDOW, 1)
  addEntryOrDouble(sum, entry)
  scale(sum.y, sign)
}

/** sum += k · B for a public scalar 1 … n − 1. */
export function combAddPublic(sum: JacobianPoint, comb: Table, scalar: Uint8Array): void {
  const sign = readDigits(windows, scalar)
  for (let row = 0; row < ROWS; row += 1) {
    const window = windowAt(row)
    readEntry(entry, comb, row, window, signOf(window) * sign)
    addEntryPublic(sum, entry)
  }
  readEntry(entry, comb, ROWS, ONE_WINDOW, sign)
  addEntryPublic(sum, entry)
}

/** sum = k · P for a secret scalar 1 … n − 1 and any point: five doublings and one addition for each digit. */
export function windowMultiply(sum: JacobianPoint, point: AffinePoint, scalar: Uint8Array): void {
  const table = createTable(1)
  setPoint(sum, point)
  fillRow(table, 0, sum, doubled)
  const sign = readDigits(windows, scalar)
  // The highest digit is 1, and the sum holds it.
  for (let digit = ROWS - 1; digit > 0; digit -= 1) {
    doubleFiveTimes(sum)
    selectEntry(entry, table, 0, windowAt(digit))
    // The sum is 32 · A with 1 ≤ A < 2^251 and the entry at most 31: they differ.
    addEntry(sum, entry)
  }
  doubleFiveTimes(sum)
  selectEntry(entry, table, 0, windowAt(0))
  // For a few scalars just below n, 32 · A is the entry itself, modulo n.
  addEntryOrDouble(sum, entry)
  scale(sum.y, sign)
}

/** The stored bits of the digit 1. */
const ONE_WINDOW = 16

function windowAt(digit: number): number {
  return windows[digit] as number
}

function doubleFiveTimes(point: JacobianPoint): void {
  for (let i = 0; i < 5; i += 1) double(point)
}

export function wipeComb(): void {
  windows.fill(0)
  for (const number of [entry.x, entry.y]) number.fill(0)
  wipePoint(base)
  wipePoint(doubled)
}

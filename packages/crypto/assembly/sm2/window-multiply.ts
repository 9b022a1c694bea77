import { entryFromBytes } from './affine'
import { ENTRY, OTHER, POINT_ODD, SUM } from './layout'
import { negateIf, SIZE } from './limbs'
import { oddMultiples } from './odd-multiples'
import { addEntry, addEntryOrDouble, double, setPoint } from './point'
import { selectEntry } from './select'
import { readOdd, ROWS, windowAt } from './windows'

/** SUM = k · P for a secret scalar 1 … n − 1 and any point: five doublings and one addition for each digit. */
export function windowMultiply(point: usize, scalar: usize): void {
  entryFromBytes(ENTRY, point)
  setPoint(SUM, ENTRY)
  oddMultiples(POINT_ODD, 16, SUM)
  const even = readOdd(scalar)
  // The highest digit is 1, and SUM holds it.
  for (let digit = ROWS - 1; digit > 0; digit--) {
    doubleFiveTimes()
    selectEntry(POINT_ODD, windowAt(digit))
    // SUM is 32 · A with 1 ≤ A < 2^251 and the entry at most 31: they differ.
    addEntry(SUM, ENTRY)
  }
  doubleFiveTimes()
  selectEntry(POINT_ODD, windowAt(0))
  // For a few scalars just below n, 32 · A is the entry itself, modulo n.
  addEntryOrDouble(SUM, ENTRY, OTHER)
  negateIf(SUM + SIZE, even)
}

function doubleFiveTimes(): void {
  for (let i = 0; i < 5; i++) double(SUM)
}

import { ENTRY, ENTRY_SIZE } from './layout'
import { negateIf, SIZE } from './limbs'
import { indexOf, signMask } from './windows'

/** Copies one of 16 entries to ENTRY, negated if the digit is: all of them are read, masked, and no address depends on the digit. */
export function selectEntry(row: usize, window: i32): void {
  const index = <i64>indexOf(window)
  let e0: i64 = 0
  let e1: i64 = 0
  let e2: i64 = 0
  let e3: i64 = 0
  let e4: i64 = 0
  let e5: i64 = 0
  let e6: i64 = 0
  let e7: i64 = 0
  let e8: i64 = 0
  for (let i: i64 = 0; i < 16; i++) {
    const mask = ((i ^ index) - 1) >> 63
    e0 |= load<i64>(row) & mask
    e1 |= load<i64>(row, 8) & mask
    e2 |= load<i64>(row, 16) & mask
    e3 |= load<i64>(row, 24) & mask
    e4 |= load<i64>(row, 32) & mask
    e5 |= load<i64>(row, 40) & mask
    e6 |= load<i64>(row, 48) & mask
    e7 |= load<i64>(row, 56) & mask
    e8 |= load<i64>(row, 64) & mask
    row += ENTRY_SIZE
  }
  store<i64>(ENTRY, e0)
  store<i64>(ENTRY, e1, 8)
  store<i64>(ENTRY, e2, 16)
  store<i64>(ENTRY, e3, 24)
  store<i64>(ENTRY, e4, 32)
  store<i64>(ENTRY, e5, 40)
  store<i64>(ENTRY, e6, 48)
  store<i64>(ENTRY, e7, 56)
  store<i64>(ENTRY, e8, 64)
  negateIf(ENTRY + SIZE, signMask(window))
}

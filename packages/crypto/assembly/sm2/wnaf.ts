import { fromBytes, toBits } from './bytes'
import { entryFromBytes } from './affine'
import { addSigned } from './comb'
import { BITS_OF_SCALAR, ENTRY, GENERATOR_ODD, POINT_ODD, SUM, temporary } from './layout'
import { SIZE } from './limbs'
import { entryAt, oddMultiples } from './odd-multiples'
import { double, setPoint } from './point'

const DIGITS: usize = 257
const GENERATOR_DIGITS: usize = memory.data(257)
const POINT_DIGITS: usize = memory.data(257)
const GENERATOR_WIDTH = 8
const POINT_WIDTH = 5

/** SUM = s · G + t · P for public scalars, their digits in non-adjacent form interleaved: one row of doublings for both. */
export function wnafMultiplyBoth(s: usize, t: usize, point: usize): void {
  entryFromBytes(ENTRY, point)
  setPoint(SUM, ENTRY)
  oddMultiples(POINT_ODD, 1 << (POINT_WIDTH - 2), SUM)
  recode(GENERATOR_DIGITS, s, GENERATOR_WIDTH)
  recode(POINT_DIGITS, t, POINT_WIDTH)

  memory.fill(SUM, 0, 3 * SIZE)
  let started = false
  for (let i: isize = DIGITS - 1; i >= 0; i--) {
    if (started) double(SUM)
    const g = <i32>load<i8>(GENERATOR_DIGITS + i)
    const p = <i32>load<i8>(POINT_DIGITS + i)
    if (g) addDigit(GENERATOR_ODD, g)
    if (p) addDigit(POINT_ODD, p)
    if (g | p) started = true
  }
}

function addDigit(table: usize, digit: i32): void {
  const sign = digit >> 31
  addSigned(entryAt(table, ((digit ^ sign) - sign) >> 1), sign)
}

/** Writes the digits of a scalar: zero or odd and between ±2^(width − 1), of `width` neighbours at most one not zero. */
function recode(digits: usize, scalar: usize, width: i32): void {
  const number = temporary(8)
  fromBytes(number, scalar)
  toBits(BITS_OF_SCALAR, number)
  memory.fill(digits, 0, DIGITS)
  let carried = 0
  for (let bit = 0; bit < <i32>DIGITS; ) {
    if (bitsAt(bit, 1) == carried) {
      bit++
      continue
    }
    let digit = bitsAt(bit, width) + carried
    carried = (digit >> (width - 1)) & 1
    digit -= carried << width
    store<i8>(digits + bit, <i8>digit)
    bit += width
  }
}

@inline
function bitsAt(bit: i32, width: i32): i32 {
  return <i32>((load<u32>(BITS_OF_SCALAR + (bit >> 3)) >> (bit & 7)) & ((1 << width) - 1))
}

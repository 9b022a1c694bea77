import { temporary } from './layout'
import { copy, SIZE } from './limbs'
import { orderMultiply } from './order'

/** The hexadecimal digits of n − 2 in pairs, the highest first. */
const EXPONENT = memory.data<u8>([
  0xff, 0xff, 0xff, 0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x72, 0x03, 0xdf, 0x6b,
  0x21, 0xc6, 0x05, 0x2b, 0x53, 0xbb, 0xf4, 0x09, 0x39, 0xd5, 0x41, 0x21,
])
/** number^1 … number^15 */
const POWERS: usize = memory.data(540, 4)

/** 1/number of a number in Montgomery form: number^(n − 2), with the same steps for every number. */
export function orderInvert(out: usize, number: usize): void {
  copy(POWERS, number)
  for (let i: usize = 1; i < 15; i++) orderMultiply(powerAt(i + 1), powerAt(i), POWERS)
  const result = temporary(17)
  copy(result, powerAt(15))
  for (let digit: usize = 1; digit < 64; digit++) {
    for (let i = 0; i < 4; i++) orderMultiply(result, result, result)
    const pair = load<u8>(EXPONENT + (digit >> 1))
    const exponent: usize = digit & 1 ? pair & 15 : pair >> 4
    if (exponent) orderMultiply(result, result, powerAt(exponent))
  }
  copy(out, result)
  memory.fill(POWERS, 0, 15 * SIZE)
}

@inline
function powerAt(exponent: usize): usize {
  return POWERS + (exponent - 1) * SIZE
}

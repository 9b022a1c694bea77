import { createNumber } from './limbs.ts'
import { orderMultiply } from './order.ts'

/** n − 2 in hexadecimal digits. */
const EXPONENT = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54121'

/** 1/number of a number in Montgomery form: number^(n − 2), with the same steps for every number. */
export function orderInvert(out: Float64Array, number: Float64Array): void {
  const powers = Array.from({ length: 16 }, createNumber)
  const result = createNumber()
  let last = number
  for (const [exponent, power] of powers.entries()) {
    if (exponent === 1) power.set(number)
    if (exponent > 1) orderMultiply(power, last, number)
    last = power
  }
  result.set(last)
  for (const digit of EXPONENT.slice(1)) {
    for (let i = 0; i < 4; i += 1) orderMultiply(result, result, result)
    const power = powers[Number.parseInt(digit, 16)]
    if (power !== undefined && digit !== '0') orderMultiply(result, result, power)
  }
  out.set(result)
  for (const power of [...powers, result]) power.fill(0)
}

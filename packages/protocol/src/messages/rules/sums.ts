import { fenOf } from '../../money/yuan.ts'

/** The exact sum in fen; a missing or empty amount counts as nothing. */
export function sumOfFen(amounts: Iterable<string | undefined>): bigint {
  let sum = 0n
  for (const amount of amounts) if (isGiven(amount)) sum += fenOf(amount)
  return sum
}

/** True for an amount that was written, `0.00` among them. */
export function isGiven(amount: string | undefined): amount is string {
  return amount !== undefined && amount !== ''
}

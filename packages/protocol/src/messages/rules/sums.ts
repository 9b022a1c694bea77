import { fenOf, type Yuan } from '../../money/yuan.ts'

/** The exact sum in fen; a missing or empty amount counts as nothing. */
export function sumOfFen(amounts: Iterable<Yuan | undefined>): bigint {
  let sum = 0n
  for (const amount of amounts) if (isGiven(amount)) sum += fenOf(amount)
  return sum
}

/** True for an amount that was written, `0.00` among them. */
export function isGiven(amount: Yuan | undefined): amount is Yuan {
  const text: unknown = amount
  return text !== undefined && text !== ''
}

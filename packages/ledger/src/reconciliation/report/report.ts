import type { Comparison } from '../compare/compare-day.ts'
import type { Difference } from '../compare/difference.ts'
import { type SettlingStep, settlingOf } from '../compare/settling.ts'
import type { ListSums } from '../compare/sums.ts'

/** A difference as the report tells it. */
export interface ReportedDifference extends Difference {
  /** Its exception in the ledger; absent where a day was compared without one. */
  readonly exception?: string | undefined
  /** False once a person has settled it. */
  readonly open: boolean
  readonly steps: readonly SettlingStep[]
}

/** A day that was compared: numbers and amounts, nothing of a person. */
export interface DayReport {
  /** `YYYY-MM-DD` */
  readonly day: string
  /** When it was compared: `YYYY-MM-DD HH:mm:ss`, Asia/Shanghai. */
  readonly at: string
  readonly equal: number
  readonly differences: readonly ReportedDifference[]
  readonly sums: {
    readonly ledger: ListSums
    readonly centre: ListSums
    readonly institution?: ListSums | undefined
  }
}

/** What became of a difference in the ledger. */
export interface StoredDifference {
  readonly exception: string
  readonly open: boolean
}

/**
 * The report of a day.
 *
 * @param at when it was compared, `YYYY-MM-DD HH:mm:ss`
 * @param stored the exceptions of the differences, in their order; without a ledger there are none
 */
export function reportOf(comparison: Comparison, at: string, stored: readonly StoredDifference[] = []): DayReport {
  const { day, equal, sums, differences } = comparison
  return {
    ...{ day, at, equal, sums },
    differences: differences.map((difference, index) => {
      const { exception, open } = stored[index] ?? { exception: undefined, open: true }
      return { ...difference, exception, open, steps: settlingOf(difference, exception) }
    }),
  }
}

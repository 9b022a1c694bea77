import type { Yuan } from '@nationec/protocol'
import type { ReconciliationRow, RowKind, RowStatus } from '../row.ts'

/**
 * A payment or a refund as the ledger knows it. `unknown`: an operation was sent, and what became of it is not known.
 */
export interface LedgerRow extends Omit<ReconciliationRow, 'status' | 'total' | 'line'> {
  readonly status: RowStatus | 'unknown'
  /** Absent where the ledger was never told one. */
  readonly total?: Yuan | undefined
  /** `YYYY-MM-DD`: on that day it must be in the lists. */
  readonly day: string
  /** Id of the order. */
  readonly order: string
  /** Id of the operation that is open, or of the refund. */
  readonly operation?: string | undefined
}

/**
 * How a list and the ledger differ.
 *
 * - `missing-here` 账本缺失: the list has it, the ledger does not
 * - `missing-there` 清单缺失: the ledger has it as done, the list does not
 * - `amount` 金额不符: other totals
 * - `split` 分摊不符: the same total, other parts of fund, account and cash
 * - `state` 状态不符: done in one and not in the other, or not known here
 * - `double` 重复入账: the list has it more than once
 */
export type DifferenceClass = 'missing-here' | 'missing-there' | 'amount' | 'split' | 'state' | 'double'

/** The list that differs from the ledger. */
export type ListName = 'centre' | 'institution'

/** What the other list says, where there are two: the same as the ledger, as the list that differs, or something else. */
export type OtherList = 'as-ledger' | 'as-list' | 'otherwise' | 'absent'

/** One difference between the ledger and a list. */
export interface Difference {
  readonly class: DifferenceClass
  readonly list: ListName
  readonly kind: RowKind
  readonly ledger?: LedgerRow | undefined
  /** The row of the list. */
  readonly row?: ReconciliationRow | undefined
  /** The row of the other list. */
  readonly otherRow?: ReconciliationRow | undefined
  readonly other?: OtherList | undefined
}

export const AMOUNTS = ['total', 'fund', 'account', 'cash'] as const

/** Whether all amounts that both rows have are the same. */
export function sameAmounts(
  left: Partial<Pick<LedgerRow, (typeof AMOUNTS)[number]>>,
  right: Partial<Pick<LedgerRow, (typeof AMOUNTS)[number]>>,
): boolean {
  return AMOUNTS.every((name) => left[name] === undefined || right[name] === undefined || left[name] === right[name])
}

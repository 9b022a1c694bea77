import type { ReconciliationRow } from '../row.ts'
import { type LedgerRow, sameAmounts } from './difference.ts'

type Numbered = Pick<ReconciliationRow, 'kind' | 'medOrgOrd' | 'payOrdId' | 'appRefdSn' | 'refdSn'>

const NUMBERS = ['payOrdId', 'medOrgOrd', 'appRefdSn', 'refdSn'] as const

/** Rows by their numbers: what may be the same payment or refund as a given row. */
export interface Finder<Row extends Numbered> {
  /** Rows of its kind that share a number of the order, and contradict none. */
  like(row: Numbered): readonly Row[]
}

export function finderOf<Row extends Numbered>(rows: readonly Row[]): Finder<Row> {
  const byNumber = new Map<string, Row[]>()
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const known = byNumber.get(key)
      if (known === undefined) byNumber.set(key, [row])
      else known.push(row)
    }
  }
  return {
    like(row) {
      const found = new Set(keysOf(row).flatMap((key) => byNumber.get(key) ?? []))
      return [...found].filter((other) => agrees(row, other))
    },
  }
}

function keysOf({ kind, payOrdId, medOrgOrd }: Numbered): string[] {
  return [
    ...(payOrdId === undefined ? [] : [`${kind} payOrdId ${payOrdId}`]),
    ...(medOrgOrd === undefined ? [] : [`${kind} medOrgOrd ${medOrgOrd}`]),
  ]
}

/** Whether no number of the two differs. */
function agrees(left: Numbered, right: Numbered): boolean {
  return NUMBERS.every((name) => left[name] === undefined || right[name] === undefined || left[name] === right[name])
}

/** How surely two rows are the same, the greater the surer. */
function closeness(row: ReconciliationRow, ledger: LedgerRow): number {
  const same = (name: (typeof NUMBERS)[number]): boolean => row[name] !== undefined && row[name] === ledger[name]
  return (
    (same('refdSn') || same('appRefdSn') ? 16 : 0) +
    (same('payOrdId') ? 8 : 0) +
    (row.total === ledger.total ? 4 : 0) +
    (row.status === ledger.status ? 2 : 0) +
    (sameAmounts(row, ledger) ? 1 : 0)
  )
}

/** The row of the ledger that each row of a list is: the surest pairs first, each row once. */
export function pair(
  list: readonly ReconciliationRow[],
  ledger: Finder<LedgerRow>,
): ReadonlyMap<ReconciliationRow, LedgerRow> {
  const pairs = list.flatMap((row) =>
    ledger.like(row).map((known) => ({ row, known, closeness: closeness(row, known) })),
  )
  pairs.sort((left, right) => right.closeness - left.closeness)
  const found = new Map<ReconciliationRow, LedgerRow>()
  const taken = new Set<LedgerRow>()
  for (const { row, known } of pairs) {
    if (found.has(row) || taken.has(known)) continue
    found.set(row, known)
    taken.add(known)
  }
  return found
}

import type { DayFile, ReconciliationRow } from '../row.ts'
import { compareList, type ListComparison } from './compare-list.ts'
import { type Difference, type LedgerRow, type ListName, type OtherList, sameAmounts } from './difference.ts'
import { type Finder, finderOf } from './match.ts'
import { type ListSums, sumsOf } from './sums.ts'

/** A day compared. */
export interface Comparison {
  readonly day: string
  readonly differences: readonly Difference[]
  /** Rows of the ledger that were found and do not differ. */
  readonly equal: number
  /** Rows of the ledger that each list has. */
  readonly found: { readonly [Name in ListName]: ReadonlySet<LedgerRow> }
  readonly sums: {
    readonly ledger: ListSums
    readonly centre: ListSums
    readonly institution?: ListSums | undefined
  }
}

/**
 * Compares the lists of a day with the ledger and with each other (三方对账).
 *
 * Every disagreement of two of the three is a difference between the ledger and a list. The order of rows means nothing.
 * A row of the ledger is looked for in the lists of its own day; a list may have rows of other days.
 *
 * @example
 * ```ts
 * import { compareDay } from '@nationec/ledger/reconciliation'
 * import { yuan } from '@nationec/protocol'
 *
 * const row = { kind: 'payment', status: 'done', payOrdId: 'P1' } as const
 * const { differences } = compareDay(
 *   { day: '2026-11-29', centre: [{ ...row, total: yuan('128.50') }] },
 *   [{ ...row, total: yuan('128.05'), day: '2026-11-29', order: 'o1' }],
 * )
 * console.log(differences.map((difference) => difference.class)) // [ 'amount' ]
 * ```
 */
export function compareDay({ day, centre, institution, earlier }: DayFile, ledger: readonly LedgerRow[]): Comparison {
  const ofCentre = compareList('centre', centre, ledger, day, earlier)
  const ofInstitution = institution === undefined ? undefined : compareList('institution', institution, ledger, day)
  const differences = [
    ...withOther(ofCentre, institution, ofInstitution),
    ...(ofInstitution === undefined ? [] : withOther(ofInstitution, centre, ofCentre)),
  ]
  const wrong = new Set(differences.flatMap(({ ledger: known }) => (known === undefined ? [] : [known])))
  const found = { centre: new Set(ofCentre.pairs.values()), institution: new Set(ofInstitution?.pairs.values()) }
  const all = new Set([...found.centre, ...found.institution])
  return {
    ...{ day, differences, found },
    equal: [...all].filter((known) => !wrong.has(known)).length,
    sums: {
      ledger: sumsOf(ledger.filter((row) => row.day === day || all.has(row))),
      centre: sumsOf(centre),
      ...(institution !== undefined && { institution: sumsOf(institution) }),
    },
  }
}

/** The same differences with what the other list says of them. */
function withOther(
  { differences }: ListComparison,
  otherList: readonly ReconciliationRow[] | undefined,
  other: ListComparison | undefined,
): readonly Difference[] {
  if (otherList === undefined || other === undefined) return differences
  const rows = new Map([...other.pairs].map(([row, known]) => [known, row]))
  const finder = finderOf(otherList)
  return differences.map((difference) => {
    const { ledger, row } = difference
    const otherRow = ledger !== undefined ? rows.get(ledger) : row === undefined ? undefined : closest(finder, row)
    return { ...difference, otherRow, other: judge(ledger, row, otherRow) }
  })
}

function closest(finder: Finder<ReconciliationRow>, row: ReconciliationRow): ReconciliationRow | undefined {
  const like = finder.like(row)
  return like.find((other) => isSame(other, row)) ?? like[0]
}

function judge(
  ledger: LedgerRow | undefined,
  row: ReconciliationRow | undefined,
  other: ReconciliationRow | undefined,
): OtherList {
  if (other === undefined) return 'absent'
  if (ledger !== undefined && isSame(other, ledger)) return 'as-ledger'
  return row !== undefined && isSame(other, row) ? 'as-list' : 'otherwise'
}

function isSame(left: ReconciliationRow, right: ReconciliationRow | LedgerRow): boolean {
  return left.status === right.status && sameAmounts(left, right)
}

import type { ReconciliationRow } from '../row.ts'
import { type Difference, type DifferenceClass, type LedgerRow, type ListName, sameAmounts } from './difference.ts'
import { type Finder, finderOf, pair } from './match.ts'

/** What the comparison of one list with the ledger has found. */
export interface ListComparison {
  readonly differences: readonly Difference[]
  readonly pairs: ReadonlyMap<ReconciliationRow, LedgerRow>
}

/**
 * Compares a list with the ledger.
 *
 * @param day rows of the ledger of this day must be in the list; those of other days may be
 * @param earlier rows of the same party's lists of days before
 */
export function compareList(
  name: ListName,
  list: readonly ReconciliationRow[],
  ledger: readonly LedgerRow[],
  day: string,
  earlier: readonly ReconciliationRow[] = [],
): ListComparison {
  const pairs = pair(list, finderOf(ledger))
  const seen = new Set(pairs.values())
  const finder = finderOf(list)
  const before = finderOf(earlier)
  const places = new Map(list.map((row, place) => [row, place]))
  const differences = [
    ...list.flatMap((row) => {
      const known = pairs.get(row)
      const classes = known === undefined ? unmatched(row, finder, places, pairs) : classesOf(row, known)
      if (!classes.includes('double') && wasThere(row, before)) classes.push('double')
      return classes.map((found) => differenceOf(found, name, row, known))
    }),
    ...ledger.flatMap((known) => {
      if (seen.has(known) || known.day !== day) return []
      if (known.status === 'unknown') return [differenceOf('state', name, undefined, known)]
      return known.status === 'done' ? [differenceOf('missing-there', name, undefined, known)] : []
    }),
  ]
  return { differences, pairs }
}

function differenceOf(
  found: DifferenceClass,
  list: ListName,
  row: ReconciliationRow | undefined,
  ledger: LedgerRow | undefined,
): Difference {
  return { class: found, list, kind: (row ?? ledger)?.kind ?? 'payment', ledger, row }
}

function classesOf(row: ReconciliationRow, known: LedgerRow): DifferenceClass[] {
  const classes: DifferenceClass[] = known.status === row.status ? [] : ['state']
  // No money moved, so its amounts are of no use.
  if (row.status === 'not-done') return classes
  if (known.total !== undefined && known.total !== row.total) return [...classes, 'amount']
  return sameAmounts(row, known) ? classes : [...classes, 'split']
}

/** A row that the ledger does not have, or has once less than the list. Where no money moved there is nothing to find. */
function unmatched(
  row: ReconciliationRow,
  list: Finder<ReconciliationRow>,
  places: ReadonlyMap<ReconciliationRow, number>,
  pairs: ReadonlyMap<ReconciliationRow, LedgerRow>,
): DifferenceClass[] {
  if (row.status === 'not-done') return []
  const twins = list.like(row).filter((other) => other !== row && other.status !== 'not-done' && isTwin(row, other))
  // Of rows that are all missing here the first one is missing, and the others are doubles of it.
  const place = (of: ReconciliationRow): number => places.get(of) ?? 0
  const isFirst = twins.every((twin) => !pairs.has(twin) && place(row) < place(twin))
  return [twins.length === 0 || isFirst ? 'missing-here' : 'double']
}

/** Whether a list of a day before has the row already. Refunds without a number of their own may well be two. */
function wasThere(row: ReconciliationRow, before: Finder<ReconciliationRow>): boolean {
  if (row.status !== 'done') return false
  return before
    .like(row)
    .some((other) => other.status === 'done' && (row.kind === 'payment' || isNamedAlike(row, other)))
}

/** The same thing twice: a payment of one order, or a refund under one number or, without one, of the same amounts. */
function isTwin(row: ReconciliationRow, other: ReconciliationRow): boolean {
  if (row.kind === 'payment') return true
  return isNamedAlike(row, other) || (row.total === other.total && sameAmounts(row, other))
}

function isNamedAlike(row: ReconciliationRow, other: ReconciliationRow): boolean {
  return (['refdSn', 'appRefdSn'] as const).some((name) => row[name] !== undefined && row[name] === other[name])
}

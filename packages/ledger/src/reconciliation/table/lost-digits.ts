import type { ReconciliationRow } from '../row.ts'
import type { Positions } from './columns.ts'
import type { Fault } from './faults.ts'

const FIELDS = ['medOrgOrd', 'payOrdId', 'appRefdSn', 'refdSn', 'ledgerNo'] as const
/** A spreadsheet keeps so many digits of a number. */
const KEPT = 15
/** One chance in a million that the digits were zeros by themselves. */
const ZEROS = 6

/** Columns whose long numbers went through a spreadsheet as numbers, which writes zeros for the digits that it has lost. */
export function lostDigits(rows: readonly ReconciliationRow[], positions: Positions): Fault[] {
  return FIELDS.flatMap((field) => {
    const long = rows.filter((row) => /^\d{16,}$/.test(row[field] ?? ''))
    const zeros = new Set(long.map((row) => row[field] as string))
    const behind = [...zeros].map((number) => number.slice(KEPT))
    const lost = behind.every((digits) => /^0+$/.test(digits)) && behind.join('').length >= ZEROS
    const column = (positions.get(field) ?? 0) + 1
    return lost ? [{ rule: 'digits-lost', line: long[0]?.line, column, field } as const] : []
  })
}

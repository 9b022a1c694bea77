import { formatWireTime, isWireTime } from '@nationec/protocol'
import { LedgerError } from '../../errors/ledger-error.ts'
import { compareDay } from '../../reconciliation/compare/compare-day.ts'
import type { ListName } from '../../reconciliation/compare/difference.ts'
import { type DayReport, reportOf } from '../../reconciliation/report/report.ts'
import type { DayFile, ReconciliationRow } from '../../reconciliation/row.ts'
import { canonical } from '../../store/chain.ts'
import type { OpenStore } from '../../store/contract.ts'
import type { Facts } from '../../store/rows.ts'
import { endExplained, writeExceptions } from './exceptions.ts'
import { ledgerRows } from './ledger-rows.ts'

/** The report of a day that was compared with a ledger. */
export interface Reconciliation extends DayReport {
  /** Exceptions that the lists have explained, and that are closed now. */
  readonly ended: number
  /** For `closeDay`: what was compared, with a keyed digest of each list. */
  readonly facts: Facts
}

/**
 * Compares the lists of a day with the ledger: each difference becomes an exception, once. Nothing else of the ledger is
 * changed; what a list says is no proof.
 *
 * @throws `DAY_INVALID`
 */
export async function reconcileDay(
  { store, clock }: { readonly store: OpenStore; readonly clock: () => number },
  file: DayFile,
): Promise<Reconciliation> {
  check(file)
  const comparison = compareDay(file, await ledgerRows(store, file))
  const at = clock()
  const lists: readonly ListName[] = file.institution === undefined ? ['centre'] : ['centre', 'institution']
  const stored = await writeExceptions(store, comparison, at)
  const ended = await endExplained(store, comparison, lists, stored, at)
  const report = reportOf(comparison, formatWireTime(at, 'yyyy-MM-dd HH:mm:ss'), stored)
  const facts: Record<string, string | number> = {
    'reconciled.at': report.at,
    'reconciled.equal': report.equal,
    'reconciled.differences': report.differences.length,
  }
  if (file.earlier !== undefined) facts['earlier.rows'] = file.earlier.length
  for (const list of lists) {
    facts[`${list}.rows`] = file[list]?.length ?? 0
    facts[`${list}.digest`] = store.digest(`list\n${canonical(file[list])}`)
    for (const kind of ['payment', 'refund'] as const) {
      facts[`${list}.${kind}.count`] = report.sums[list]?.[kind].count ?? 0
      facts[`${list}.${kind}.total`] = String(report.sums[list]?.[kind].total ?? '0.00')
    }
  }
  return { ...report, ended, facts }
}

function check({ day, centre, institution = [], earlier = [] }: DayFile): void {
  if (typeof day !== 'string' || !isWireTime(day, 'yyyy-MM-dd'))
    throw invalid('day must be YYYY-MM-DD', 'day 须为 YYYY-MM-DD')
  for (const [name, list] of Object.entries({ centre, institution, earlier })) {
    if (!Array.isArray(list) || !list.every(isNumbered))
      throw invalid(`${name} must be rows with a number of their order`, `${name} 须为含订单号的行`)
  }
}

function isNumbered({ medOrgOrd, payOrdId }: ReconciliationRow): boolean {
  return medOrgOrd !== undefined || payOrdId !== undefined
}

function invalid(en: string, zh: string): LedgerError {
  return new LedgerError('DAY_INVALID', { details: [{ en: `${en};`, zh: `${zh}；` }] })
}

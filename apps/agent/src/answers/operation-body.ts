import type { LedgerOperation } from '@nationec/ledger'
import type { Operation } from '../model/operation.ts'
import { shownNumber } from '../model/shown-number.ts'
import { known } from './known.ts'

/** An operation as callers see it. */
export function operationBody(operation: LedgerOperation): Operation {
  const { id, kind, state, amount, operator, code } = operation
  return known({
    ...{ id, key: shownNumber(operation.key), kind, state, ...endOf(operation) },
    medOrgOrd: shownNumber(operation.medOrgOrd),
    payOrdId: shownNumber(operation.payOrdId),
    appRefdSn: shownNumber(operation.appRefdSn),
    refdSn: shownNumber(operation.refdSn),
    transType: shownNumber(operation.transType),
    ...{ amount, operator },
    // The error that it met first says nothing any more.
    code: state === 'done' ? undefined : code,
    startedAt: isoOf(operation.startedAt),
    changedAt: isoOf(operation.changedAt),
  })
}

function endOf(operation: LedgerOperation): Pick<Operation, 'outcome' | 'proof' | 'nextAt'> {
  switch (operation.state) {
    case 'done':
      return { outcome: 'done', proof: operation.proof }
    case 'closed':
      return { outcome: operation.outcome, proof: operation.proof }
    case 'unknown':
      return { nextAt: operation.nextAt === undefined ? undefined : isoOf(operation.nextAt) }
    default:
      return {}
  }
}

export const isoOf = (milliseconds: number): string => new Date(milliseconds).toISOString()

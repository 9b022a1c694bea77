import type { EventRow, ExceptionRow, Facts, LedgerOperation, LedgerOrder } from '@nationec/ledger'
import { formatWireTime } from '@nationec/protocol'
import { maskText } from '@nationec/protocol/privacy'
import { shownKey } from '../../books/operation-note.ts'

/** A moment as JSON has it. */
const moment = (at: number): string => new Date(at).toISOString()

/** A moment as people read it. */
export const clockTime = (at: number): string => formatWireTime(at, 'yyyy-MM-dd HH:mm:ss')

/** An order: numbers, states and amounts. */
export function orderView({ createdAt, changedAt, ...order }: LedgerOrder) {
  return { ...order, createdAt: moment(createdAt), changedAt: moment(changedAt) }
}

/** An operation without its answer: tokens stay in the ledger. */
export function operationView(operation: LedgerOperation) {
  const { id, scope, key, kind, state, code, order, till, day, amount, startedAt, changedAt } = operation
  const { medOrgOrd, payOrdId, appRefdSn, refdSn, transType } = operation
  return {
    ...{ id, scope: shownKey(scope), key: shownKey(key), kind, state },
    ...('proof' in operation ? { proof: operation.proof } : {}),
    ...('outcome' in operation ? { outcome: operation.outcome } : {}),
    ...{ code, order, medOrgOrd, payOrdId, appRefdSn, refdSn, transType, amount, till, day },
    ...{ startedAt: moment(startedAt), changedAt: moment(changedAt) },
    ...(operation.state === 'unknown' ? { asked: operation.asked, ...nextOf(operation.nextAt) } : {}),
  }
}

function nextOf(nextAt: number | undefined) {
  return nextAt === undefined ? {} : { nextAt: moment(nextAt) }
}

/** An exception; what a person wrote is masked. */
export function exceptionView(exception: ExceptionRow) {
  const { id, kind, operation, order, day, open, facts, createdAt, settledBy, because } = exception
  return {
    ...{ id, kind, operation, order, day, open, since: moment(createdAt), facts: factsView(facts) },
    ...{ settledBy: masked(settledBy), because: masked(because) },
  }
}

export function eventView({ at, table, id, type, facts }: EventRow) {
  return { at: moment(at), table, id, type, facts: factsView(facts) }
}

/** Facts are numbers and states, but for what a person wrote. */
function factsView(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      (name === 'by' || name === 'because') && typeof value === 'string' ? maskText(value) : value,
    ]),
  )
}

function masked(text: string | undefined): string | undefined {
  return text === undefined ? undefined : maskText(text)
}

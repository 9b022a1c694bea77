import { formatYuan, type OrderState, yuanFromFen } from '@nationec/protocol'
import type { ExceptionKind, Facts, OrderRow, OrderStatus } from '../store/rows.ts'
import type { Draft } from './draft.ts'
import { changeMoney } from './end-operation.ts'
import type { Asked } from './facts.ts'
import { isOpen, mayRefund, type Story } from './story.ts'
import { inYuan, sameSums, sumsOf } from './sums.ts'

/** What became of a state that was told. */
export type Taken =
  | 'taken'
  /** Older than what is known. */
  | 'stale'
  /** It contradicts what is known, or itself: a person is called, and nothing was changed. */
  | 'contradiction'
  | 'amounts-disagree'
  | 'unrecognised'

/** How far an order has gone; it never goes back. */
const RANK: Readonly<Record<OrderStatus, number>> = {
  'not-uploaded': 0,
  unknown: 0,
  unrecognised: 0,
  pending: 1,
  completing: 2,
  failed: 2,
  revoked: 3,
  settled: 4,
  'partly-refunded': 5,
  refunded: 6,
}

/**
 * Takes the state of an order: from a query (`asked`: what was known when it was sent), or from the answer to an operation.
 *
 * An order never goes back: a paid one is not pending again, a revoked one is not paid, a refunded one is not settled. What
 * says so, and amounts that are not those of the bill, or not those of before, call a person and change nothing.
 */
export function takeState(
  draft: Draft,
  story: Story,
  order: OrderRow,
  seen: OrderState,
  asked: Asked | undefined,
): Taken {
  const row = draft.now(order)
  const { status, ordStas } = seen
  if (status === 'unrecognised') {
    if (seen.reason !== 'state') call(draft, 'amounts-disagree', row, { ordStas: ordStas ?? null, reason: seen.reason })
    return seen.reason === 'state' ? 'unrecognised' : 'amounts-disagree'
  }
  if (isContradiction(row, status)) {
    if (asked !== undefined && asked.version !== order.version) return 'stale'
    call(draft, 'contradiction', row, { was: row.status, is: status, ordStas })
    return 'contradiction'
  }
  const paid = 'amounts' in seen ? sumsOf(seen.amounts) : undefined
  const wrongTotal = paid !== undefined && row.total !== undefined && row.total !== paid.total
  if (paid !== undefined && (wrongTotal || (row.paid !== undefined && !sameSums(row.paid, paid)))) {
    const bill: Facts = row.total === undefined ? {} : { bill: formatYuan(yuanFromFen(row.total)) }
    call(draft, 'amounts-disagree', row, { ordStas, ...bill, ...inYuan(paid, 'paid') })
    return 'amounts-disagree'
  }
  if (status === 'failed') call(draft, 'settlement-failed', row, { ordStas })
  changeMoney(draft, row, {
    status,
    ...(paid === undefined ? {} : { paid }),
    ...stateSeen(story, row, ordStas, asked),
  })
  return 'taken'
}

/** The state counts for later refunds only when no refund can have moved it since the question was sent. */
function stateSeen(
  { operations }: Story,
  order: OrderRow,
  ordStas: string,
  asked: Asked | undefined,
): Partial<OrderRow> {
  const quiet =
    asked !== undefined &&
    !asked.refunding &&
    asked.refunds === order.refunds &&
    !operations.some((operation) => mayRefund(operation) && isOpen(operation))
  return { ordStas, seenRefunds: quiet ? order.refunds : undefined }
}

function isContradiction(order: OrderRow, status: OrderStatus): boolean {
  const [from, to] = [RANK[order.status], RANK[status]]
  if (order.status === status) return false
  if (order.status === 'revoked') return true
  // Only an order that nothing was paid for can be revoked.
  if (status === 'revoked') return order.status === 'completing' || from > to
  // What the centre called failed may have been finished by it since.
  if (order.status === 'failed') return to < 2
  return to < from
}

function call(draft: Draft, kind: ExceptionKind, order: OrderRow, facts: Facts): void {
  draft.call(kind, { order }, facts)
}

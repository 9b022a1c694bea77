import type { Order } from '../model/order.ts'
import type { OrderEntry } from '../orders/order-book.ts'
import { type Entry, viewOf } from './entry.ts'
import type { OperationIndex } from './operation-index.ts'

/** An order with its refunds and operations, as callers see it. */
export function viewOrder(index: Pick<OperationIndex, 'ofOrder'>, { facts, queriedAt }: OrderEntry): Order {
  const { payOrdId, medOrgOrd, total, status, ordStas, amounts, createdAt, updatedAt } = facts
  const entries = index.ofOrder({ payOrdId, medOrgOrd })
  return {
    id: payOrdId ?? medOrgOrd ?? '',
    ...(payOrdId === undefined ? {} : { payOrdId }),
    ...(medOrgOrd === undefined ? {} : { medOrgOrd }),
    ...(total === undefined ? {} : { total }),
    status,
    ...(ordStas === undefined ? {} : { ordStas }),
    ...(amounts === undefined ? {} : { amounts }),
    refunds: entries.flatMap(refundOf),
    operations: entries.map(viewOf),
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
    ...(queriedAt === undefined ? {} : { queriedAt: new Date(queriedAt).toISOString() }),
  }
}

function refundOf({ kind, state, references }: Entry): Order['refunds'] {
  const { appRefdSn, amount = '', refdType = '' } = references
  return kind === 'refund' && appRefdSn !== undefined && state !== 'refused'
    ? [{ appRefdSn, total: amount, refdType, state }]
    : []
}

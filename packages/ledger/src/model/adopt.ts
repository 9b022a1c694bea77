import type { OrderRow } from '../store/rows.ts'
import type { Draft } from './draft.ts'
import type { Story } from './story.ts'

/**
 * Makes one order of two that turn out to be the same: that of a bill whose number at the centre was not known, and one
 * that was only known by that number. Gives the order that is left; that of the story when there is nothing to join.
 */
export function adopt(
  draft: Draft,
  { order, owner, operations }: Story,
  payOrdId: string | undefined,
): OrderRow | undefined {
  if (order === undefined || owner === undefined || owner.id === order.id) return order
  if (order.payOrdId !== undefined || owner.payOrdId !== payOrdId || owner.medOrgOrd !== undefined) return order
  const { medOrgOrd, total, person, till } = order
  for (const operation of operations) draft.change(operation, { order: owner.id }, 'order-joined')
  draft.changeOrder(order, { status: 'not-uploaded' }, 'order-joined')
  return draft.changeOrder(owner, { medOrgOrd, total, person, till }, 'order-joined')
}

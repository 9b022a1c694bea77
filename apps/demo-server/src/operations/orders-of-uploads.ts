import type { OrderFacts } from '../model/order.ts'
import type { OrderBook } from '../orders/order-book.ts'
import type { Entry } from './entry.ts'

/**
 * What an upload whose outcome was unknown says of its order: that it is still unknown, or what a person, or the terminal
 * afterwards, has said of it.
 * `undefined` when it says nothing, as when the order is known by a number of its own.
 */
export function orderOfUpload(entry: Entry, orders: OrderBook, now: number): OrderFacts | undefined {
  const { kind, state, outcome, resolvedBy, references } = entry
  const { medOrgOrd, payOrdId, amount: total } = references
  if (kind !== 'upload' || medOrgOrd === undefined) return undefined
  const order = orders.find(medOrgOrd)?.facts
  const facts = { medOrgOrd, total, createdAt: now, updatedAt: now }
  if (state === 'unknown') {
    // An order with a number of its own came from another upload of the same bill.
    return order?.status === 'unknown' && order.payOrdId === undefined ? undefined : { ...facts, status: 'unknown' }
  }
  const isDecided = resolvedBy === 'person' || (resolvedBy === 'answer' && outcome === 'not-done')
  if (state !== 'closed' || !isDecided || order?.status !== 'unknown') return undefined
  return outcome === 'done' ? { ...facts, payOrdId, status: 'pending' } : { ...facts, status: 'not-uploaded' }
}

import type { OrderAmounts } from '@nationec/protocol'
import type { Storage } from '../journal/open-journal.ts'
import type { Order, OrderFacts, OrderStatus } from '../model/order.ts'
import { plainNumber } from '../model/plain-number.ts'
import type { OrderBook, OrderEntry } from '../orders/order-book.ts'
import type { OperationIndex } from './operation-index.ts'
import { viewOrder } from './order-view.ts'

/** What was heard of an order. */
export interface OrderNews {
  readonly payOrdId?: string | undefined
  readonly medOrgOrd?: string | undefined
  readonly total?: string | undefined
  readonly status: OrderStatus
  readonly ordStas?: string | undefined
  readonly amounts?: OrderAmounts | undefined
}

/** The orders of this agent: read by their numbers, changed by news. */
export interface KnownOrders {
  orderEntry(number: string): OrderEntry | undefined
  order(number: string): Order | undefined
  /** Newest first. */
  orders(wanted?: { readonly status?: OrderStatus | undefined }): Iterable<OrderEntry>
  viewOrder(entry: OrderEntry): Order
  /** Takes news of an order; `knownOnly` leaves those of other programs alone, `isNew` is about the newest upload of a bill. */
  learn(news: OrderNews, options?: { readonly knownOnly?: boolean; readonly isNew?: boolean }): Order | undefined
}

export interface KnownOrdersParts {
  readonly book: OrderBook
  readonly index: Pick<OperationIndex, 'ofOrder'>
  readonly storage: Pick<Storage, 'journal'>
  readonly clock: () => number
  readonly tell: (order: Order) => void
}

export function createKnownOrders({ book, index, storage, clock, tell }: KnownOrdersParts): KnownOrders {
  return {
    orderEntry: book.find,
    order(number) {
      const entry = book.find(number)
      return entry === undefined ? undefined : viewOrder(index, entry)
    },
    *orders({ status } = {}) {
      for (const entry of book.newest()) if (status === undefined || entry.facts.status === status) yield entry
    },
    viewOrder: (entry) => viewOrder(index, entry),
    learn(heard, { knownOnly = false, isNew = false } = {}) {
      const news = { ...heard, payOrdId: plainNumber(heard.payOrdId), medOrgOrd: plainNumber(heard.medOrgOrd) }
      const number = news.payOrdId ?? news.medOrgOrd
      if (number === undefined) return undefined
      const now = clock()
      const known = book.find(number) ?? book.find(news.medOrgOrd ?? number)
      if (known === undefined && knownOnly) return undefined
      const facts: OrderFacts = { ...news, createdAt: now, updatedAt: now }
      const changed = book.learn(facts, { isNew })
      const entry = book.find(number)
      if (entry === undefined) return undefined
      if (!changed) return undefined
      // An order can be learnt again from the centre: its line need not be waited for.
      storage.journal.append({ type: 'order', order: entry.facts, at: now }).catch(() => {})
      const view = viewOrder(index, entry)
      tell(view)
      return view
    },
  }
}

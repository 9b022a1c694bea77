import type { GivenNumbers } from '@nationec/protocol'
import { agentError } from '../errors/agent-error.ts'
import type { Storage } from '../journal/open-journal.ts'
import type { RetentionBounds } from '../journal/retention.ts'
import type { Operation, OperationState } from '../model/operation.ts'
import type { Order } from '../model/order.ts'
import { createOrderBook, type OrderBook } from '../orders/order-book.ts'
import { type Entry, viewOf } from './entry.ts'
import { createKnownOrders, type KnownOrders } from './known-orders.ts'
import { createOperationIndex, type OperationIndex, restoreOperations } from './operation-index.ts'
import { viewOrder } from './order-view.ts'
import { orderOfUpload } from './orders-of-uploads.ts'
import { createOutcomes, type Outcomes } from './outcomes.ts'
import { restoreGiven } from './restore-given.ts'

/** What changed of an order or an operation; a page follows it. */
export type BookNews =
  | { readonly topic: 'order'; readonly data: Order }
  | { readonly topic: 'operation'; readonly data: Operation }

export interface BooksOptions {
  readonly storage: Storage
  readonly clock: () => number
  readonly tell: (news: BookNews) => void
}

/** Every operation that moves money and every order of this agent, on the disk and in memory. */
export interface Books extends KnownOrders, Outcomes {
  readonly index: OperationIndex
  /** What the centre's numbers were given for, since the journal begins. */
  readonly given: GivenNumbers
  readonly storage: Storage
  readonly clock: () => number
  tellOperation(entry: Entry): void
  /** Lets the journal forget what is settled and was not touched since; tells how many operations went. */
  forget(bounds: RetentionBounds): Promise<number>
  /** The answer that an operation ended with, or `undefined` when it never got one. */
  answerOf(entry: Entry): Promise<StoredAnswer | undefined>
}

/** An answer as the journal keeps it. */
export interface StoredAnswer {
  readonly state: OperationState
  readonly status: number
  readonly body: unknown
}

export function createBooks({ storage, clock, tell }: BooksOptions): Books {
  const index = createOperationIndex()
  const book = createOrderBook()
  restore(storage, index, book)
  const given = restoreGiven(index)
  const orders = createKnownOrders({ book, index, storage, clock, tell: (data) => tell({ topic: 'order', data }) })

  function tellOperation(entry: Entry): void {
    tell({ topic: 'operation', data: viewOf(entry) })
    const { payOrdId = '', medOrgOrd = '' } = entry.references
    const order = book.find(payOrdId) ?? book.find(medOrgOrd)
    if (order !== undefined) tell({ topic: 'order', data: viewOrder(index, order) })
  }

  return {
    ...orders,
    ...createOutcomes({ book, index, storage, clock, learn: orders.learn, tellOperation }),
    index,
    given,
    storage,
    clock,
    tellOperation,
    forget: (bounds) => forget(storage, { index, book }, bounds),
    async answerOf({ answer }) {
      if (answer === undefined) return undefined
      const record = await storage.journal.read(answer)
      if (record.type !== 'end') throw agentError('JOURNAL_DAMAGED')
      return { state: record.state, status: record.status, body: JSON.parse(storage.seal.open(record.answer)) }
    },
  }
}

/** Puts what the journal holds into memory. */
function restore({ found }: Storage, index: OperationIndex, book: OrderBook): void {
  restoreOperations(index, found)
  // A line without payOrdId is about the newest upload of its bill, never about an order that has its number.
  for (const [record] of found) if (record.type === 'order') book.learn(record.order, { isNew: true })
  // What was not written down of an order before the process ended follows from its operations.
  for (const entry of [...index.newest()].reverse()) {
    const facts = orderOfUpload(entry, book, entry.startedAt)
    if (facts !== undefined) book.learn(facts, { isNew: true })
  }
}

async function forget(
  { journal }: Storage,
  { index, book }: { readonly index: OperationIndex; readonly book: OrderBook },
  bounds: RetentionBounds,
): Promise<number> {
  const forgotten = await journal.forget(bounds)
  if (forgotten === undefined) return 0
  for (const id of forgotten.operations) {
    const entry = index.byId(id)
    if (entry !== undefined) index.remove(entry)
  }
  book.forget((order) => {
    const { updatedAt } = order
    return updatedAt < bounds.before && forgotten.mayForget({ type: 'order', order, at: updatedAt })
  })
  return forgotten.operations.size
}

import type { OrderAmounts } from '@nationec/protocol'
import { agentError } from '../errors/agent-error.ts'
import type { JournalRecord } from '../journal/journal-record.ts'
import type { Storage } from '../journal/open-journal.ts'
import type { RetentionBounds } from '../journal/retention.ts'
import type { Operation, OperationOutcome, OperationState } from '../model/operation.ts'
import type { Order, OrderFacts, OrderStatus } from '../model/order.ts'
import { plainNumber } from '../model/plain-number.ts'
import { plainReferences, type References } from '../model/references.ts'
import { createOrderBook, type OrderEntry } from '../orders/order-book.ts'
import { type Entry, viewOf } from './entry.ts'
import { createOperationIndex, type OperationIndex, restoreOperations } from './operation-index.ts'
import { orderOfUpload } from './orders-of-uploads.ts'

/** What the books tell of; a page follows it. */
export type BookNews =
  | { readonly topic: 'order'; readonly data: Order }
  | { readonly topic: 'operation'; readonly data: Operation }

export interface BooksOptions {
  readonly storage: Storage
  readonly clock: () => number
  readonly tell: (news: BookNews) => void
}

/** What was heard of an order. */
export interface OrderNews {
  readonly payOrdId?: string | undefined
  readonly medOrgOrd?: string | undefined
  readonly total?: string | undefined
  readonly status: OrderStatus
  readonly ordStas?: string | undefined
  readonly amounts?: OrderAmounts | undefined
}

/** Every operation that moves money and every order of this agent, on the disk and in memory. */
export interface Books {
  readonly index: OperationIndex
  readonly storage: Storage
  readonly clock: () => number
  orderEntry(number: string): OrderEntry | undefined
  order(number: string): Order | undefined
  /** Newest first. */
  orders(wanted?: { readonly status?: OrderStatus | undefined }): Iterable<OrderEntry>
  viewOrder(entry: OrderEntry): Order
  /** Takes news of an order; `knownOnly` leaves those of other programs alone, `isNew` is about the newest upload of a bill. */
  learn(news: OrderNews, options?: { readonly knownOnly?: boolean; readonly isNew?: boolean }): Order | undefined
  /**
   * Writes down what became of an unknown operation. A query may also correct what a person has said.
   *
   * @throws `OPERATION_NOT_OPEN`
   */
  resolve(
    entry: Entry,
    outcome: OperationOutcome,
    by: 'answer' | 'query' | 'person',
    references?: References,
  ): Promise<void>
  /** Writes down the answer to an operation whose caller was told `unknown`: its key gets that answer from now on. */
  answerLate(entry: Entry, answer: LateAnswer): Promise<void>
  tellOperation(entry: Entry): void
  /** Lets the journal forget what is settled and was not touched since; tells how many operations went. */
  forget(bounds: RetentionBounds): Promise<number>
  /** The answer that an operation ended with, or `undefined` when it never got one. */
  answerOf(entry: Entry): Promise<StoredAnswer | undefined>
}

/** An answer that came after its caller had gone. */
export interface LateAnswer {
  readonly status: number
  readonly body: unknown
  readonly references: References
}

/** An answer as the journal keeps it. */
export interface StoredAnswer {
  readonly state: OperationState
  readonly status: number
  readonly body: unknown
}

export function createBooks({ storage, clock, tell }: BooksOptions): Books {
  const index = createOperationIndex()
  const orders = createOrderBook()
  restoreOperations(index, storage.found)
  // A line without payOrdId is about the newest upload of its bill, never about an order that has its number.
  for (const [record] of storage.found) if (record.type === 'order') orders.learn(record.order, { isNew: true })
  // What was not written down of an order before the process ended follows from its operations.
  for (const entry of [...index.newest()].reverse()) {
    const facts = orderOfUpload(entry, orders, entry.startedAt)
    if (facts !== undefined) orders.learn(facts, { isNew: true })
  }

  function viewOrder({ facts, queriedAt }: OrderEntry): Order {
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

  /** An order can be learnt again from the centre: its line need not be waited for. */
  function keep(record: JournalRecord): void {
    storage.journal.append(record).catch(() => {})
  }

  return {
    index,
    storage,
    clock,
    orderEntry: orders.find,
    order(number) {
      const entry = orders.find(number)
      return entry === undefined ? undefined : viewOrder(entry)
    },
    *orders({ status } = {}) {
      for (const entry of orders.newest()) if (status === undefined || entry.facts.status === status) yield entry
    },
    viewOrder,
    learn(heard, { knownOnly = false, isNew = false } = {}) {
      const news = { ...heard, payOrdId: plainNumber(heard.payOrdId), medOrgOrd: plainNumber(heard.medOrgOrd) }
      const number = news.payOrdId ?? news.medOrgOrd
      if (number === undefined) return undefined
      const now = clock()
      const known = orders.find(number) ?? orders.find(news.medOrgOrd ?? number)
      if (known === undefined && knownOnly) return undefined
      const facts: OrderFacts = { ...news, createdAt: now, updatedAt: now }
      const changed = orders.learn(facts, { isNew })
      const entry = orders.find(number)
      if (entry === undefined) return undefined
      if (!changed) return undefined
      keep({ type: 'order', order: entry.facts, at: now })
      const view = viewOrder(entry)
      tell({ topic: 'order', data: view })
      return view
    },
    async resolve(entry, outcome, by, given = entry.references) {
      const references = plainReferences(given)
      const corrects = by === 'query' && entry.state === 'closed' && entry.resolvedBy === 'person'
      if (entry.state !== 'unknown' && !corrects) throw agentError('OPERATION_NOT_OPEN')
      await storage.journal.append({ type: 'resolve', id: entry.id, outcome, by, references, at: clock() })
      entry.state = by === 'query' && outcome === 'done' ? 'done' : 'closed'
      entry.outcome = outcome
      entry.resolvedBy = by
      entry.references = references
      index.reindex(entry)
      const order = orderOfUpload(entry, orders, clock())
      if (order !== undefined) this.learn(order)
      this.tellOperation(entry)
    },
    async answerLate(entry, { status, body, references: known }) {
      const { id } = entry
      const references = plainReferences({ ...entry.references, ...known })
      const at = clock()
      const answer = storage.seal.close(JSON.stringify(body))
      entry.answer = await storage.journal.append({ type: 'end', id, state: 'done', status, references, answer, at })
      Object.assign(entry, { state: 'done', resolvedBy: 'answer', code: undefined, endedAt: at, references })
      index.reindex(entry)
      const { medOrgOrd, payOrdId, amount: total } = references
      // What a query has told since is newer than this answer.
      if (orders.find(medOrgOrd ?? '')?.facts.status === 'unknown')
        this.learn({ medOrgOrd, payOrdId, total, status: 'pending' })
      this.tellOperation(entry)
    },
    tellOperation(entry) {
      tell({ topic: 'operation', data: viewOf(entry) })
      const { payOrdId = '', medOrgOrd = '' } = entry.references
      const order = orders.find(payOrdId) ?? orders.find(medOrgOrd)
      if (order !== undefined) tell({ topic: 'order', data: viewOrder(order) })
    },
    async forget(bounds) {
      const forgotten = await storage.journal.forget(bounds)
      if (forgotten === undefined) return 0
      for (const id of forgotten.operations) {
        const entry = index.byId(id)
        if (entry !== undefined) index.remove(entry)
      }
      orders.forget((order) => {
        const { updatedAt } = order
        return updatedAt < bounds.before && forgotten.mayForget({ type: 'order', order, at: updatedAt })
      })
      return forgotten.operations.size
    },
    async answerOf({ answer }) {
      if (answer === undefined) return undefined
      const record = await storage.journal.read(answer)
      if (record.type !== 'end') throw agentError('JOURNAL_DAMAGED')
      return { state: record.state, status: record.status, body: JSON.parse(storage.seal.open(record.answer)) }
    },
  }
}

function refundOf({ kind, state, references }: Entry): Order['refunds'] {
  const { appRefdSn, amount = '', refdType = '' } = references
  return kind === 'refund' && appRefdSn !== undefined && state !== 'refused'
    ? [{ appRefdSn, total: amount, refdType, state }]
    : []
}

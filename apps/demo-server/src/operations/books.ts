import type { OrderAmounts } from '@nationec/protocol'
import { agentError } from '../errors/agent-error.ts'
import type { JournalRecord } from '../journal/journal.ts'
import type { Storage } from '../journal/open-journal.ts'
import type { Order, OrderFacts, OrderStatus } from '../orders/order.ts'
import { createOrderBook, type OrderEntry } from '../orders/order-book.ts'
import { type Entry, viewOf } from './entry.ts'
import type { Operation, OperationOutcome, OperationState } from './operation.ts'
import { createOperationIndex, type OperationIndex, restoreOperations } from './operation-index.ts'
import { plainNumber } from './plain-number.ts'
import type { References } from './references.ts'

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
  /** Takes news of an order; `known orders only` leaves those of other programs alone. */
  learn(news: OrderNews, options?: { readonly knownOnly?: boolean }): Order | undefined
  /** Writes down what became of an unknown operation. */
  resolve(entry: Entry, outcome: OperationOutcome, by: 'query' | 'person', references?: References): Promise<void>
  tellOperation(entry: Entry): void
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
  const orders = createOrderBook()
  restoreOperations(index, storage.found)
  for (const [record] of storage.found) if (record.type === 'order') orders.learn(record.order)
  for (const { kind, state, references, startedAt } of [...index.newest()].reverse()) {
    const { medOrgOrd, amount } = references
    const lost = kind === 'upload' && state === 'unknown' && orders.find(medOrgOrd ?? '') === undefined
    if (lost) orders.learn({ medOrgOrd, total: amount, status: 'unknown', createdAt: startedAt, updatedAt: startedAt })
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
    learn(heard, { knownOnly = false } = {}) {
      const news = { ...heard, payOrdId: plainNumber(heard.payOrdId), medOrgOrd: plainNumber(heard.medOrgOrd) }
      const number = news.payOrdId ?? news.medOrgOrd
      if (number === undefined) return undefined
      const now = clock()
      const known = orders.find(number) ?? orders.find(news.medOrgOrd ?? number)
      if (known === undefined && knownOnly) return undefined
      const facts: OrderFacts = { ...news, createdAt: now, updatedAt: now }
      const changed = orders.learn(facts)
      const entry = orders.find(number)
      if (entry === undefined) return undefined
      if (!changed) return undefined
      keep({ type: 'order', order: entry.facts, at: now })
      const view = viewOrder(entry)
      tell({ topic: 'order', data: view })
      return view
    },
    async resolve(entry, outcome, by, references = entry.references) {
      if (entry.state !== 'unknown') throw agentError('OPERATION_NOT_OPEN')
      await storage.journal.append({ type: 'resolve', id: entry.id, outcome, by, references, at: clock() })
      entry.state = by === 'query' && outcome === 'done' ? 'done' : 'closed'
      entry.outcome = outcome
      entry.resolvedBy = by
      entry.references = references
      index.reindex(entry)
      this.tellOperation(entry)
    },
    tellOperation(entry) {
      tell({ topic: 'operation', data: viewOf(entry) })
      const { payOrdId = '', medOrgOrd = '' } = entry.references
      const order = orders.find(payOrdId) ?? orders.find(medOrgOrd)
      if (order !== undefined) tell({ topic: 'order', data: viewOrder(order) })
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

import { agentError } from '../errors/agent-error.ts'
import type { Storage } from '../journal/open-journal.ts'
import type { OperationOutcome } from '../model/operation.ts'
import { plainReferences, type References } from '../model/references.ts'
import type { OrderBook } from '../orders/order-book.ts'
import type { Entry } from './entry.ts'
import type { KnownOrders } from './known-orders.ts'
import type { OperationIndex } from './operation-index.ts'
import { orderOfUpload } from './orders-of-uploads.ts'

/** An answer that came after its caller had gone. */
export interface LateAnswer {
  readonly status: number
  readonly body: unknown
  readonly references: References
}

/** Writes down what became of operations whose callers were told `unknown`. */
export interface Outcomes {
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
}

export interface OutcomeParts {
  readonly book: OrderBook
  readonly index: Pick<OperationIndex, 'reindex'>
  readonly storage: Pick<Storage, 'journal' | 'seal'>
  readonly clock: () => number
  readonly learn: KnownOrders['learn']
  readonly tellOperation: (entry: Entry) => void
}

export function createOutcomes({ book, index, storage, clock, learn, tellOperation }: OutcomeParts): Outcomes {
  return {
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
      const order = orderOfUpload(entry, book, clock())
      if (order !== undefined) learn(order)
      tellOperation(entry)
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
      if (book.find(medOrgOrd ?? '')?.facts.status === 'unknown')
        learn({ medOrgOrd, payOrdId, total, status: 'pending' })
      tellOperation(entry)
    },
  }
}

import type { Generation, PlaceOrderResult, RefundResult, RevokeFeesResult, UploadFeesResult } from '@nationec/client'
import { type Yuan, yuanFromFen } from '@nationec/protocol'
import type { OperationKind, OperationRow, OrderRow, OrderStatus, Sums } from '../store/rows.ts'
import type { Failure } from './facts.ts'

/** What is known of an operation in every state; numbers only, nothing of a person. */
export interface OperationFacts {
  readonly id: string
  readonly scope: string
  readonly key: string
  readonly kind: OperationKind
  /** Of the order, see `ledger.orders`. */
  readonly order: string | undefined
  readonly medOrgOrd: string | undefined
  readonly payOrdId: string | undefined
  readonly appRefdSn: string | undefined
  readonly refdSn: string | undefined
  readonly transType: string | undefined
  readonly amount: Yuan | undefined
  readonly till: string | undefined
  /** Who asked for it. */
  readonly operator: string | undefined
  readonly day: string
  readonly startedAt: number
  readonly changedAt: number
  /** Code of the error that it met last. */
  readonly code: string | undefined
  /** True when this call has sent nothing: the key was known. */
  readonly repeated: boolean
}

/** It is at the terminal; repeat with the same key, or `settle`, to hear more. */
export interface RunningOperation extends OperationFacts {
  readonly state: 'running'
}

/** It left, and what became of it is not known. The ledger asks on; never repeat it under another key. */
export interface UnknownOperation extends OperationFacts {
  readonly state: 'unknown'
  readonly failure: Failure
  /** When the next question is due; `undefined` when only a person or the daily comparison is left. */
  readonly nextAt: number | undefined
  readonly asked: number
}

/** Answered, and refused: nothing was done. */
export interface RefusedOperation extends OperationFacts {
  readonly state: 'refused'
  readonly failure: Failure
}

/** It never left: the key may be used again. */
export interface FreeOperation extends OperationFacts {
  readonly state: 'free'
  readonly failure: Failure | undefined
}

/** It was unknown, and a query, a memory or a person has said what became of it. */
export interface ClosedOperation extends OperationFacts {
  readonly state: 'closed'
  readonly outcome: 'done' | 'not-done'
  readonly proof: 'query' | 'memory' | 'person'
}

/** Done, with the whole answer. */
export interface AnsweredOperation<Answer> extends OperationFacts {
  readonly state: 'done'
  readonly proof: 'answer' | 'memory'
  readonly answer: Answer
}

/** Done, as a query has proved: the answer itself is lost, and with it an upload's `payToken`. */
export interface ProvedOperation<Proved> extends OperationFacts {
  readonly state: 'done'
  readonly proof: 'query'
  readonly answer: Proved
}

/** An operation as it is known now. Tokens and amounts exist only in `done`. */
export type LedgerOperation<Answer = unknown, Proved = unknown> =
  | RunningOperation
  | UnknownOperation
  | RefusedOperation
  | FreeOperation
  | ClosedOperation
  | AnsweredOperation<Answer>
  | ProvedOperation<Proved>

export type UploadOperation<Chosen extends Generation = 'centre'> = LedgerOperation<
  UploadFeesResult<Chosen>,
  { readonly payOrdId: string }
>
export type PlaceOperation = LedgerOperation<PlaceOrderResult, { readonly payOrdId: string }>
export type RevokeOperation<Chosen extends Generation = 'centre'> = LedgerOperation<
  RevokeFeesResult<Chosen>,
  { readonly payOrdId: string }
>
export type RefundOperation<Chosen extends Generation = 'centre'> = LedgerOperation<
  RefundResult<Chosen>,
  { readonly payOrdId: string }
>
/** A request that was made elsewhere; `answer` is the text as it came. A refused one has it in `failure.text`. */
export type TextOperation = LedgerOperation<string, { readonly payOrdId: string }>

/** What a row shows. @param answer as it is stored: JSON text of the answer, or of the failure */
export function viewOperation(row: OperationRow, answer: string | undefined, repeated: boolean): LedgerOperation {
  const facts = factsOf(row, repeated)
  const read = (): Failure =>
    answer === undefined ? { code: row.code ?? '', delivery: 'unknown' } : JSON.parse(answer)
  switch (row.state) {
    case 'running':
      return { ...facts, state: 'running' }
    case 'unknown':
      return { ...facts, state: 'unknown', failure: read(), nextAt: row.nextAt, asked: row.asked }
    case 'refused':
      return { ...facts, state: 'refused', failure: read() }
    case 'free':
      return { ...facts, state: 'free', failure: answer === undefined ? undefined : JSON.parse(answer) }
    case 'closed':
      return { ...facts, state: 'closed', outcome: row.outcome ?? 'not-done', proof: closedBy(row) }
    case 'done':
      if (row.proof === 'answer' || row.proof === 'memory')
        return { ...facts, state: 'done', proof: row.proof, answer: JSON.parse(answer ?? 'null') }
      return { ...facts, state: 'done', proof: 'query', answer: { payOrdId: row.payOrdId } }
  }
}

function closedBy({ proof }: OperationRow): 'query' | 'memory' | 'person' {
  return proof === 'query' || proof === 'memory' ? proof : 'person'
}

function factsOf(row: OperationRow, repeated: boolean): OperationFacts {
  const { id, scope, key, kind, order, medOrgOrd, payOrdId, appRefdSn, refdSn, transType, till, operator } = row
  const { day, code } = row
  const amount = row.amount === undefined ? undefined : yuanFromFen(row.amount)
  return {
    ...{ id, scope, key, kind, order, medOrgOrd, payOrdId, appRefdSn, refdSn, transType, till, operator, day, code },
    ...{ amount, repeated, startedAt: row.createdAt, changedAt: row.changedAt },
  }
}

/** Amounts by bucket, in yuan. */
export interface SumsInYuan {
  readonly total: Yuan
  readonly fund: Yuan
  readonly account: Yuan
  readonly cash: Yuan
}

/** An order as the ledger knows it. */
export interface LedgerOrder {
  readonly id: string
  readonly medOrgOrd: string | undefined
  readonly payOrdId: string | undefined
  readonly status: OrderStatus
  readonly ordStas: string | undefined
  /** Of the uploaded bill. */
  readonly total: Yuan | undefined
  /** What was paid, before any refund. */
  readonly paid: SumsInYuan | undefined
  /** What refunds hold: done, under way, or not known. */
  readonly held: SumsInYuan
  readonly till: string | undefined
  readonly day: string
  readonly createdAt: number
  readonly changedAt: number
}

export function viewOrder(row: OrderRow): LedgerOrder {
  const { id, medOrgOrd, payOrdId, status, ordStas, till, day, createdAt, changedAt } = row
  return {
    ...{ id, medOrgOrd, payOrdId, status, ordStas, till, day, createdAt, changedAt },
    total: row.total === undefined ? undefined : yuanFromFen(row.total),
    paid: row.paid === undefined ? undefined : yuanOf(row.paid),
    held: yuanOf(row.held),
  }
}

export function yuanOf({ total, fund, account, cash }: Sums): SumsInYuan {
  return {
    total: yuanFromFen(total),
    fund: yuanFromFen(fund),
    account: yuanFromFen(account),
    cash: yuanFromFen(cash),
  }
}

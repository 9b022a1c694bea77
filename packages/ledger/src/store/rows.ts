import type { OrderClass } from '@nationec/protocol'

/** Amounts in whole fen, by bucket. `total` is not always the sum of the three: the centre may find the parts itself. */
export interface Sums {
  readonly total: bigint
  /** fundPay, fundRefdAmt 基金 */
  readonly fund: bigint
  /** psnAcctPay, psnAcctRefdAmt 个人账户 */
  readonly account: bigint
  /** ownPayAmt, cashRefdAmt 现金 */
  readonly cash: bigint
}

/** What moves money, or may. `raw`: a request that the protocol does not know. */
export type OperationKind = 'upload' | 'place' | 'revoke' | 'refund' | 'raw'

/**
 * Where an operation stands.
 *
 * - `running`: its intent is stored; it is at the terminal, or its process has died
 * - `unknown`: it left, and what became of it is not known
 * - `done`: answered, or proved by a query or by the terminal's own memory
 * - `refused`: answered, and refused: nothing was done
 * - `free`: it never left; its key may be used again
 * - `closed`: it was unknown; a query, a memory or a person has said what became of it (`outcome`)
 */
export type OperationState = 'running' | 'unknown' | 'done' | 'refused' | 'free' | 'closed'

/** Where the knowledge of an outcome comes from. */
export type Proof = 'answer' | 'memory' | 'query' | 'person'

/** What every row has. */
export interface Row {
  /** Made by the engine, unique in its table; at most 64 characters of `A-Z a-z 0-9 - _ . : /`. */
  readonly id: string
  /** 1 when inserted, one more with each change: a write names the version that it has read. */
  readonly version: number
  /** Milliseconds since 1970; never changes. Pages are in this order. */
  readonly createdAt: number
  readonly changedAt: number
}

/** One intent to move money and what became of it. Its answer is stored beside it, sealed: {@link OpenStore.answerOf}. */
export interface OperationRow extends Row {
  /** Who made the key; keys of two scopes do not meet. */
  readonly scope: string
  readonly key: string
  readonly kind: OperationKind
  /** Keyed digest of the request. */
  readonly digest: string
  /** Id of the order row; absent for a raw request that names no order. */
  readonly order?: string | undefined
  readonly state: OperationState
  /** In `done` and `closed`. */
  readonly outcome?: 'done' | 'not-done' | undefined
  readonly proof?: Proof | undefined
  /** Code of the error that it met last. */
  readonly code?: string | undefined
  readonly medOrgOrd?: string | undefined
  readonly payOrdId?: string | undefined
  /** The institution's number of a refund. */
  readonly appRefdSn?: string | undefined
  /** The centre's number of a refund. */
  readonly refdSn?: string | undefined
  readonly refdType?: string | undefined
  readonly transType?: string | undefined
  /** Fen. */
  readonly amount?: bigint | undefined
  /** What a refund holds of its order, unless it is known that nothing was refunded. */
  readonly reserved?: Sums | undefined
  /** A refund: the `ordStas` that a later one is compared with. Absent when no state of the order was known for certain. */
  readonly before?: string | undefined
  /** A refund: the how-manyth refund of its order it is. */
  readonly turn?: number | undefined
  /** The terminal that it went through, as the caller names it. */
  readonly till?: string | undefined
  /** Who asked for it, as the institution names its people. */
  readonly operator?: string | undefined
  /** `YYYY-MM-DD` in Asia/Shanghai of `createdAt`. */
  readonly day: string
  /** An upload: keyed digest of person, total and day. */
  readonly alike?: string | undefined
  /**
   * Subjects that no other operation may hold: its bill and order while it is open, the numbers of a refund for good. At
   * most eight, each at most 160 characters. The store keeps them unique.
   */
  readonly holds: readonly string[]
  /** The attempt that runs it, or the process that claimed it. */
  readonly owner?: string | undefined
  /** When its outcome became unknown. */
  readonly unknownAt?: number | undefined
  /** How many questions were asked since. */
  readonly asked: number
  /** When it is due: in `unknown` the next question, in `running` the time after which its process counts as dead. */
  readonly nextAt?: number | undefined
}

/** `unknown`: an upload was sent, and whether the order exists is not known. `not-uploaded`: it is known that it does not. */
export type OrderStatus = OrderClass | 'unrecognised' | 'unknown' | 'not-uploaded'

/** An order: the bill, its number at the centre, its state, and its money. No person, no token. */
export interface OrderRow extends Row {
  readonly medOrgOrd?: string | undefined
  /** Unique among orders; never changed once it is set. */
  readonly payOrdId?: string | undefined
  readonly status: OrderStatus
  /** As the centre told it last; absent when a refund may have moved it since. */
  readonly ordStas?: string | undefined
  /** The total of the uploaded bill, fen. */
  readonly total?: bigint | undefined
  /** What was paid; absent until a paid state with right amounts was seen. */
  readonly paid?: Sums | undefined
  /** What refunds hold: reserved with their intent, given back only when it is known that nothing was refunded. */
  readonly held: Sums
  /** Later truth has shown more refunds than were paid, and a person was called: the check of the buckets is off. */
  readonly excess: boolean
  /** Refunds that were ever begun. */
  readonly refunds: number
  /** The value of `refunds` when `ordStas` was seen while no refund was open; absent otherwise. */
  readonly seenRefunds?: number | undefined
  /** Keyed digest of the person; absent when the order was not uploaded here. */
  readonly person?: string | undefined
  readonly till?: string | undefined
  /** `YYYY-MM-DD` in Asia/Shanghai of `createdAt`. */
  readonly day: string
  /** When the centre was asked last and answered. */
  readonly seenAt?: number | undefined
}

/** Why a person is called. */
export type ExceptionKind =
  | 'outcome-unknown'
  | 'refund-unclear'
  | 'settlement-failed'
  | 'token-lost'
  | 'amounts-disagree'
  | 'foreign-number'
  | 'contradiction'
  | 'repeated-bill'
  | 'over-refunded'
  | 'late-truth'
  | 'reconciliation'
  /** The mark of the ledger's end was lost: events may be missing at the end. */
  | 'mark-renewed'

/** Something that a person must look at. */
export interface ExceptionRow extends Row {
  readonly kind: ExceptionKind
  readonly operation?: string | undefined
  readonly order?: string | undefined
  readonly day: string
  /** False once a person has settled it, or the truth came. */
  readonly open: boolean
  /** Numbers, states and amounts; nothing of a person. */
  readonly facts: Facts
  readonly settledBy?: string | undefined
  readonly because?: string | undefined
}

/** A day that was closed: nothing of it is open, and what was compared is written down. `id` is the day. */
export interface DayRow extends Row {
  readonly by: string
  /** What was counted and compared. */
  readonly facts: Facts
  /** Keyed digest over everything above. */
  readonly signature: string
}

/** Flat values that JSON can hold; amounts as decimal text of yuan. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>

/** The rows of each table. */
export interface Tables {
  readonly operation: OperationRow
  readonly order: OrderRow
  readonly exception: ExceptionRow
  readonly day: DayRow
}
export type TableName = keyof Tables

/** What happened to a row: written with it, never changed. */
export interface EventRow {
  /** Position in its lane, from 1 without gaps. */
  readonly seq: number
  /** Events of one lane are chained. A store with one writer has one lane, `''`; others one for each process. */
  readonly lane: string
  readonly table: TableName
  /** Of the row. */
  readonly id: string
  /** Of the row after the change: in this order the events of a row happened, in every lane. */
  readonly version: number
  readonly type: string
  readonly at: number
  readonly facts: Facts
}

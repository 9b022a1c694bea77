import type { Yuan } from '@nationec/protocol'

export type RowKind = 'payment' | 'refund'

/**
 * What a list says of the money of a row.
 *
 * - `done`: it moved; an order that was refunded later was still paid
 * - `open`: it may move yet, or has moved in part
 * - `not-done`: it did not move, and will not
 */
export type RowStatus = 'done' | 'open' | 'not-done'

/** The money of a row. A refund's amounts are positive: what was given back. */
export interface RowAmounts {
  readonly total: Yuan
  /** 基金 */
  readonly fund?: Yuan | undefined
  /** 个人账户 */
  readonly account?: Yuan | undefined
  /** 现金 */
  readonly cash?: Yuan | undefined
}

/**
 * One payment or refund as a list has it: the neutral form that every file is read into (对账).
 *
 * It has numbers, times and amounts; no column of a person is ever read.
 */
export interface ReconciliationRow extends RowAmounts {
  readonly kind: RowKind
  readonly status: RowStatus
  /** At least one of `medOrgOrd` and `payOrdId` is there. */
  readonly medOrgOrd?: string | undefined
  readonly payOrdId?: string | undefined
  /** The institution's number of a refund. */
  readonly appRefdSn?: string | undefined
  /** The centre's number of a refund. */
  readonly refdSn?: string | undefined
  /** The institution's own number in its books. */
  readonly ledgerNo?: string | undefined
  /** `YYYY-MM-DD HH:mm:ss` or `YYYY-MM-DD`, Asia/Shanghai. */
  readonly time?: string | undefined
  /** Where it stands in its file, from 1. */
  readonly line?: number | undefined
}

/** The lists of one day. */
export interface DayFile {
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly day: string
  /** The centre's own list. */
  readonly centre: readonly ReconciliationRow[]
  /** The institution's list, where it keeps one besides the ledger. */
  readonly institution?: readonly ReconciliationRow[] | undefined
  /** The centre's lists of days before, where they are at hand: what stands in one of them and in this one is a double. */
  readonly earlier?: readonly ReconciliationRow[] | undefined
}

import type { LedgerOrder, SumsInYuan } from '@nationec/ledger'
import type { Yuan } from '@nationec/protocol'
import type { Operation } from './operation.ts'

/** One refund of an order, as far as this agent was asked for it. */
export interface OrderRefund extends Pick<Operation, 'state' | 'outcome'> {
  readonly appRefdSn: string
  readonly total?: Yuan | undefined
}

/** An order as callers see it: numbers, state and amounts. No person, no token. */
export interface Order {
  /** The agent's own; it stays when the centre's number comes. */
  readonly id: string
  readonly payOrdId?: string | undefined
  readonly medOrgOrd?: string | undefined
  /** Yuan, as all amounts are. */
  readonly total?: Yuan | undefined
  readonly status: LedgerOrder['status']
  readonly ordStas?: string | undefined
  /** What was paid. */
  readonly amounts?: SumsInYuan | undefined
  /** What refunds hold of it: done, under way, or not known. */
  readonly held?: SumsInYuan | undefined
  readonly refunds: readonly OrderRefund[]
  readonly operations: readonly Operation[]
  /** ISO 8601. */
  readonly createdAt: string
  readonly changedAt: string
}

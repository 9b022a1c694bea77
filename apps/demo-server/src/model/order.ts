import type { OrderAmounts, OrderState } from '@nationec/protocol'
import type { Operation, OperationState } from './operation.ts'

/**
 * - `unknown`: its upload was sent, and it is not known yet whether the order exists
 * - `not-uploaded`: that was so, and a person has decided that it does not; a query that finds it says otherwise
 */
export type OrderStatus = OrderState['status'] | 'unknown' | 'not-uploaded'

/** What the agent knows of an order: numbers, state and amounts. No person, no token. */
export interface OrderFacts {
  readonly payOrdId?: string | undefined
  readonly medOrgOrd?: string | undefined
  /** Yuan. */
  readonly total?: string | undefined
  readonly status: OrderStatus
  readonly ordStas?: string | undefined
  readonly amounts?: OrderAmounts | undefined
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly updatedAt: number
}

/** One refund of an order, as far as this agent was asked for it. */
export interface OrderRefund {
  readonly appRefdSn: string
  readonly total: string
  readonly refdType: string
  readonly state: OperationState
}

/** An order as callers see it. */
export interface Order extends Omit<OrderFacts, 'createdAt' | 'updatedAt'> {
  /** payOrdId, or medOrgOrd while that is not known. */
  readonly id: string
  readonly refunds: readonly OrderRefund[]
  readonly operations: readonly Operation[]
  /** ISO 8601. */
  readonly createdAt: string
  readonly updatedAt: string
  readonly queriedAt?: string | undefined
}

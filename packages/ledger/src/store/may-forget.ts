import type { ExceptionRow, OperationRow, OrderRow, OrderStatus } from './rows.ts'

/** An order with everything that belongs to it; without `order`, one raw operation. */
export interface Belongings {
  readonly order?: OrderRow | undefined
  readonly operations: readonly OperationRow[]
  readonly exceptions: readonly ExceptionRow[]
}

/** States in which nothing more is expected of an order. */
export const FINAL_STATUSES: readonly OrderStatus[] = [
  'settled',
  'partly-refunded',
  'refunded',
  'revoked',
  'not-uploaded',
]

/**
 * Whether an order may be forgotten with everything that belongs to it: the one rule for every store. A store may say the
 * same in SQL, and the kit compares.
 *
 * Never: an order in a state from which more is expected, an operation that is running or unknown, an exception that is
 * open, and everything of it that was changed at or after `before`.
 */
export function mayForget({ order, operations, exceptions }: Belongings, before: number): boolean {
  const rows = [...(order === undefined ? [] : [order]), ...operations, ...exceptions]
  return (
    rows.every(({ changedAt }) => changedAt < before) &&
    (order === undefined || FINAL_STATUSES.includes(order.status)) &&
    operations.every(({ state }) => state !== 'running' && state !== 'unknown') &&
    exceptions.every(({ open }) => !open)
  )
}

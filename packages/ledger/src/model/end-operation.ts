import type { Facts, OperationRow, OperationState, OrderRow, Proof } from '../store/rows.ts'
import type { Draft } from './draft.ts'
import { centreRefundHold, lastingHolds } from './holds.ts'
import { exceeds, minus, plus, sameSums } from './sums.ts'

/** How an operation ends, or ends anew. */
export interface Ending {
  readonly state: Extract<OperationState, 'done' | 'refused' | 'free' | 'closed'>
  readonly outcome?: 'done' | 'not-done' | undefined
  readonly proof?: Proof | undefined
  readonly code?: string | undefined
  readonly answer?: string | null | undefined
  readonly payOrdId?: string | undefined
  readonly refdSn?: string | undefined
  /** Name of the event. */
  readonly event: string
  readonly facts?: Facts | undefined
}

/** Ends an operation: nothing is due any more, what it held is free but for the numbers that are used for good. */
export function endOperation(draft: Draft, operation: OperationRow, ending: Ending): OperationRow {
  const { state, outcome, proof, code, answer, event, facts = {} } = ending
  const { payOrdId = operation.payOrdId, refdSn = operation.refdSn } = ending
  const notDone = outcome === 'not-done' || state === 'refused' || state === 'free'
  const holds = state === 'free' ? [] : lastingHolds(operation)
  const ended = draft.change(
    operation,
    {
      ...{ state, outcome, proof, code, payOrdId, refdSn },
      holds: refdSn === undefined || notDone ? holds : [...new Set([...holds, centreRefundHold(refdSn)])],
      nextAt: undefined,
      owner: undefined,
    },
    event,
    { facts: { state, ...(proof === undefined ? {} : { proof }), ...facts }, answer },
  )
  draft.calm(operation, event)
  return ended
}

/**
 * Gives back what a refund that was not done had reserved, or reserves again what turned out to be done. The truth is
 * written even when it exceeds what was paid: then a person is called.
 */
export function settleReserve(draft: Draft, order: OrderRow, refund: OperationRow, done: boolean): void {
  const { reserved } = refund
  if (reserved === undefined) return
  const row = draft.now(order)
  const counted = refund.outcome !== 'not-done' && refund.state !== 'refused' && refund.state !== 'free'
  if (counted === done) return
  const held = done ? plus(row.held, reserved) : minus(row.held, reserved)
  changeMoney(draft, row, { held })
}

/** Changes the money of an order; what was refunded above what was paid is the truth then, and a person is called. */
export function changeMoney(
  draft: Draft,
  order: OrderRow,
  patch: Partial<Pick<OrderRow, 'held' | 'paid' | 'status' | 'ordStas' | 'seenRefunds' | 'seenAt' | 'payOrdId'>>,
): OrderRow {
  if (Object.entries(patch).every(([name, value]) => isSame(order[name as keyof OrderRow], value))) return order
  const { held, paid } = { ...order, ...patch }
  const excess = paid !== undefined && exceeds(held, paid)
  if (excess) draft.call('over-refunded', { order })
  return draft.changeOrder(order, { ...patch, excess }, 'order')
}

function isSame(known: OrderRow[keyof OrderRow], news: OrderRow[keyof OrderRow]): boolean {
  return known === news || (typeof known === 'object' && typeof news === 'object' && sameSums(known, news))
}

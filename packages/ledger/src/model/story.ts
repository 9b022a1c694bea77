import type { ExceptionRow, OperationRow, OrderRow } from '../store/rows.ts'

/** Everything that a change looks at, as it was read. */
export interface Story {
  /** The order, when there is one. */
  readonly order: OrderRow | undefined
  /** Every operation of the order, newest first. */
  readonly operations: readonly OperationRow[]
  /** Exceptions of the order and of its operations that are open. */
  readonly exceptions: readonly ExceptionRow[]
  /** The order that has the `payOrdId` of the news already; may be `order` itself. */
  readonly owner?: OrderRow | undefined
  /** The refund that has the `refdSn` of the news already. */
  readonly refunder?: OperationRow | undefined
}

export function isOpen({ state }: Pick<OperationRow, 'state'>): boolean {
  return state === 'running' || state === 'unknown'
}

/** Whether it is known, or said by a person, that it was done. */
export function wasDone({ state, outcome }: Pick<OperationRow, 'state' | 'outcome'>): boolean {
  return state === 'done' || (state === 'closed' && outcome === 'done')
}

/** A refund, or a raw request that may be one. */
export function mayRefund({ kind }: Pick<OperationRow, 'kind'>): boolean {
  return kind === 'refund' || kind === 'raw'
}

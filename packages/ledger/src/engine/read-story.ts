import type { Story } from '../model/story.ts'
import type { OpenStore } from '../store/contract.ts'
import type { OperationRow, OrderRow } from '../store/rows.ts'

/** Numbers of the centre in the news. */
export interface NewNumbers {
  readonly payOrdId?: string | undefined
  readonly refdSn?: string | undefined
}

/** Reads everything that a change of an operation, or of an order, looks at. */
export async function readStory(
  store: OpenStore,
  of: { readonly operation: OperationRow } | { readonly order: OrderRow },
  { payOrdId, refdSn }: NewNumbers = {},
): Promise<Story> {
  const id = 'operation' in of ? of.operation.order : of.order.id
  const [orders, operations, exceptions, owners, refunders] = await Promise.all([
    id === undefined ? [] : store.findOrders({ id }),
    id === undefined ? [] : store.findOperations({ order: id }),
    store.exceptions({
      ...(id === undefined && 'operation' in of ? { operation: of.operation.id } : { order: id }),
      open: true,
      limit: 100,
    }),
    payOrdId === undefined ? [] : store.findOrders({ payOrdId }),
    refdSn === undefined ? [] : store.findOperations({ refdSn }),
  ])
  return {
    order: orders[0],
    operations,
    exceptions: exceptions.rows,
    owner: owners[0],
    refunder: refunders.find(({ state }) => state !== 'free' && state !== 'refused'),
  }
}

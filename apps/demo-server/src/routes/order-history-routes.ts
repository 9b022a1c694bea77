import { z } from 'zod'
import { agentError } from '../errors/agent-error.ts'
import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import { zodInput } from '../http/input.ts'
import type { Order } from '../model/order.ts'
import { listOf, objectOf, orderStatus, reference } from '../openapi/schemas.ts'
import type { Books } from '../operations/books.ts'
import { limitSchema } from './call-options.ts'

export interface OrderHistoryContext {
  readonly books: Pick<Books, 'order' | 'orders' | 'viewOrder'>
}

/** The orders that the agent remembers. */
export function orderHistoryRoutes({ books }: OrderHistoryContext): AnyEndpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/v1/orders',
      tag: 'orders',
      summary: { zh: '本机订单记录', en: 'The orders of this agent, newest first' },
      access: 'paired',
      query: zodInput(
        z.object({ limit: limitSchema, before: z.string().max(64).optional(), status: orderStatus.optional() }),
      ),
      response: { status: 200, schema: objectOf({ orders: listOf(reference('Order')), next: { type: 'string' } }) },
      handle: ({ query }) => ({ body: pageOf(books, query) }),
    }),
    endpoint({
      method: 'GET',
      path: '/v1/orders/{id}',
      tag: 'orders',
      summary: { zh: '本机单笔订单记录', en: 'One order, by payOrdId or medOrgOrd' },
      access: 'paired',
      response: { status: 200, schema: reference('Order') },
      handle({ params }) {
        const order = books.order(params['id'] ?? '')
        if (order === undefined) throw agentError('ORDER_NOT_KNOWN')
        return { body: order }
      },
    }),
  ]
}

interface Wanted {
  readonly limit: number
  /** Id of the last order of the page before. */
  readonly before?: string | undefined
  readonly status?: z.output<typeof orderStatus> | undefined
}

/** One page of orders, newest first; `next` names its last order while there are more. */
function pageOf(
  books: Pick<Books, 'orders' | 'viewOrder'>,
  { limit, before, status }: Wanted,
): { readonly orders: readonly Order[]; readonly next?: string } {
  let passed = before === undefined
  const found: Order[] = []
  let more = false
  for (const entry of books.orders({ status })) {
    const { payOrdId, medOrgOrd } = entry.facts
    if (passed && found.length === limit) {
      more = true
      break
    }
    if (passed) found.push(books.viewOrder(entry))
    else passed = before === (payOrdId ?? medOrgOrd)
  }
  const next = more ? found.at(-1)?.id : undefined
  return { orders: found, ...(next === undefined ? {} : { next }) }
}

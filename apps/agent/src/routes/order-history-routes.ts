import { z } from 'zod'
import { orderBody, orderBodyOf } from '../answers/order-body.ts'
import { agentError } from '../errors/agent-error.ts'
import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import { zodInput } from '../http/input.ts'
import type { TillLedger } from '../ledger/till-ledger.ts'
import { listOf, objectOf, orderStatus, reference } from '../openapi/schemas.ts'
import { cursorSchema, limitSchema } from './call-options.ts'

/** In Asia/Shanghai. */
const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export interface OrderHistoryContext {
  readonly ledger: TillLedger
}

/** The orders that the agent remembers. */
export function orderHistoryRoutes({ ledger }: OrderHistoryContext): AnyEndpoint[] {
  return [
    endpoint({
      id: 'listOrders',
      method: 'GET',
      path: '/v1/orders',
      tag: 'orders',
      summary: {
        zh: '本机订单记录',
        en: 'The orders of this agent, newest first; `after` is the `next` of the page before',
      },
      access: 'paired',
      query: zodInput(
        z.object({
          limit: limitSchema,
          after: cursorSchema,
          status: orderStatus.optional(),
          day: daySchema.optional(),
        }),
      ),
      response: {
        status: 200,
        schema: objectOf({ orders: listOf(reference('Order')), next: { type: 'string' } }, ['next']),
      },
      async handle({ query }) {
        const { entries, next } = await ledger.orderPage(query)
        const orders = await Promise.all(entries.map((order) => orderBody(ledger, order)))
        return { body: { orders, next } }
      },
    }),
    endpoint({
      id: 'getOrder',
      method: 'GET',
      path: '/v1/orders/{id}',
      tag: 'orders',
      summary: { zh: '本机单笔订单记录', en: 'One order, by its id, payOrdId or medOrgOrd' },
      access: 'paired',
      response: { status: 200, schema: reference('Order') },
      async handle({ params: { id = '' } }) {
        const byNumber = await orderBodyOf(ledger, { payOrdId: id, medOrgOrd: id })
        const order = byNumber ?? (await orderBodyOf(ledger, { id }))
        if (order === undefined) throw agentError('ORDER_NOT_KNOWN')
        return { body: order }
      },
    }),
  ]
}

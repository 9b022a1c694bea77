import { jsonSchema } from '@nationec/protocol'
import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import { objectOf, reference } from '../openapi/schemas.ts'
import type { Books } from '../operations/books.ts'
import { takeEvidence } from '../operations/evidence.ts'
import { placePayment, refundPayment, revokeBill, uploadBill } from '../operations/order-actions.ts'
import type { OrderClient } from '../operations/order-client.ts'
import { orderMessages } from '../operations/order-messages.ts'
import { callOptions, callOptionsInput } from './call-options.ts'
import { type MoneyContext, moneyEndpoint, orderBody } from './order-endpoint.ts'

/** What the routes of orders need. The generation of the profile decides the bodies that the client takes. */
export interface OrderContext extends MoneyContext {
  readonly client: MoneyContext['client'] & OrderClient
  readonly books: Books
}

/** Bills and orders: everything that moves money, and the query that tells what became of it. */
export function orderRoutes(context: OrderContext): AnyEndpoint[] {
  return [uploadRoute(context), queryRoute(context), placeRoute(context), revokeRoute(context), refundRoute(context)]
}

function uploadRoute(context: OrderContext): AnyEndpoint {
  return moneyEndpoint(context, {
    path: '/v1/orders',
    kind: 'upload',
    message: orderMessages(context.profile).upload,
    summary: { zh: '费用上传', en: 'Uploads a bill' },
    status: 201,
    references: ({ medOrgOrd, medfeeSumamt, feeSumamt }) => ({ medOrgOrd, amount: medfeeSumamt ?? feeSumamt }),
    perform: (body, options) => uploadBill(context, body, options),
  })
}

function queryRoute(context: OrderContext): AnyEndpoint {
  const { books, client, profile, work } = context
  const { query } = orderMessages(profile)
  return endpoint({
    method: 'POST',
    path: '/v1/orders/query',
    tag: 'orders',
    summary: { zh: '查询订单结算状态', en: 'Asks the centre where an order stands' },
    access: 'paired',
    ...orderBody(context, query),
    query: callOptionsInput,
    response: {
      status: 200,
      schema: objectOf({
        status: { type: 'string' },
        body: jsonSchema(query, 'response', profile),
        order: reference('Order'),
      }),
    },
    async handle({ body, query: options, signal }) {
      const seen = await work.track((given) => client.querySettlement(body, callOptions(options, given())), signal)
      await takeEvidence(books, profile, seen, body)
      const order = books.order(seen.body.payOrdId ?? body.payOrdId ?? body.medOrgOrd ?? '')
      return { body: order === undefined ? seen : { ...seen, order } }
    },
  })
}

function placeRoute(context: OrderContext): AnyEndpoint {
  return moneyEndpoint(context, {
    path: '/v1/orders/place',
    kind: 'place',
    message: orderMessages(context.profile).place,
    summary: { zh: '支付下单', en: 'Places the payment of an uploaded order' },
    references: ({ payOrdId }) => ({ payOrdId }),
    perform: (body, options) => placePayment(context, body, options),
  })
}

function revokeRoute(context: OrderContext): AnyEndpoint {
  return moneyEndpoint(context, {
    path: '/v1/orders/revoke',
    kind: 'revoke',
    message: orderMessages(context.profile).revoke,
    summary: { zh: '撤销费用明细上传', en: 'Withdraws a bill that is not settled' },
    references: ({ payOrdId }) => ({ payOrdId }),
    perform: (body, options) => revokeBill(context, body, options),
  })
}

function refundRoute(context: OrderContext): AnyEndpoint {
  return moneyEndpoint(context, {
    path: '/v1/orders/refund',
    kind: 'refund',
    message: orderMessages(context.profile).refund,
    summary: { zh: '医保退费', en: 'Refunds a settled order, in whole or in part' },
    references: ({ payOrdId, appRefdSn, totlRefdAmt, refdType }) => ({
      payOrdId,
      appRefdSn,
      amount: totlRefdAmt,
      refdType,
      ordStasBefore: context.books.orderEntry(payOrdId ?? '')?.facts.ordStas,
    }),
    perform: (body, options) => refundPayment(context, body, options),
  })
}

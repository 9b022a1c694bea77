import { jsonSchema, messageOf } from '@nationec/protocol'
import { orderBodyOf } from '../answers/order-body.ts'
import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import { objectOf, reference } from '../openapi/schemas.ts'
import type { OrderBody } from '../orders/order-input.ts'
import { callOptions, callOptionsInput } from './call-options.ts'
import { type MoneyContext, moneyEndpoint, orderBody } from './order-endpoint.ts'

/** Bills and orders: everything that moves money, and the query that tells what became of it. */
export function orderRoutes(context: MoneyContext): AnyEndpoint[] {
  const { profile } = context
  return [
    moneyEndpoint(context, {
      path: '/v1/orders',
      message: messageOf('uploadFees', profile),
      summary: { zh: '费用上传', en: 'Uploads a bill' },
      status: 201,
      run: (ledger, body, options) => ledger.uploadFees(body, options),
    }),
    queryRoute(context),
    moneyEndpoint(context, {
      path: '/v1/orders/place',
      message: messageOf('placeOrder', profile),
      summary: { zh: '支付下单', en: 'Places the payment of an uploaded order' },
      run: (ledger, body, options) => ledger.placeOrder(body, options),
      show(answer) {
        const { body, ...state } = answer as { readonly body: object }
        return { ...body, ...state }
      },
    }),
    moneyEndpoint(context, {
      path: '/v1/orders/revoke',
      message: messageOf('revokeFees', profile),
      summary: { zh: '撤销费用明细上传', en: 'Withdraws a bill that is not settled' },
      run: (ledger, body, options) => ledger.revokeFees(body, options),
    }),
    moneyEndpoint(context, {
      path: '/v1/orders/refund',
      message: messageOf('refund', profile),
      summary: { zh: '医保退费', en: 'Refunds a settled order, in whole or in part' },
      givesBack: true,
      run: (ledger, body, options) => ledger.refund(body, options),
    }),
  ]
}

function queryRoute(context: MoneyContext): AnyEndpoint {
  const { ledger, profile, work } = context
  const query = messageOf('querySettlement', profile)
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
      const seen = await work.track((given) => ledger.querySettlement(body, callOptions(options, given())), signal)
      const { payOrdId = body.payOrdId, medOrgOrd = body.medOrgOrd } = seen.body as Partial<OrderBody>
      const order = await orderBodyOf(ledger, { payOrdId, medOrgOrd })
      return { body: order === undefined ? seen : { ...seen, order } }
    },
  })
}

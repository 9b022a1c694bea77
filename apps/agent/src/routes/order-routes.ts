import { messageOf } from '@nationec/protocol'
import { orderBodyOf } from '../answers/order-body.ts'
import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import { settlementMembers } from '../openapi/answers.ts'
import { messageAnswer } from '../openapi/message-answer.ts'
import { objectOf, reference } from '../openapi/schemas.ts'
import type { OrderBody } from '../orders/order-input.ts'
import { callOptions, callOptionsInput } from './call-options.ts'
import { BESIDES, type MoneyContext, moneyEndpoint, orderBody } from './order-endpoint.ts'

/** Bills and orders: everything that moves money, and the query that tells what became of it. */
export function orderRoutes(context: MoneyContext): AnyEndpoint[] {
  const { profile } = context
  return [
    moneyEndpoint(context, {
      id: 'uploadFees',
      path: '/v1/orders',
      message: messageOf('uploadFees', profile),
      summary: { zh: '费用上传', en: 'Uploads a bill' },
      status: 201,
      run: (ledger, body, options) => ledger.uploadFees(body, options),
    }),
    queryRoute(context),
    moneyEndpoint(context, {
      id: 'placeOrder',
      path: '/v1/orders/place',
      message: messageOf('placeOrder', profile),
      more: { ...settlementMembers, ...BESIDES },
      summary: { zh: '支付下单', en: 'Places the payment of an uploaded order' },
      run: (ledger, body, options) => ledger.placeOrder(body, options),
      show(answer) {
        const { body, ...state } = answer as { readonly body: object }
        return { ...body, ...state }
      },
    }),
    moneyEndpoint(context, {
      id: 'revokeFees',
      path: '/v1/orders/revoke',
      message: messageOf('revokeFees', profile),
      summary: { zh: '撤销费用明细上传', en: 'Withdraws a bill that is not settled' },
      run: (ledger, body, options) => ledger.revokeFees(body, options),
    }),
    moneyEndpoint(context, {
      id: 'refund',
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
    id: 'querySettlement',
    method: 'POST',
    path: '/v1/orders/query',
    tag: 'orders',
    summary: { zh: '查询订单结算状态', en: 'Asks the centre where an order stands' },
    access: 'paired',
    ...orderBody(context, query),
    query: callOptionsInput,
    response: {
      status: 200,
      schema: objectOf({ ...settlementMembers, body: messageAnswer(query, profile), order: reference('Order') }, [
        'ordStas',
        'reason',
        'amounts',
        'order',
      ]),
    },
    async handle({ body, query: options, signal }) {
      const seen = await work.track((given) => ledger.querySettlement(body, callOptions(options, given())), signal)
      const { payOrdId = body.payOrdId, medOrgOrd = body.medOrgOrd } = seen.body as Partial<OrderBody>
      const order = await orderBodyOf(ledger, { payOrdId, medOrgOrd })
      return { body: order === undefined ? seen : { ...seen, order } }
    },
  })
}

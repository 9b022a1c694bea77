import type { CallOptions, Client } from '@nationec/client'
import { type BilingualText, isNationEcError } from '@nationec/errors'
import { jsonSchema, type Message } from '@nationec/protocol'
import type { AgentContext } from '../agent-context.ts'
import { agentError } from '../errors/agent-error.ts'
import { digestOf } from '../http/canonical.ts'
import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import { type SeenState, takeEvidence } from '../operations/evidence.ts'
import { knownPayToken } from '../operations/known-token.ts'
import type { OperationKind } from '../operations/operation.ts'
import type { References } from '../operations/references.ts'
import type { Performed } from '../operations/run-operation.ts'
import { callOptions, callOptionsInput } from './call-options.ts'
import { replyOf } from './operation-reply.ts'
import { type OrderBody, orderInput, orderMessages } from './order-messages.ts'
import { objectOf, reference } from './schemas.ts'

/** What one route of an order does besides what they all do. */
interface MoneyRoute {
  readonly path: string
  readonly kind: OperationKind
  readonly message: Message
  readonly summary: BilingualText
  readonly status?: number
  references(body: OrderBody): References
  perform(body: OrderBody, options: CallOptions): Promise<Performed>
}

/** Bills and orders: everything that moves money, and the query that tells what became of it. */
export function orderRoutes(context: AgentContext): AnyEndpoint[] {
  const { books, profile, work } = context
  // The generation of a profile decides the bodies at run time; the checker of the message has proved them.
  const client = context.client as unknown as AnyClient
  const { upload, query, revoke, refund, place } = orderMessages(profile)

  async function withToken(given: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>> {
    const { payOrdId, payToken } = given
    if (typeof payOrdId !== 'string' || (payToken ?? '') !== '') return given
    const known = await knownPayToken(books, payOrdId)
    return known === undefined ? given : { ...given, payToken: known }
  }

  /** The body of a message, with the token of our own orders where it has one. */
  function tokenOf(message: Message) {
    return message.request['payToken'] === undefined
      ? { body: orderInput(context, message) }
      : { body: orderInput(context, message, ['payToken']), prepare: withToken }
  }

  function moneyRoute({ path, kind, message, summary, references, perform, status = 200 }: MoneyRoute): AnyEndpoint {
    return endpoint({
      method: 'POST',
      path,
      tag: 'orders',
      summary,
      access: 'paired',
      key: 'required',
      ...tokenOf(message),
      query: callOptionsInput,
      response: { status, schema: answerSchema(message) },
      handle(call) {
        const { body, query: options, key = '', given } = call
        const digest = digestOf(path, given)
        return replyOf(context, { kind, key, digest, references: references(body) }, call, (signal) =>
          perform(body, callOptions(options, signal())),
        )
      },
    })
  }

  function answerSchema(message: Message) {
    return {
      allOf: [
        jsonSchema(message, 'response', profile),
        objectOf({ operation: reference('Operation'), order: reference('Order') }),
      ],
    }
  }

  return [
    moneyRoute({
      path: '/v1/orders',
      kind: 'upload',
      message: upload,
      summary: { zh: '费用上传', en: 'Uploads a bill' },
      status: 201,
      references: ({ medOrgOrd, medfeeSumamt, feeSumamt }) => ({ medOrgOrd, amount: medfeeSumamt ?? feeSumamt }),
      async perform(body, options) {
        const { medOrgOrd, medfeeSumamt, feeSumamt } = body
        const bill = { medOrgOrd, total: medfeeSumamt ?? feeSumamt }
        try {
          const answer = await client.uploadFees(body, options)
          const { payOrdId } = answer
          books.learn({ ...bill, payOrdId, status: 'pending' })
          return { status: 201, body: answer, references: { payOrdId } }
        } catch (error) {
          const isUnknown = !isNationEcError(error) || error.delivery === 'unknown'
          if (isUnknown) books.learn({ ...bill, status: 'unknown' }, { isNew: true })
          throw error
        }
      },
    }),
    endpoint({
      method: 'POST',
      path: '/v1/orders/query',
      tag: 'orders',
      summary: { zh: '查询订单结算状态', en: 'Asks the centre where an order stands' },
      access: 'paired',
      ...tokenOf(query),
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
    }),
    moneyRoute({
      path: '/v1/orders/place',
      kind: 'place',
      message: place,
      summary: { zh: '支付下单', en: 'Places the payment of an uploaded order' },
      references: ({ payOrdId }) => ({ payOrdId }),
      async perform(body, options) {
        const { body: answer, ...state } = await client.placeOrder(body, options)
        const amounts = 'amounts' in state ? state.amounts : undefined
        books.learn({ payOrdId: body.payOrdId, status: state.status, ordStas: state.ordStas, amounts })
        return { status: 200, body: { ...answer, ...state } }
      },
    }),
    moneyRoute({
      path: '/v1/orders/revoke',
      kind: 'revoke',
      message: revoke,
      summary: { zh: '撤销费用明细上传', en: 'Withdraws a bill that is not settled' },
      references: ({ payOrdId }) => ({ payOrdId }),
      async perform(body, options) {
        const answer = await client.revokeFees(body, options)
        const { payOrdId } = body
        if (answer.success !== 'false') books.learn({ payOrdId, status: 'revoked' }, { knownOnly: true })
        return { status: 200, body: answer }
      },
    }),
    moneyRoute({
      path: '/v1/orders/refund',
      kind: 'refund',
      message: refund,
      summary: { zh: '医保退费', en: 'Refunds a settled order, in whole or in part' },
      references: ({ payOrdId, appRefdSn, totlRefdAmt, refdType }) => ({
        payOrdId,
        appRefdSn,
        amount: totlRefdAmt,
        refdType,
        ordStasBefore: books.orderEntry(payOrdId ?? '')?.facts.ordStas,
      }),
      async perform(body, options) {
        const answer = await client.refund(body, options)
        const { refStatus } = answer
        const members = { refStatus }
        if (refStatus === 'FAIL') throw agentError('REFUND_FAILED', { members })
        const uncertain = refStatus === 'EXP' ? agentError('REFUND_UNCERTAIN', { members }) : undefined
        return { status: 200, body: answer, uncertain }
      },
    }),
  ]
}

/** The client with the bodies of whichever generation its profile has chosen. */
type AnyClient = Omit<Client, 'uploadFees' | 'querySettlement' | 'placeOrder' | 'revokeFees' | 'refund'> & {
  uploadFees(body: OrderBody, options: CallOptions): Promise<{ readonly payOrdId: string }>
  querySettlement(body: OrderBody, options: CallOptions): Promise<SeenState>
  placeOrder(body: OrderBody, options: CallOptions): Promise<SeenState>
  revokeFees(body: OrderBody, options: CallOptions): Promise<{ readonly success?: string | undefined }>
  refund(body: OrderBody, options: CallOptions): Promise<{ readonly refStatus: string }>
}

import type { CallOptions } from '@nationec/client'
import type { BilingualText } from '@nationec/errors'
import { type JsonSchema, jsonSchema, type Message, type Profile } from '@nationec/protocol'
import { digestOf } from '../http/canonical.ts'
import { type AnyEndpoint, type Endpoint, endpoint } from '../http/endpoint.ts'
import type { OperationKind } from '../model/operation.ts'
import type { References } from '../model/references.ts'
import { objectOf, reference } from '../openapi/schemas.ts'
import type { Books } from '../operations/books.ts'
import { knownPayToken } from '../operations/known-token.ts'
import type { Performed } from '../operations/operation-request.ts'
import type { OrderBody } from '../operations/order-client.ts'
import { callOptions, callOptionsInput } from './call-options.ts'
import { type OperationContext, replyOf } from './operation-reply.ts'
import { type OrderFill, orderInput } from './order-input.ts'

/** What one route of an order does besides what they all do. */
export interface MoneyRoute {
  readonly path: string
  readonly kind: OperationKind
  readonly message: Message
  readonly summary: BilingualText
  readonly status?: number
  references(body: OrderBody): References
  perform(body: OrderBody, options: CallOptions): Promise<Performed>
}

/** What the body of an order's message is filled from. */
export interface OrderBodyContext extends OrderFill {
  readonly books: Pick<Books, 'index' | 'answerOf'>
}

/** What every route that moves money needs besides its own part. */
export interface MoneyContext extends OperationContext, OrderFill {
  readonly books: Pick<Books, 'order' | 'index' | 'answerOf'>
}

/** An endpoint that moves money: it needs a key, and its operation runs once for each. */
export function moneyEndpoint(context: MoneyContext, route: MoneyRoute): AnyEndpoint {
  const { path, kind, message, summary, references, perform, status = 200 } = route
  return endpoint({
    method: 'POST',
    path,
    tag: 'orders',
    summary,
    access: 'paired',
    key: 'required',
    ...orderBody(context, message),
    query: callOptionsInput,
    response: { status, schema: answerSchema(message, context.profile) },
    handle(call) {
      const { body, query: options, key = '', given } = call
      const digest = digestOf(path, given)
      return replyOf(context, { kind, key, digest, references: references(body) }, call, (signal) =>
        perform(body, callOptions(options, signal())),
      )
    },
  })
}

/** The body of a message, with the token of our own orders where it has one. */
export function orderBody(
  context: OrderBodyContext,
  message: Message,
): Pick<Endpoint<OrderBody, unknown>, 'body' | 'prepare'> {
  return message.request['payToken'] === undefined
    ? { body: orderInput(context, message) }
    : {
        body: orderInput(context, message, ['payToken']),
        prepare: (given) => withToken(context.books, given),
      }
}

type Given = Readonly<Record<string, unknown>>

async function withToken(books: OrderBodyContext['books'], given: Given): Promise<Given> {
  const { payOrdId, payToken } = given
  if (typeof payOrdId !== 'string' || (payToken ?? '') !== '') return given
  const known = await knownPayToken(books, payOrdId)
  return known === undefined ? given : { ...given, payToken: known }
}

function answerSchema(message: Message, profile: Profile): JsonSchema {
  return {
    allOf: [
      jsonSchema(message, 'response', profile),
      objectOf({ operation: reference('Operation'), order: reference('Order') }),
    ],
  }
}

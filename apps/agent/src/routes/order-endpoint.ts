import type { CallOptions } from '@nationec/client'
import type { BilingualText } from '@nationec/errors'
import type { LedgerOperation, OperationOptions } from '@nationec/ledger'
import { type JsonSchema, jsonSchema, type Message, type Profile } from '@nationec/protocol'
import type { Members } from '../answers/operation-answer.ts'
import { type AnyEndpoint, type Endpoint, endpoint } from '../http/endpoint.ts'
import type { TillLedger } from '../ledger/till-ledger.ts'
import { objectOf, reference } from '../openapi/schemas.ts'
import { type OrderBody, type OrderFill, orderInput } from '../orders/order-input.ts'
import { refundFacts } from '../people/till-people.ts'
import { moneyOptionsInput } from './call-options.ts'
import { type OperationContext, replyOf, runOperation } from './operation-reply.ts'

/** What one route of an order does besides what they all do. */
export interface MoneyRoute {
  readonly path: string
  readonly message: Message
  readonly summary: BilingualText
  readonly status?: number
  run(ledger: TillLedger, body: OrderBody, options: OperationOptions & CallOptions): Promise<LedgerOperation>
  /** What the whole answer becomes in the body. Default: as it is. */
  readonly show?: (answer: unknown) => Members
  /** True where money goes back: over the limit it needs a second person. */
  readonly givesBack?: boolean
}

/** What the body of an order's message is filled from. */
export interface OrderBodyContext extends OrderFill {
  readonly ledger: Pick<TillLedger, 'tokenOf'>
}

/** What every route that moves money needs besides its own part. */
export interface MoneyContext extends OperationContext, OrderFill {}

/** An endpoint that moves money: it needs a key, and its operation runs once for each. */
export function moneyEndpoint(context: MoneyContext, route: MoneyRoute): AnyEndpoint {
  const { path, message, summary, run, status = 200, show = (answer) => answer as Members, givesBack } = route
  return endpoint({
    method: 'POST',
    path,
    tag: 'orders',
    summary,
    access: 'paired',
    key: 'required',
    ...orderBody(context, message),
    query: moneyOptionsInput,
    response: { status, schema: answerSchema(message, context.profile) },
    async handle(call) {
      const operation = await runOperation(
        context,
        call,
        (options) => run(context.ledger, call.body, options),
        givesBack === true ? refundFacts({ ...call.body }) : undefined,
      )
      return replyOf(context, operation, { status, show })
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
        prepare: (given) => withToken(context.ledger, given),
      }
}

type Given = Readonly<Record<string, unknown>>

async function withToken(ledger: OrderBodyContext['ledger'], given: Given): Promise<Given> {
  const { payOrdId, payToken } = given
  if (typeof payOrdId !== 'string' || (payToken ?? '') !== '') return given
  const known = await ledger.tokenOf(payOrdId)
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

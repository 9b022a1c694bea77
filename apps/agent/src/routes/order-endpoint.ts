import type { CallOptions } from '@nationec/client'
import type { BilingualText } from '@nationec/errors'
import type { LedgerOperation, OperationOptions } from '@nationec/ledger'
import type { JsonSchema, Message } from '@nationec/protocol'
import type { Members } from '../answers/operation-answer.ts'
import { type AnyEndpoint, type Endpoint, endpoint } from '../http/endpoint.ts'
import type { TillLedger } from '../ledger/till-ledger.ts'
import { messageAnswer } from '../openapi/message-answer.ts'
import { reference } from '../openapi/schemas.ts'
import { type OrderBody, type OrderFill, orderInput } from '../orders/order-input.ts'
import { refundFacts } from '../people/till-people.ts'
import { moneyOptionsInput } from './call-options.ts'
import { type OperationContext, replyOf, runOperation } from './operation-reply.ts'

/** What one route of an order does besides what they all do. */
export interface MoneyRoute {
  /** The client's method. */
  readonly id: string
  readonly path: string
  readonly message: Message
  readonly summary: BilingualText
  readonly status?: number
  run(ledger: TillLedger, body: OrderBody, options: OperationOptions & CallOptions): Promise<LedgerOperation>
  /** Members of the answer besides those of the message. Default: operation and order. */
  readonly more?: Readonly<Record<string, JsonSchema>>
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
  const { id, path, message, summary, run, status = 200, show = (answer) => answer as Members, givesBack } = route
  return endpoint({
    id,
    method: 'POST',
    path,
    tag: 'orders',
    summary,
    access: 'paired',
    key: 'required',
    ...orderBody(context, message),
    query: moneyOptionsInput,
    response: { status, schema: messageAnswer(message, context.profile, route.more ?? BESIDES, ['operation']) },
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

/** What stands beside the members of a message; a key whose outcome was proved has nothing else but the order's number. */
export const BESIDES: Readonly<Record<string, JsonSchema>> = {
  operation: reference('Operation'),
  order: reference('Order'),
}

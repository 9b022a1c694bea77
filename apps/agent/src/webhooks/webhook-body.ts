import type { EventRow } from '@nationec/ledger'
import { exceptionBody } from '../answers/exception-body.ts'
import { isoOf, operationBody } from '../answers/operation-body.ts'
import { orderBody } from '../answers/order-body.ts'
import type { AgentLedger } from '../ledger/agent-ledger.ts'
import type { WebhookTopic } from './webhook-options.ts'

type Told = { readonly till: string | undefined; readonly data: object }

/** What a server is told of an event: the operation, order or exception as it is now, as pages see it. */
export async function webhookBody(
  ledger: AgentLedger,
  orgId: string,
  { table, id, at }: EventRow,
): Promise<string | undefined> {
  const told = await bodies[table as WebhookTopic](ledger, id)
  if (told === undefined) return undefined
  const { till, data } = told
  return JSON.stringify({ type: table, timestamp: isoOf(at), orgId, till, data })
}

const bodies: Readonly<Record<WebhookTopic, (ledger: AgentLedger, id: string) => Promise<Told | undefined>>> = {
  async operation(ledger, id) {
    const operation = await ledger.operation({ id })
    return operation === undefined ? undefined : { till: operation.till, data: operationBody(operation) }
  },
  async order(ledger, id) {
    const order = await ledger.order({ id })
    return order === undefined ? undefined : { till: order.till, data: await orderBody(ledger, order) }
  },
  async exception({ store }, id) {
    const [row] = (await store.exceptions({ id, limit: 1 })).rows
    return row === undefined ? undefined : { till: undefined, data: exceptionBody(row) }
  },
}

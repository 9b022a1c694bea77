import type { LedgerOperation } from '@nationec/ledger'
import { z } from 'zod'
import { operationBody } from '../answers/operation-body.ts'
import { agentError } from '../errors/agent-error.ts'
import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import { zodInput } from '../http/input.ts'
import type { TillLedger } from '../ledger/till-ledger.ts'
import { jsonOf, listOf, objectOf, operationState, reference, text } from '../openapi/schemas.ts'
import type { TillPeople } from '../people/till-people.ts'
import type { WorkInHand } from '../work/work-in-hand.ts'
import { cursorSchema, limitSchema } from './call-options.ts'
import { checkAmount, decisionSchema, signed } from './decision.ts'
import { besides } from './operation-reply.ts'
import { payOrdId, yuan } from './people-inputs.ts'

export interface OperationRoutesContext {
  readonly ledger: TillLedger
  readonly work: Pick<WorkInHand, 'track'>
  readonly people: TillPeople
}

/** The operations that the agent remembers, and what is done about unknown outcomes. */
export function operationRoutes(context: OperationRoutesContext): AnyEndpoint[] {
  return [...readRoutes(context), resolveRoute(context), closeRoute(context)]
}

function readRoutes({ ledger }: Pick<OperationRoutesContext, 'ledger'>): AnyEndpoint[] {
  return [
    endpoint({
      id: 'listOperations',
      method: 'GET',
      path: '/v1/operations',
      tag: 'operations',
      summary: { zh: '资金操作记录', en: 'The operations that move money, newest first' },
      access: 'paired',
      query: zodInput(z.object({ limit: limitSchema, after: cursorSchema, state: operationState.optional() })),
      response: {
        status: 200,
        schema: objectOf({ operations: listOf(reference('Operation')), next: { type: 'string' } }, ['next']),
      },
      async handle({ query }) {
        const { entries, next } = await ledger.operationPage(query)
        return { body: { operations: entries.map(operationBody), next } }
      },
    }),
    endpoint({
      id: 'getOperation',
      method: 'GET',
      path: '/v1/operations/{id}',
      tag: 'operations',
      summary: { zh: '单项资金操作', en: 'One operation' },
      access: 'paired',
      response: { status: 200, schema: reference('Operation') },
      handle: async ({ params: { id = '' } }) => ({ body: await shown(ledger, id) }),
    }),
  ]
}

/** @throws `OPERATION_NOT_KNOWN` */
async function known(ledger: Pick<TillLedger, 'operation'>, id: string): Promise<LedgerOperation> {
  const operation = await ledger.operation({ id })
  if (operation === undefined) throw agentError('OPERATION_NOT_KNOWN')
  return operation
}

const shown = async (ledger: Pick<TillLedger, 'operation'>, id: string) => operationBody(await known(ledger, id))

/** Milliseconds that a question waits for a terminal that a cashier is using. */
const PATIENCE = 20_000

function resolveRoute({ ledger, work }: Pick<OperationRoutesContext, 'ledger' | 'work'>): AnyEndpoint {
  return endpoint({
    id: 'resolveOperation',
    method: 'POST',
    path: '/v1/operations/{id}/resolve',
    tag: 'operations',
    summary: { zh: '查询确认未知结果', en: 'Asks what became of an unknown operation; repeats nothing' },
    access: 'paired',
    response: {
      status: 200,
      schema: objectOf(
        {
          proven: { type: 'boolean' },
          advice: jsonOf(text),
          operation: reference('Operation'),
          order: reference('Order'),
        },
        ['order'],
      ),
    },
    async handle({ params: { id = '' } }) {
      const operation = await work.track(() => ledger.settle(id, { within: PATIENCE, once: true }))
      const proven = operation.state !== 'unknown' && operation.state !== 'running'
      return { body: { proven, advice: proven ? PROVEN : NOT_PROVEN, ...(await besides(ledger, operation)) } }
    },
  })
}

function closeRoute({ ledger, people }: Pick<OperationRoutesContext, 'ledger' | 'people'>): AnyEndpoint {
  return endpoint({
    id: 'closeOperation',
    method: 'POST',
    path: '/v1/operations/{id}/close',
    tag: 'operations',
    summary: { zh: '人工确认未知结果', en: 'A person says what became of an unknown operation, with name and reason' },
    access: 'paired',
    body: zodInput(
      z.strictObject({
        outcome: z.enum(['done', 'not-done']),
        ...decisionSchema,
        amount: yuan.optional(),
        payOrdId: payOrdId.optional(),
      }),
    ),
    response: { status: 200, schema: reference('Operation') },
    async handle({ params: { id = '' }, body, principal }) {
      const { operator, ...decided } = signed(people, body, principal)
      const { outcome, amount, payOrdId } = body
      const operation = await known(ledger, id)
      if (operation.state === 'unknown') await checkAmount(ledger, operation, amount)
      await people.note('decision', operator, { operation: id, outcome, by: decided.by })
      await ledger.decide(id, { outcome, payOrdId, ...decided })
      return { body: await shown(ledger, id) }
    },
  })
}

const PROVEN = {
  zh: '结果已确认。',
  en: 'The outcome is known.',
}

const NOT_PROVEN = {
  zh: '查询未能证明结果：请求可能仍在途中。程序会继续查询；仍无法确认时，与中心核对后由人工确认。',
  en: 'Nothing was proved: the request may still be on its way. The agent asks on; if that does not help, let a person compare with the centre’s records and decide.',
}

import type { Client } from '@nationec/client'
import type { Profile } from '@nationec/protocol'
import { z } from 'zod'
import { agentError } from '../errors/agent-error.ts'
import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import { zodInput } from '../http/input.ts'
import { listOf, objectOf, reference } from '../openapi/schemas.ts'
import { askCentre } from '../operations/ask-centre.ts'
import type { Books } from '../operations/books.ts'
import { type Entry, viewOf } from '../operations/entry.ts'
import { takeEvidence } from '../operations/evidence.ts'
import type { WorkInHand } from '../work/work-in-hand.ts'
import { limitSchema } from './call-options.ts'

export interface OperationRoutesContext {
  readonly books: Books
  readonly client: Pick<Client, 'querySettlement'>
  readonly profile: Profile
  readonly work: Pick<WorkInHand, 'track'>
}

/** The operations that the agent remembers, and what is done about unknown outcomes. */
export function operationRoutes(context: OperationRoutesContext): AnyEndpoint[] {
  return [...readRoutes(context), resolveRoute(context), closeRoute(context)]
}

function operationOf(books: Pick<Books, 'index'>, id: string | undefined): Entry {
  const entry = books.index.byId(id ?? '')
  if (entry === undefined) throw agentError('OPERATION_NOT_KNOWN')
  return entry
}

function readRoutes({ books }: Pick<OperationRoutesContext, 'books'>): AnyEndpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/v1/operations',
      tag: 'operations',
      summary: { zh: '资金操作记录', en: 'The operations that move money, newest first' },
      access: 'paired',
      query: zodInput(
        z.object({ limit: limitSchema, state: z.enum(['running', 'done', 'refused', 'unknown', 'closed']).optional() }),
      ),
      response: { status: 200, schema: objectOf({ operations: listOf(reference('Operation')) }) },
      handle({ query: { limit, state } }) {
        const operations = []
        for (const entry of books.index.newest()) {
          if (state !== undefined && entry.state !== state) continue
          if (operations.push(viewOf(entry)) === limit) break
        }
        return { body: { operations } }
      },
    }),
    endpoint({
      method: 'GET',
      path: '/v1/operations/{id}',
      tag: 'operations',
      summary: { zh: '单项资金操作', en: 'One operation' },
      access: 'paired',
      response: { status: 200, schema: reference('Operation') },
      handle: ({ params }) => ({ body: viewOf(operationOf(books, params['id'])) }),
    }),
  ]
}

function resolveRoute({ books, client, profile, work }: OperationRoutesContext): AnyEndpoint {
  return endpoint({
    method: 'POST',
    path: '/v1/operations/{id}/resolve',
    tag: 'operations',
    summary: { zh: '查询确认未知结果', en: 'Asks what became of an unknown operation; repeats nothing' },
    access: 'paired',
    response: {
      status: 200,
      schema: objectOf({ operation: reference('Operation'), order: reference('Order'), proven: { type: 'boolean' } }),
    },
    async handle({ params, signal }) {
      const entry = operationOf(books, params['id'])
      if (entry.state !== 'unknown') throw agentError('OPERATION_NOT_OPEN', { members: { operation: viewOf(entry) } })
      const seen = await askCentre(books, entry.references, (named) =>
        work.track((given) => client.querySettlement(named, { signal: given() }), signal),
      )
      if (seen !== undefined) await takeEvidence(books, profile, seen, entry.references)
      const { payOrdId, medOrgOrd, state } = { ...entry.references, state: entry.state as Entry['state'] }
      const order = books.order(payOrdId ?? '') ?? books.order(medOrgOrd ?? '')
      const proven = state !== 'unknown'
      return {
        body: { operation: viewOf(entry), proven, settlement: seen, order, advice: proven ? PROVEN : NOT_PROVEN },
      }
    },
  })
}

function closeRoute({ books }: Pick<OperationRoutesContext, 'books'>): AnyEndpoint {
  return endpoint({
    method: 'POST',
    path: '/v1/operations/{id}/close',
    tag: 'operations',
    summary: { zh: '人工确认未知结果', en: 'A person says what became of an unknown operation' },
    access: 'paired',
    body: zodInput(
      z.strictObject({
        outcome: z.enum(['done', 'not-done']),
        payOrdId: z
          .string()
          .regex(/^[A-Za-z0-9_.:/#-]{1,64}$/)
          .optional(),
      }),
    ),
    response: { status: 200, schema: reference('Operation') },
    async handle({ params, body: { outcome, payOrdId } }) {
      const entry = operationOf(books, params['id'])
      const references = payOrdId === undefined ? entry.references : { ...entry.references, payOrdId }
      await books.resolve(entry, outcome, 'person', references)
      return { body: viewOf(entry) }
    },
  })
}

const PROVEN = {
  zh: '结果已由查询确认。',
  en: 'The query has proved the outcome.',
}

const NOT_PROVEN = {
  zh: '查询未能证明结果：请求可能仍在途中。请稍后再查；仍无法确认时，与中心核对后由人工确认。',
  en: 'The query proved nothing: the request may still be on its way. Ask again later; then let a person compare with the centre’s records and decide.',
}

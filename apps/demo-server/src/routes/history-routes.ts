import { BusinessError } from '@nationec/protocol'
import { z } from 'zod'
import type { AgentContext } from '../agent-context.ts'
import { agentError } from '../errors/agent-error.ts'
import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import { zodInput } from '../http/input.ts'
import { type Entry, viewOf } from '../operations/entry.ts'
import { takeEvidence } from '../operations/evidence.ts'
import { knownPayToken } from '../operations/known-token.ts'
import { limitSchema } from './call-options.ts'
import { listOf, objectOf, orderStatus, reference } from './schemas.ts'

/** What the agent remembers, and what is done about outcomes that nobody knows. */
export function historyRoutes(context: AgentContext): AnyEndpoint[] {
  const { books, client, profile, work } = context

  function operationOf(id: string | undefined): Entry {
    const entry = books.index.byId(id ?? '')
    if (entry === undefined) throw agentError('OPERATION_NOT_KNOWN')
    return entry
  }

  /** Asks the centre for the order of an operation; `undefined` when it gives none, which proves nothing. */
  async function ask({ references }: Entry, signal: () => AbortSignal) {
    const { payOrdId, medOrgOrd } = references
    const payToken = payOrdId === undefined ? undefined : await knownPayToken(books, payOrdId)
    const named = payToken === undefined ? { medOrgOrd: medOrgOrd ?? numberOfOrder(payOrdId) } : { payOrdId, payToken }
    if (!('payToken' in named) && named.medOrgOrd === undefined) return undefined
    try {
      return await work.track((given) => client.querySettlement(named, { signal: given() }), signal)
    } catch (error) {
      if (error instanceof BusinessError) return undefined
      throw error
    }
  }

  function numberOfOrder(payOrdId: string | undefined): string | undefined {
    return books.orderEntry(payOrdId ?? '')?.facts.medOrgOrd
  }

  return [
    endpoint({
      method: 'GET',
      path: '/v1/orders',
      tag: 'orders',
      summary: { zh: '本机订单记录', en: 'The orders of this agent, newest first' },
      access: 'paired',
      query: zodInput(
        z.object({ limit: limitSchema, before: z.string().max(64).optional(), status: orderStatus.optional() }),
      ),
      response: { status: 200, schema: objectOf({ orders: listOf(reference('Order')), next: { type: 'string' } }) },
      handle({ query: { limit, before, status } }) {
        let passed = before === undefined
        const found = []
        let more = false
        for (const entry of books.orders({ status })) {
          const { payOrdId, medOrgOrd } = entry.facts
          if (passed && found.length === limit) {
            more = true
            break
          }
          if (passed) found.push(books.viewOrder(entry))
          else passed = before === (payOrdId ?? medOrgOrd)
        }
        const next = more ? found.at(-1)?.id : undefined
        return { body: { orders: found, ...(next === undefined ? {} : { next }) } }
      },
    }),
    endpoint({
      method: 'GET',
      path: '/v1/orders/{id}',
      tag: 'orders',
      summary: { zh: '本机单笔订单记录', en: 'One order, by payOrdId or medOrgOrd' },
      access: 'paired',
      response: { status: 200, schema: reference('Order') },
      handle({ params }) {
        const order = books.order(params['id'] ?? '')
        if (order === undefined) throw agentError('ORDER_NOT_KNOWN')
        return { body: order }
      },
    }),
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
      handle: ({ params }) => ({ body: viewOf(operationOf(params['id'])) }),
    }),
    endpoint({
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
        const entry = operationOf(params['id'])
        if (entry.state !== 'unknown') throw agentError('OPERATION_NOT_OPEN', { members: { operation: viewOf(entry) } })
        const seen = await ask(entry, signal)
        if (seen !== undefined) await takeEvidence(books, profile, seen, entry.references)
        const { payOrdId, medOrgOrd, state } = { ...entry.references, state: entry.state as Entry['state'] }
        const order = books.order(payOrdId ?? '') ?? books.order(medOrgOrd ?? '')
        const proven = state !== 'unknown'
        return {
          body: { operation: viewOf(entry), proven, settlement: seen, order, advice: proven ? PROVEN : NOT_PROVEN },
        }
      },
    }),
    endpoint({
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
        const entry = operationOf(params['id'])
        const references = payOrdId === undefined ? entry.references : { ...entry.references, payOrdId }
        await books.resolve(entry, outcome, 'person', references)
        return { body: viewOf(entry) }
      },
    }),
  ]
}

const PROVEN = {
  zh: '结果已由查询确认。',
  en: 'The query has proved the outcome.',
}

const NOT_PROVEN = {
  zh: '查询未能证明结果：请求可能仍在途中。请稍后再查；仍无法确认时，与中心核对后由人工确认。',
  en: 'The query proved nothing: the request may still be on its way. Ask again later; then let a person compare with the centre’s records and decide.',
}

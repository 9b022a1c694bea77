import { z } from 'zod'
import { exceptionBody } from '../answers/exception-body.ts'
import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import { zodInput } from '../http/input.ts'
import type { TillLedger } from '../ledger/till-ledger.ts'
import { listOf, objectOf, reference } from '../openapi/schemas.ts'
import type { TillPeople } from '../people/till-people.ts'
import { limitSchema } from './call-options.ts'
import { decisionSchema, signed } from './decision.ts'

export interface ExceptionContext {
  readonly ledger: Pick<TillLedger, 'exceptions' | 'decide'>
  readonly people: TillPeople
}

/** What a person must look at. */
export function exceptionRoutes({ ledger, people }: ExceptionContext): AnyEndpoint[] {
  return [
    endpoint({
      id: 'listExceptions',
      method: 'GET',
      path: '/v1/exceptions',
      tag: 'operations',
      summary: { zh: '待人工处理的异常', en: 'What a person must look at, oldest first' },
      access: 'paired',
      query: zodInput(z.object({ limit: limitSchema })),
      response: { status: 200, schema: objectOf({ exceptions: listOf(reference('Exception')) }) },
      async handle({ query: { limit } }) {
        const exceptions = []
        for await (const row of ledger.exceptions()) {
          exceptions.push(exceptionBody(row))
          if (exceptions.length === limit) break
        }
        return { body: { exceptions } }
      },
    }),
    endpoint({
      id: 'closeException',
      method: 'POST',
      path: '/v1/exceptions/{id}/close',
      tag: 'operations',
      summary: { zh: '异常已处理', en: 'A person has looked at it, with name and reason' },
      access: 'paired',
      body: zodInput(z.strictObject(decisionSchema)),
      response: { status: 204 },
      async handle({ params: { id = '' }, body, principal }) {
        const { operator, ...decided } = signed(people, body, principal)
        await people.note('exception-closed', operator, { exception: id })
        await ledger.decide(id, { outcome: 'seen', ...decided })
        return { status: 204 }
      },
    }),
  ]
}

import { z } from 'zod'
import { auditCsv } from '../audit/audit-csv.ts'
import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import { zodInput } from '../http/input.ts'
import type { OperatorRole } from '../model/operator.ts'
import { auditSchema } from '../openapi/people-schemas.ts'
import type { TillPeople } from '../people/till-people.ts'
import { limitSchema } from './call-options.ts'

const READERS: readonly OperatorRole[] = ['supervisor', 'it']

/** What people did at the agent. */
export function auditRoutes(people: TillPeople): AnyEndpoint[] {
  const { audit } = people
  return [
    endpoint({
      id: 'listAudit',
      method: 'GET',
      path: '/v1/audit',
      tag: 'people',
      summary: {
        zh: '审计记录，新的在前；damage 列出链条不符之处',
        en: 'What people did here, newest first; `damage` tells where the list does not fit its chain',
      },
      access: 'console',
      query: zodInput(z.object({ limit: limitSchema, before: z.coerce.number().int().min(1).optional() })),
      response: { status: 200, schema: auditSchema },
      async handle({ principal, query }) {
        people.require(principal, READERS)
        return { body: { entries: await audit.page(query), damage: await audit.verify() } }
      },
    }),
    endpoint({
      id: 'exportAudit',
      method: 'GET',
      path: '/v1/audit.csv',
      tag: 'people',
      summary: { zh: '导出全部审计记录', en: 'The whole audit list for a spreadsheet, oldest first' },
      access: 'console',
      response: { status: 200, type: 'text/csv', schema: { type: 'string' } },
      async handle({ principal }) {
        people.require(principal, READERS)
        return new Response(auditCsv(await audit.all()), {
          headers: {
            'Content-Type': 'text/csv; charset=utf-8',
            'Content-Disposition': 'attachment; filename="nationec-audit.csv"',
          },
        })
      },
    }),
  ]
}

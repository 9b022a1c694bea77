import type { Facts } from '@nationec/ledger'
import { agentError } from '../errors/agent-error.ts'
import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import { zodInput } from '../http/input.ts'
import { operatorSchema } from '../openapi/people-schemas.ts'
import { listOf, objectOf } from '../openapi/schemas.ts'
import type { TillPeople } from '../people/till-people.ts'
import { newOperator, operatorChange } from './people-inputs.ts'

/** The people who may sign on. The first one, of IT, is added at the agent's own console. */
export function operatorRoutes(people: TillPeople): AnyEndpoint[] {
  const { book, signOn } = people
  return [
    endpoint({
      id: 'listOperators',
      method: 'GET',
      path: '/v1/operators',
      tag: 'people',
      summary: { zh: '操作员列表', en: 'Everybody who may sign on' },
      access: 'console',
      response: { status: 200, schema: objectOf({ operators: listOf(operatorSchema) }) },
      handle({ principal }) {
        if (book.all().length > 0) people.require(principal, ['supervisor', 'it'])
        return { body: { operators: book.all() } }
      },
    }),
    endpoint({
      id: 'addOperator',
      method: 'POST',
      path: '/v1/operators',
      tag: 'people',
      summary: { zh: '添加操作员；首位须为信息科', en: 'Adds an operator; the first one must be of IT' },
      access: 'console',
      body: zodInput(newOperator),
      response: { status: 201, schema: operatorSchema },
      async handle({ principal, body: { pin, ...operator } }) {
        const isFirst = book.all().length === 0
        const by = isFirst ? undefined : people.require(principal, ['it'])
        if (isFirst && operator.role !== 'it') throw agentError('LAST_ADMINISTRATOR')
        const { number, role } = operator
        await people.note('operator-added', by, { number, role })
        return { status: 201, body: await book.add({ ...operator, active: true }, pin) }
      },
    }),
    endpoint({
      id: 'changeOperator',
      method: 'PUT',
      path: '/v1/operators/{number}',
      tag: 'people',
      summary: { zh: '修改或停用操作员', en: 'Changes an operator, sets a new PIN, or ends the right to sign on' },
      access: 'console',
      body: zodInput(operatorChange),
      response: { status: 200, schema: operatorSchema },
      async handle({ principal, params: { number = '' }, body }) {
        const by = people.require(principal, ['it'])
        if (book.find(number) === undefined) throw agentError('OPERATOR_NOT_KNOWN')
        const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
        const { pin, name, ...shown } = given as Record<string, string | boolean>
        const facts: Facts = { number, ...shown, ...(pin !== undefined && { pin: 'new' }) }
        await people.note('operator-changed', by, name === undefined ? facts : { ...facts, name: 'new' })
        const changed = await book.change(number, given)
        signOn.endOf(number)
        return { body: changed }
      },
    }),
  ]
}

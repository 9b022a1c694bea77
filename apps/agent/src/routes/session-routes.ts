import { fenOf } from '@nationec/protocol'
import { z } from 'zod'
import { agentError } from '../errors/agent-error.ts'
import { type AnyEndpoint, type Call, endpoint } from '../http/endpoint.ts'
import { zodInput } from '../http/input.ts'
import type { Operator } from '../model/operator.ts'
import { sessionSchema as session } from '../openapi/people-schemas.ts'
import { objectOf } from '../openapi/schemas.ts'
import type { Principal } from '../pairing/token-store.ts'
import { requireRole } from '../people/sign-on.ts'
import { MONEY, type TillPeople } from '../people/till-people.ts'
import { credentialsInput, payOrdId, pin, yuan } from './people-inputs.ts'

/** Who works at a page: signing on and off, and the word of a second person. */
export function sessionRoutes(people: TillPeople): AnyEndpoint[] {
  const { signOn, book, needed } = people
  const bodyOf = (operator: Operator | undefined) => ({ needed, operator: operator ?? null })
  const operatorOf = (principal: Principal | undefined): Operator => {
    const operator = signOn.operatorOf(principal)
    if (operator === undefined) throw agentError('SIGN_ON_NEEDED')
    return operator
  }
  return [
    endpoint({
      id: 'getSession',
      method: 'GET',
      path: '/v1/session',
      tag: 'people',
      summary: { zh: '当前签到的操作员', en: 'Whether an operator must sign on here, and who has' },
      access: 'paired',
      response: { status: 200, schema: session },
      handle: ({ principal }) => ({ body: bodyOf(signOn.operatorOf(principal)) }),
    }),
    endpoint({
      id: 'signOn',
      method: 'POST',
      path: '/v1/session',
      tag: 'people',
      summary: { zh: '操作员签到', en: 'An operator signs on with number and PIN' },
      access: 'paired',
      body: zodInput(z.strictObject(credentialsInput)),
      response: { status: 200, schema: session },
      handle: async (call) => ({ body: bodyOf(await signOn.signOn(holderOf(call), call.body)) }),
    }),
    endpoint({
      id: 'signOff',
      method: 'DELETE',
      path: '/v1/session',
      tag: 'people',
      summary: { zh: '操作员签退', en: 'The operator signs off' },
      access: 'paired',
      response: { status: 204 },
      async handle(call) {
        await signOn.signOff(holderOf(call))
        return { status: 204 }
      },
    }),
    endpoint({
      id: 'changePin',
      method: 'PUT',
      path: '/v1/session/pin',
      tag: 'people',
      summary: { zh: '修改本人 PIN', en: 'Changes the PIN of the operator who has signed on' },
      access: 'paired',
      body: zodInput(z.strictObject({ pin, newPin: pin })),
      response: { status: 204 },
      async handle(call) {
        const operator = operatorOf(call.principal)
        const { number } = operator
        await signOn.identify(holderOf(call), { number, pin: call.body.pin })
        await people.note('pin-changed', operator, { number })
        await book.change(number, { pin: call.body.newPin })
        return { status: 204 }
      },
    }),
    approvalRoute(people, operatorOf),
  ]
}

/** A second person agrees to a refund over the limit, at the page of the first one. */
function approvalRoute(people: TillPeople, operatorOf: (principal: Principal | undefined) => Operator): AnyEndpoint {
  const { signOn, approvals, till } = people
  return endpoint({
    id: 'approveRefund',
    method: 'POST',
    path: '/v1/approvals',
    tag: 'people',
    summary: { zh: '第二人核准退费', en: 'A second person approves a refund over the limit, for five minutes' },
    access: 'paired',
    body: zodInput(z.strictObject({ ...credentialsInput, payOrdId, amount: yuan })),
    response: {
      status: 201,
      schema: objectOf({ approval: { type: 'string' }, expiresAt: { type: 'string', format: 'date-time' } }),
    },
    async handle(call) {
      const { number, pin: typed, payOrdId: order, amount } = call.body
      const asking = operatorOf(call.principal)
      requireRole(asking, MONEY)
      const second = await signOn.identify(holderOf(call), { number, pin: typed })
      requireRole(second, ['supervisor'])
      if (second.number === asking.number) throw agentError('APPROVAL_NEEDED')
      await people.note('approval', second, { payOrdId: order, amount, asked: asking.number })
      const { id, expiresAt } = approvals.give({ till, payOrdId: order, fen: fenOf(amount) }, second.number)
      return { status: 201, body: { approval: id, expiresAt: new Date(expiresAt).toISOString() } }
    },
  })
}

/** A paired endpoint has a principal always. */
function holderOf({ principal }: Pick<Call<unknown, unknown>, 'principal'>): Principal {
  if (principal === undefined) throw agentError('TOKEN_MISSING')
  return principal
}

import { z } from 'zod'
import { agentError } from '../errors/agent-error.ts'
import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import { zodInput } from '../http/input.ts'
import { begunAnswer, pairingsAnswer, tokenAnswer } from '../openapi/answers.ts'
import type { Pairings, PendingPairing } from '../pairing/pairings.ts'
import type { Principal, TokenStore } from '../pairing/token-store.ts'
import type { TillPeople } from '../people/till-people.ts'
import { scopeOf } from '../security/authorise.ts'

export interface PairingContext {
  readonly pairings: Pairings
  readonly tokens: Pick<TokenStore, 'all' | 'revoke'>
  readonly people: Pick<TillPeople, 'note' | 'signOn'>
}

/** How a page or a program comes to a token. */
export function pairingRoutes({ pairings, tokens, people }: PairingContext): AnyEndpoint[] {
  async function letIn(issued: Issued) {
    const { id, origin, role } = issued.principal
    await people.note('paired', undefined, { pairing: id, origin, role })
    return { body: tokenBody(issued) }
  }

  return [
    endpoint({
      id: 'beginPairing',
      method: 'POST',
      path: '/v1/pairings',
      tag: 'pairing',
      summary: { zh: '发起配对', en: 'Begins a pairing; the code stands in the window of the agent' },
      access: 'open',
      // A name is shown to people beside the code: a short one, without tricks of writing.
      body: zodInput(
        z.strictObject({
          name: z
            .string()
            .regex(/^[\p{L}\p{N} _.()（）-]{1,40}$/u)
            .default(''),
        }),
      ),
      response: { status: 201, schema: begunAnswer },
      handle({ caller, body }) {
        const { pairingId, expiresAt, attemptsLeft } = pairings.begin({ ...scopeOf(caller), name: body.name })
        return { status: 201, body: { pairingId, expiresAt: isoOf(expiresAt), attemptsLeft } }
      },
    }),
    endpoint({
      id: 'confirmPairing',
      method: 'POST',
      path: '/v1/pairings/confirm',
      tag: 'pairing',
      summary: { zh: '输入配对码', en: 'Ends a pairing with the code, and gives the token' },
      access: 'open',
      body: zodInput(z.strictObject({ pairingId: z.string().max(64), code: z.string().max(16) })),
      response: { status: 200, schema: tokenAnswer },
      async handle({ caller, body }) {
        return letIn(await pairings.confirm(body.pairingId, scopeOf(caller).origin, body.code))
      },
    }),
    endpoint({
      id: 'startConsole',
      method: 'POST',
      path: '/v1/pairings/start',
      tag: 'pairing',
      summary: { zh: '控制台首次进入', en: 'Lets the console in by the address that the agent has printed, once' },
      access: 'open',
      body: zodInput(z.strictObject({ code: z.string().max(64) })),
      response: { status: 200, schema: tokenAnswer },
      async handle({ caller, body }) {
        if (caller.kind !== 'own') throw agentError('ROLE_REFUSED')
        return letIn(await pairings.start(body.code))
      },
    }),
    endpoint({
      id: 'listPairings',
      method: 'GET',
      path: '/v1/pairings',
      tag: 'pairing',
      summary: { zh: '配对列表', en: 'Who wants to be let in, and who was' },
      access: 'console',
      response: { status: 200, schema: pairingsAnswer },
      handle: () => ({
        body: {
          pending: pendingBody(pairings.pending),
          paired: tokens.all().map((one) => ({ ...one, since: isoOf(one.since), expiresAt: isoOf(one.expiresAt) })),
        },
      }),
    }),
    endpoint({
      id: 'removePairing',
      method: 'DELETE',
      path: '/v1/pairings/{id}',
      tag: 'pairing',
      summary: { zh: '解除配对', en: 'Takes a token back; `current` is the caller’s own' },
      access: 'paired',
      response: { status: 204 },
      async handle({ params, principal }) {
        const id = params['id'] === 'current' ? (principal?.id ?? '') : (params['id'] ?? '')
        if (principal?.role === 'page' && id !== principal.id) throw agentError('ROLE_REFUSED')
        if (!(await tokens.revoke(id))) throw agentError('PAIRING_UNKNOWN')
        await people.note('unpaired', people.signOn.operatorOf(principal), { pairing: id })
        return { status: 204 }
      },
    }),
  ]
}

interface Issued {
  readonly token: string
  readonly principal: Principal
}

function tokenBody({ token, principal }: Issued) {
  const { origin, role, expiresAt } = principal
  return { token, origin, role, expiresAt: isoOf(expiresAt) }
}

/** As consoles are told of them. */
export function pendingBody(pending: readonly PendingPairing[]) {
  return pending.map(({ expiresAt, ...one }) => ({ ...one, expiresAt: isoOf(expiresAt) }))
}

function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

import type { Context } from 'hono'
import { agentError } from '../errors/agent-error.ts'
import type { TokenStore } from '../pairing/token-store.ts'
import { authorise } from '../security/authorise.ts'
import type { Caller } from '../security/origins.ts'
import type { WorkInHand } from '../work/work-in-hand.ts'
import type { AnyEndpoint, Call, Reply } from './endpoint.ts'
import { readKey } from './idempotency-key.ts'
import { letIn } from './let-in.ts'
import { readBody } from './read-body.ts'

/** Who asks, as far as that is known before a token is looked at. */
export interface Asking {
  readonly caller: Caller
  readonly requestId: string
}

/** What lets callers in. */
export interface Admission {
  readonly tokens: TokenStore
  readonly work: Pick<WorkInHand, 'admit'>
}

/** Lets a caller in, reads what the endpoint takes, and does what it does. */
export async function serveEndpoint(
  { tokens, work }: Admission,
  endpoint: AnyEndpoint,
  c: Context,
  { caller, requestId }: Asking,
): Promise<Reply | Response> {
  const { method, access, body, query, key, limit } = endpoint
  const principal = access === 'open' ? undefined : authorise(tokens, caller, method, c.req.header('authorization'))
  if (principal !== undefined) letIn(c)
  if (access === 'console' && principal?.role === 'page') throw agentError('ROLE_REFUSED')
  if (access !== 'open') work.admit()
  const given = method === 'POST' || method === 'PUT' ? await readBody(c, limit) : {}
  const call: Call<unknown, unknown> = {
    requestId,
    caller,
    principal,
    params: c.req.param() as Record<string, string>,
    given,
    key: readKey(c.req.header('idempotency-key'), key),
    body: body?.read((await endpoint.prepare?.(given)) ?? given),
    query: query?.read(c.req.query()),
    signal: () => c.req.raw.signal,
    header: (name) => c.req.header(name),
  }
  return endpoint.handle(call as Call<never, never>)
}

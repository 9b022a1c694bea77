import { type Agent, AgentError, connectAgent } from '@nationec/browser'
import { ref, shallowRef } from 'vue'

/** The agent that served this page, once it is found. */
export const agent = shallowRef<Agent>()

/** Whether this page may use it. */
export const paired = ref(false)

/** Why there is no agent. */
export const connectProblem = shallowRef<AgentError>()

/** The path of the till whose page this is; an agent with one till has none. */
export const base = /^\/tills\/[\w-]+/.exec(location.pathname)?.[0] ?? ''

const address = location.origin + base

/** Where the SDK keeps the token of an agent: a second tab and a new start of the browser need no digits. */
const storageName = () => `nationec:${address}`

/** Finds the agent; the address that the agent printed at its start carries a code that pairs this page once. */
export async function connect(): Promise<void> {
  connectProblem.value = undefined
  await takeStartCode()
  try {
    agent.value = await connectAgent({ name: 'console', addresses: [address], storage: localStorage })
    paired.value = agent.value.paired
  } catch (error) {
    if (!(error instanceof AgentError)) throw error
    connectProblem.value = error
  }
}

async function takeStartCode(): Promise<void> {
  const code = /^#start=(.+)$/.exec(location.hash)?.[1]
  if (code === undefined) return
  history.replaceState(null, '', location.pathname)
  const answer = await fetch(`${base}/v1/pairings/start`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code: decodeURIComponent(code) }),
  })
  // A code that was used before leads to the ordinary pairing.
  if (answer.ok) localStorage.setItem(storageName(), (await answer.json()).token)
}

/** The agent has forgotten this page: it pairs again. */
function unpaired(): void {
  localStorage.removeItem(storageName())
  paired.value = false
}

export interface Asking {
  readonly key?: string
  readonly signal?: AbortSignal
}

/** Asks what only the agent's own console asks: sales, the simulator, the trace, the pairings. */
export async function ask<Result>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  { key, signal }: Asking = {},
): Promise<Result> {
  const sent = method === 'GET' || method === 'DELETE' ? undefined : (body ?? {})
  const answer = await fetch(base + path, {
    method,
    headers: {
      Authorization: `Bearer ${localStorage.getItem(storageName()) ?? ''}`,
      ...(sent !== undefined && { 'Content-Type': 'application/json' }),
      ...(key !== undefined && { 'Idempotency-Key': key }),
    },
    ...(sent !== undefined && { body: JSON.stringify(sent) }),
    ...(signal !== undefined && { signal }),
  }).catch((cause: unknown) => {
    throw lost(signal?.aborted === true, method === 'GET' || key === undefined, cause)
  })
  const said = answer.status === 204 ? undefined : await answer.json().catch(() => undefined)
  if (answer.ok) return said as Result
  // Who has not signed on is paired still.
  if (answer.status === 401 && said?.code !== 'SIGN_ON_NEEDED') unpaired()
  throw new AgentError({
    code: said?.code ?? 'PAGE',
    delivery: said?.delivery ?? 'unknown',
    summary: said?.summary ?? NO_AGENT,
    advice: said?.advice ?? NOTHING,
    problem: said,
  })
}

const NO_AGENT = { zh: '连不上本机代理程序。', en: 'The agent on this computer cannot be reached.' }
const NOTHING = { zh: '', en: '' }

/** Money may have been on its way; anything else was not. */
function lost(givenUp: boolean, harmless: boolean, cause: unknown): AgentError {
  const code = givenUp ? 'GIVEN_UP' : 'CONNECTION_LOST'
  return new AgentError({
    code,
    delivery: harmless ? 'not-sent' : 'unknown',
    summary: NO_AGENT,
    advice: NOTHING,
    cause,
  })
}

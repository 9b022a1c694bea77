import { type Agent, AgentError, connectAgent } from '@nationec/browser'
import { ref, shallowRef } from 'vue'

/** The agent that served this page, once it is found. */
export const agent = shallowRef<Agent>()

/** Whether this page may use it. */
export const paired = ref(false)

/** Why there is no agent. */
export const connectProblem = shallowRef<AgentError>()

/** A page of the agent itself keeps its token as the SDK does. */
const storageName = () => `nationec:${location.origin}`

/** Finds the agent; the address that the agent printed at its start carries a code that pairs this page once. */
export async function connect(): Promise<void> {
  connectProblem.value = undefined
  await takeStartCode()
  try {
    agent.value = await connectAgent({ name: 'console', addresses: [location.origin] })
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
  const answer = await fetch('/v1/pairings/start', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code: decodeURIComponent(code) }),
  })
  // A code that was used before leads to the ordinary pairing.
  if (answer.ok) sessionStorage.setItem(storageName(), (await answer.json()).token)
}

/** Asks what only the agent's own console asks: the simulator, the trace, the pairings. */
export async function ask<Result>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Result> {
  const answer = await fetch(path, {
    method,
    headers: {
      Authorization: `Bearer ${sessionStorage.getItem(storageName()) ?? ''}`,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const said = answer.status === 204 ? undefined : await answer.json()
  if (answer.ok) return said as Result
  throw new AgentError({
    code: said.code,
    delivery: said.delivery,
    summary: said.summary,
    advice: said.advice,
    problem: said,
  })
}

import { transportError } from '@nationec/transport'
import { loopbackUrl } from '../http/loopback-url.ts'
import { sendOnce } from '../http/send-once.ts'
import { AGENT, isObject, parsed, problemError } from './agent-problem.ts'

/** Where a local agent listens unless it was told another port. */
export const defaultAgentAddress = 'http://127.0.0.1:33910/'

/** One request to a route of an agent. */
export interface AgentPost {
  /** An address of this machine. Default {@link defaultAgentAddress}. */
  readonly address?: string | undefined
  /** Default `POST`; `DELETE` sends no body. */
  readonly method?: 'POST' | 'DELETE' | undefined
  /** For example `/v1/pairings`. */
  readonly path: string
  readonly body: object
  /** As `nationec agent pair` has stored it. Default: none; pairing needs none. */
  readonly token?: string | undefined
  readonly signal: AbortSignal
}

/** The body of a successful answer; empty where there is none. */
export type AgentCall = Readonly<Record<string, unknown>>

/**
 * Posts to a route of a local agent, once: pairing or signing on, for example.
 *
 * @throws the agent's own error with its code and delivery; `OPEN_FAILED` when none answers; `OPTION_INVALID`
 *
 * @example not run: needs a running agent
 * ```ts
 * import { postToAgent } from '@nationec/transport-http'
 *
 * const signal = AbortSignal.timeout(5_000)
 * const { pairingId } = await postToAgent({ path: '/v1/pairings', body: { name: 'my program' }, signal })
 * console.log(pairingId)
 * ```
 */
export async function postToAgent({
  address = defaultAgentAddress,
  method = 'POST',
  path,
  body,
  token,
  signal,
}: AgentPost): Promise<AgentCall> {
  const url = new URL(path, loopbackUrl(AGENT, address, defaultAgentAddress))
  const headers = {
    ...(method === 'POST' && { 'Content-Type': 'application/json; charset=utf-8' }),
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
  }
  const sent = method === 'POST' ? { text: JSON.stringify(body) } : {}
  const { status, text } = await sendOnce(AGENT, { method, url, headers, ...sent }, signal)
  if (status === 204) return {}
  const answer = parsed(text)
  if (!isObject(answer)) throw transportError(AGENT, 'SEND_FAILED', { delivery: 'not-sent' })
  if (status < 200 || status > 299) throw problemError(answer)
  return answer
}

import { transportError } from '@nationec/transport'
import { loopbackUrl } from '../http/loopback-url.ts'
import { decodedText, fetchOnce } from '../http/send-once.ts'
import { defaultAgentAddress } from './agent-call.ts'
import { AGENT, isObject, parsed, problemError } from './agent-problem.ts'

/** One file of an agent. */
export interface AgentDownload {
  /** An address of this machine. Default {@link defaultAgentAddress}. */
  readonly address?: string | undefined
  /** For example `/v1/bundle`. */
  readonly path: string
  /** As `nationec agent pair` has stored it. */
  readonly token: string
  readonly signal: AbortSignal
}

/**
 * Gets the bytes of a route of a local agent, with a token.
 *
 * @throws the agent's own error with its code; `OPEN_FAILED` when none answers; `OPTION_INVALID`
 *
 * @example not run: needs a running agent
 * ```ts
 * import { downloadFromAgent } from '@nationec/transport-http'
 *
 * const signal = AbortSignal.timeout(5_000)
 * const zip = await downloadFromAgent({ path: '/v1/bundle', token: 'the token of nationec agent pair', signal })
 * console.log(zip.length)
 * ```
 */
export async function downloadFromAgent({
  address = defaultAgentAddress,
  path,
  token,
  signal,
}: AgentDownload): Promise<Uint8Array> {
  const url = new URL(path, loopbackUrl(AGENT, address, defaultAgentAddress))
  const headers = { Authorization: `Bearer ${token}` }
  const { status, bytes } = await fetchOnce(AGENT, { method: 'GET', url, headers }, signal)
  if (status === 200) return bytes
  const answer = parsed(decodedText(AGENT, bytes))
  throw isObject(answer) ? problemError(answer) : transportError(AGENT, 'SEND_FAILED', { delivery: 'not-sent' })
}

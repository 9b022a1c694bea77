import type { BilingualText } from '@nationec/errors'
import { type Profile, type ReceivedRequest, readRequest } from '@nationec/protocol'
import { defineTransport, type Transport, TransportError, transportError } from '@nationec/transport'
import { cliErrors } from '../../errors/cli-error.ts'
import { tell } from '../../output/say.ts'
import { loopbackUrl } from '../http/loopback-url.ts'
import { sendOnce } from '../http/send-once.ts'
import { AGENT, envelopeOfProblem, isObject, parsed } from './agent-problem.ts'
import { agentRouteOf, withoutAgentsOwn } from './agent-route.ts'
import { idempotencyKeyOf } from './idempotency-key.ts'

/** Where the agent listens unless its port was taken. */
export const USUAL_AGENT = 'http://127.0.0.1:33910/'

export interface AgentTransportOptions {
  readonly address: string
  /** From `nationec agent pair`. */
  readonly token: string
  /** Must be the agent's own: bodies made here repeat it. */
  readonly orgId: string
  readonly profile: Profile
  /** Milliseconds that the agent gives the terminal. */
  readonly deadline: number | undefined
  /** The business address; default: the agent's own. */
  readonly url: string | undefined
}

/**
 * The way through a local agent that owns the terminal. Each request goes to the agent's own route for it, once, under an
 * idempotency key; what became of it is what the agent says.
 *
 * @throws `SETTING_INVALID` for an address of another machine
 */
export function agentTransport(options: AgentTransportOptions): Transport {
  const base = loopbackUrl(options.address, USUAL_AGENT)
  const headers = { Authorization: `Bearer ${options.token}` }
  return defineTransport({
    specVersion: 1,
    name: AGENT,
    supports: { cancel: true, disconnectEvents: false },
    async open({ signal }) {
      const about = await sendOnce(AGENT, new URL('/v1/agent', base), { method: 'GET', headers, signal })
      checkAgent(parsed(about.text), options.orgId)
      return { send: ({ text }, context) => send(text, context.signal), close: () => {} }
    },
  })

  async function send(text: string, signal: AbortSignal): Promise<string> {
    const asked = readEnvelope(text)
    const { transType, data, extData } = asked
    const route = agentRouteOf(asked, options.profile)
    const raw = { transType, data, ...((extData ?? undefined) === undefined ? {} : { extData }) }
    const key = idempotencyKeyOf(asked, options.profile)
    if (key !== undefined) tell(`Idempotency-Key: ${key}`)
    const answer = await sendOnce(AGENT, urlOf(route?.path ?? '/v1/request'), {
      method: 'POST',
      headers: {
        ...headers,
        'Content-Type': 'application/json; charset=utf-8',
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      },
      body: JSON.stringify(route?.body ?? raw),
      signal,
    })
    const body = parsed(answer.text)
    if (answer.status < 200 || answer.status > 299) return envelopeOfProblem(body)
    if (!isObject(body)) throw transportError(AGENT, 'SEND_FAILED')
    return JSON.stringify(route === undefined ? withoutAgentsOwn(body) : { code: 0, data: route.dataOf(body) })
  }

  function urlOf(path: string): URL {
    const url = new URL(path, base)
    const { deadline, url: business } = options
    if (deadline !== undefined) url.searchParams.set('deadline', String(deadline))
    if (business !== undefined) url.searchParams.set('url', business)
    return url
  }
}

/** The agent puts every request into an envelope of its own. */
function readEnvelope(text: string): ReceivedRequest {
  try {
    return readRequest(text)
  } catch (cause) {
    const details = [{ en: 'The agent takes no request without an envelope.', zh: '代理不接受不带外层报文的请求。' }]
    throw transportError(AGENT, 'SEND_FAILED', { delivery: 'not-sent', details, cause })
  }
}

/** Before a patient's data go anywhere: it is an agent, it knows us, and it is that of the same institution. */
function checkAgent(about: unknown, orgId: string): void {
  if (!isObject(about) || about['name'] !== 'nationec-agent') {
    const details = [{ en: 'What answers there is no agent of nationec.', zh: '该地址应答的不是本项目的代理。' }]
    throw transportError(AGENT, 'OPEN_FAILED', { details })
  }
  if (about['paired'] !== true) {
    throw wrong({
      en: 'The agent does not know the token in --agent-token-file: nationec agent pair makes one.',
      zh: '代理不认识 --agent-token-file 中的令牌：可用 nationec agent pair 重新配对。',
    })
  }
  if (about['orgId'] !== orgId)
    throw wrong({ en: 'The agent is that of another --org-id.', zh: '代理所属机构与 --org-id 不符。' })
}

function wrong(detail: BilingualText) {
  const code = 'SETTING_INVALID'
  return new TransportError<string>({ transport: AGENT, code, entry: cliErrors[code], details: [detail] })
}

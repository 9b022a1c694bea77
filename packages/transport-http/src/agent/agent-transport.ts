import { aFunction, type OptionNames, requireKnownOptions, requireOption, someText } from '@nationec/errors'
import { defaultProfile, isOrgId, orgIdForm, type Profile, type ReceivedRequest, readRequest } from '@nationec/protocol'
import { defineTransport, optionErrorOf, type Transport, TransportError, transportError } from '@nationec/transport'
import { type HttpErrorCode, httpErrors } from '../errors.ts'
import { loopbackUrl } from '../http/loopback-url.ts'
import { sendOnce } from '../http/send-once.ts'
import { defaultAgentAddress } from './agent-call.ts'
import { AGENT, envelopeOfProblem, isObject, parsed } from './agent-problem.ts'
import { agentRouteOf, withoutAgentsOwn } from './agent-route.ts'
import { idempotencyKeyOf } from './idempotency-key.ts'

/** Which agent, and who is asking. */
export interface AgentTransportOptions {
  /** An address of this machine. Default {@link defaultAgentAddress}. */
  readonly address?: string | undefined
  /** From `nationec agent pair`, or from the agent's own pairing. */
  readonly token: string
  /** The client's institution. It must be the agent's own: bodies repeat it. */
  readonly orgId: string
  /** The client's profile. Default: `defaultProfile`. */
  readonly profile?: Profile | undefined
  /** Milliseconds that the agent gives the terminal, and that this side waits. Default: the agent's, and 120,000 here. */
  readonly deadline?: number | undefined
  /** The business address (`strUrl`). Default: the agent's own. */
  readonly url?: string | undefined
  /**
   * The `Idempotency-Key` of a request that moves money, for a program that sends one and keeps its key. Default: made from
   * the order's own number, random where a request has none.
   */
  readonly idempotencyKey?: string | undefined
  /** Told the `Idempotency-Key` of a request that moves money, before it leaves: the same key gets the first answer again. */
  readonly onIdempotencyKey?: ((key: string) => void) | undefined
}

const OPTIONS: OptionNames<AgentTransportOptions> = {
  address: true,
  token: true,
  orgId: true,
  profile: true,
  deadline: true,
  url: true,
  onIdempotencyKey: true,
  idempotencyKey: true,
}

/**
 * Makes a transport over a running nationec agent, which owns the terminal.
 *
 * Each request goes to the agent's own route for it, once; what moves money carries an idempotency key made from the
 * order's own number. Failures have the code and the delivery that the agent gave them. Before the first request the
 * agent is asked whether it is one, knows the token, and belongs to the institution.
 *
 * @throws `OPTION_INVALID` for an address of another machine, and for an option that is wrong
 *
 * @example not run: needs a paired agent
 * ```ts
 * import { readFileSync } from 'node:fs'
 * import { agentTransport } from '@nationec/transport-http'
 *
 * const token = readFileSync('agent.token', 'utf8').trim() // nationec agent pair --token-out agent.token
 * const transport = agentTransport({ token, orgId: 'H33010200001' })
 * console.log(transport.name) // agent
 * ```
 */
export function agentTransport(options: AgentTransportOptions): Transport {
  const invalid = optionErrorOf(AGENT)
  requireKnownOptions(options, OPTIONS, invalid)
  const {
    address = defaultAgentAddress,
    token,
    orgId,
    profile = defaultProfile,
    deadline,
    url,
    idempotencyKey,
    onIdempotencyKey,
  } = options
  const base = loopbackUrl(AGENT, address, defaultAgentAddress)
  requireOption(typeof token === 'string' && token !== '', 'token', someText, invalid)
  requireOption(isOrgId(orgId), 'orgId', orgIdForm, invalid)
  const isListener = onIdempotencyKey === undefined || typeof onIdempotencyKey === 'function'
  requireOption(isListener, 'onIdempotencyKey', aFunction, invalid)
  const headers = { Authorization: `Bearer ${token}` }
  return defineTransport({
    specVersion: 1,
    name: AGENT,
    deadline,
    errors: httpErrors,
    supports: { cancel: true, disconnectEvents: false },
    async open({ signal }) {
      const about = await sendOnce(AGENT, { method: 'GET', url: new URL('/v1/agent', base), headers }, signal)
      checkAgent(parsed(about.text), orgId)
      return { send: ({ text }, context) => send(text, context.signal), close: () => {} }
    },
  })

  async function send(text: string, signal: AbortSignal): Promise<string> {
    const asked = readEnvelope(text)
    const { transType, data, extData } = asked
    const route = agentRouteOf(asked, profile)
    const raw = { transType, data, ...((extData ?? undefined) === undefined ? {} : { extData }) }
    const made = idempotencyKeyOf(asked, profile)
    const key = made === undefined ? undefined : (idempotencyKey ?? made)
    if (key !== undefined) onIdempotencyKey?.(key)
    const post = {
      method: 'POST',
      url: urlOf(route?.path ?? '/v1/request'),
      headers: {
        ...headers,
        'Content-Type': 'application/json; charset=utf-8',
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      },
      text: JSON.stringify(route?.body ?? raw),
    } as const
    const answer = await sendOnce(AGENT, post, signal)
    const body = parsed(answer.text)
    if (answer.status < 200 || answer.status > 299) return envelopeOfProblem(body)
    if (!isObject(body))
      throw transportError(AGENT, 'SEND_FAILED', { cause: new Error('the answer is no JSON object') })
    return JSON.stringify(route === undefined ? withoutAgentsOwn(body) : { code: 0, data: route.dataOf(body) })
  }

  function urlOf(path: string): URL {
    const target = new URL(path, base)
    if (deadline !== undefined) target.searchParams.set('deadline', String(deadline))
    if (url !== undefined) target.searchParams.set('url', url)
    return target
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

/** Before a patient's data go anywhere: it is an agent, it knows the token, and it is that of the same institution. */
function checkAgent(about: unknown, orgId: string): void {
  if (!isObject(about) || about['name'] !== 'nationec-agent') {
    const details = [{ en: 'What answers there is no agent of nationec.', zh: '该地址应答的不是 nationec 代理。' }]
    throw transportError(AGENT, 'OPEN_FAILED', { details, cause: new Error('no agent answered') })
  }
  if (about['paired'] !== true) throw agentFailure('AGENT_NOT_PAIRED')
  if (about['orgId'] !== orgId) throw agentFailure('AGENT_OTHER_INSTITUTION')
}

function agentFailure(code: HttpErrorCode) {
  return new TransportError<string>({ transport: AGENT, code, entry: httpErrors[code] })
}

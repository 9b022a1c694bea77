import type { Client } from '@nationec/client'
import { isNationEcError } from '@nationec/errors'
import { findMessage, type Message, type Profile, readAnswer, readRequest } from '@nationec/protocol'
import { z } from 'zod'
import { agentError } from '../errors/agent-error.ts'
import { digestOf } from '../http/canonical.ts'
import { type AnyEndpoint, type Call, endpoint, type Reply } from '../http/endpoint.ts'
import { zodInput } from '../http/input.ts'
import type { References } from '../model/references.ts'
import type { Books } from '../operations/books.ts'
import { checkAnswered } from '../operations/check-answered.ts'
import type { OperationRequest } from '../operations/operation-request.ts'
import { rawReferences } from '../operations/raw-references.ts'
import { callOptions, callOptionsInput } from './call-options.ts'
import { type OperationContext, replyOf } from './operation-reply.ts'

const TEXT_LIMIT = 2 * 1024 * 1024

export interface RawContext extends OperationContext {
  readonly books: Pick<Books, 'order' | 'given'>
  readonly client: Pick<Client, 'request' | 'exchangeText'>
  readonly profile: Profile
}

/** Requests that no other route describes, and the texts of old pages. */
export function rawRoutes(context: RawContext): AnyEndpoint[] {
  return [requestRoute(context), textRoute(context)]
}

/** A program's own request: everything that is not known to move nothing needs a key. */
function requestRoute(context: RawContext): AnyEndpoint {
  const { client, books, profile, work } = context
  return endpoint({
    method: 'POST',
    path: '/v1/request',
    tag: 'raw',
    summary: { zh: '原始交易请求', en: 'Any request by its transType; the body goes out as it is' },
    access: 'paired',
    key: 'optional',
    body: zodInput(
      z.strictObject({
        transType: z.string().min(1).max(64),
        data: z.unknown(),
        extData: z.union([z.record(z.string(), z.unknown()), z.string()]).optional(),
      }),
    ),
    query: callOptionsInput,
    response: { status: 200, schema: { type: 'object' } },
    async handle(call) {
      const { body, query, key, given, signal } = call
      const { transType, data, extData } = body
      const message = findMessage(transType, profile)
      const send = async (give: () => AbortSignal) => {
        const answer = await client.request({ transType, data }, { ...callOptions(query, give()), extData })
        const references =
          message === undefined ? {} : checkAnswered(books, message, { request: data, body: answer.data })
        return { body: answerBody(answer), references }
      }
      if (message?.moves === 'nothing') return { body: (await work.track(send, signal)).body }
      if (key === undefined) throw agentError('KEY_MISSING')
      const digest = digestOf('/v1/request', given)
      const request = { kind: 'raw', key, digest, references: rawReferences(transType, data) } as const
      return replyOf(context, request, call, async (give) => ({ status: 200, ...(await send(give)) }))
    },
  })
}

/**
 * The text of an old page. Such a page knows no keys, so only a text that is known to move money is its own key; any
 * other goes to the terminal each time, because an answer from the journal could name the patient before.
 */
function textRoute(context: RawContext): AnyEndpoint {
  const { client, profile, work } = context
  return endpoint({
    method: 'POST',
    path: '/v1/nation-ec-trans',
    tag: 'raw',
    summary: {
      zh: '旧页面的 NationEcTrans(url, json)',
      en: 'NationEcTrans(url, json) of old pages: the text goes out and comes back unchanged',
    },
    access: 'paired',
    key: 'optional',
    limit: TEXT_LIMIT,
    body: zodInput(z.strictObject({ url: z.string().max(2_048).default(''), json: z.string().min(1) })),
    response: { status: 200, schema: { type: 'object' } },
    async handle(call) {
      const { url, json } = call.body
      const send = (give: () => AbortSignal) =>
        client.exchangeText(json, { url: url === '' ? undefined : url, signal: give() })
      const asked = namesOf(json, profile)
      if (asked.message?.moves === 'nothing' || (asked.message === undefined && call.key === undefined)) {
        return textReply(await work.track(send, call.signal))
      }
      const digest = digestOf('/v1/nation-ec-trans', url, json)
      const key = call.key ?? `text:${digest}`
      const { references } = asked
      const request = { kind: 'raw', key, digest, references, freeAfterRefusal: true } as const
      return textOperation(context, request, call, { ...asked, send })
    },
  })
}

/** A text and what it says of itself. */
interface SentText extends AskedText {
  send(give: () => AbortSignal): Promise<string>
}

/** Sends a text once for its key. A refusal of the terminal is an answer to the page, and frees the key. */
async function textOperation(
  context: RawContext,
  request: Omit<OperationRequest, 'scope' | 'perform'>,
  call: Pick<Call<unknown, unknown>, 'principal'>,
  { send, message, data }: SentText,
): Promise<Reply | Response> {
  let refusal: string | undefined
  try {
    const reply = await replyOf(context, request, call, async (give) => {
      const text = await send(give)
      const { code, data: body } = readAnswer(text)
      if (code === 0) {
        const references = message === undefined ? {} : checkAnswered(context.books, message, { request: data, body })
        return { status: 200, body: { text }, references }
      }
      refusal = text
      throw agentError('TEXT_REFUSED')
    })
    const { text } = reply.body as { readonly text?: unknown }
    const isReplay = reply.headers?.['Idempotent-Replayed'] === 'true'
    if (reply.problem === true || typeof text !== 'string') {
      return isReplay ? { ...reply, body: { ...(reply.body as object), replayed: true } } : reply
    }
    return textReply(isReplay ? markReplayed(text) : text, reply.headers)
  } catch (error) {
    if (refusal !== undefined && isNationEcError(error, 'TEXT_REFUSED')) return textReply(refusal)
    throw error
  }
}

/**
 * An old page reads the text and no header: the answer that is given again says so itself. Written into the text, so that
 * everything else stays as the terminal wrote it.
 */
function markReplayed(text: string): string {
  const end = text.lastIndexOf('}')
  return `${text.slice(0, end)},"replayed":true${text.slice(end)}`
}

function answerBody({ code, message, orgId, data, extData }: ReturnType<typeof readAnswer>): Record<string, unknown> {
  return { code, message, orgId, data, extData }
}

function textReply(text: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(text, { headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' } })
}

/** What a text says of itself; `message` is `undefined` for one that cannot be read, or whose transType nothing describes. */
interface AskedText {
  readonly message: Message | undefined
  readonly data: unknown
  readonly references: References
}

function namesOf(json: string, profile: Profile): AskedText {
  try {
    const { transType, data } = readRequest(json)
    return { message: findMessage(transType, profile), data, references: rawReferences(transType, data) }
  } catch {
    return { message: undefined, data: undefined, references: {} }
  }
}

import { createHash } from 'node:crypto'
import type { Client } from '@nationec/client'
import { isObject, readJson } from '@nationec/crypto/json'
import type { TextOperation } from '@nationec/ledger'
import { findMessage, operationOf, type Profile, readRequest } from '@nationec/protocol'
import { z } from 'zod'
import { agentError } from '../errors/agent-error.ts'
import { type AnyEndpoint, endpoint, type Reply } from '../http/endpoint.ts'
import { zodInput } from '../http/input.ts'
import { MONEY, type RefundFacts, refundFacts } from '../people/till-people.ts'
import { besides, headersOf, type OperationContext, replyOf, runOperation } from './operation-reply.ts'

const TEXT_LIMIT = 2 * 1024 * 1024

export interface TextContext extends OperationContext {
  readonly client: Pick<Client, 'exchangeText'>
  readonly profile: Profile
}

/**
 * The text of an old page. Such a page knows no keys, so only a text that is known to move money is its own key; any
 * other goes to the terminal each time, because a stored answer could name the patient before.
 */
export function textRoute(context: TextContext): AnyEndpoint {
  const { client, ledger, profile, work, people } = context
  return endpoint({
    id: 'nationEcTrans',
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
      const { json } = call.body
      const url = call.body.url === '' ? undefined : call.body.url
      const moves = whatMoves(json, profile)
      if (moves === 'nothing' || (moves === 'unknown' && call.key === undefined)) {
        // What is not known may move money.
        if (moves === 'unknown') people.require(call.principal, MONEY)
        const send = (give: () => AbortSignal) => ledger.serve(() => client.exchangeText(json, { url, signal: give() }))
        return textReply(await work.track(send, call.signal))
      }
      const key = call.key ?? keyOf(call.body)
      const operation = await runOperation(
        context,
        { ...call, key, query: { url } },
        (options) => ledger.exchangeText(json, { ...options, againAfterRefusal: call.key === undefined }),
        refundOfText(json, profile),
      )
      return operation.state === 'passed' ? textReply(operation.text) : answerText(context, operation)
    },
  })
}

/** What a text gives back, where it is a refund. */
export function refundOfText(json: string, profile: Profile): RefundFacts | undefined {
  if (isAmbiguous(json)) return undefined
  try {
    const { transType, data } = readRequest(json)
    if (operationOf(transType, profile) !== 'refund') return undefined
    const isBody = typeof data === 'object' && data !== null
    return isBody ? refundFacts({ ...data }) : { payOrdId: undefined, amount: undefined }
  } catch {
    return undefined
  }
}

/** What is known of a text: `ambiguous` where two readers could take it for two requests. */
function whatMoves(json: string, profile: Profile): 'money' | 'nothing' | 'unknown' | 'ambiguous' {
  if (isAmbiguous(json)) return 'ambiguous'
  try {
    return findMessage(readRequest(json).transType, profile)?.moves ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

/** A member that is named twice: a reader may take the first one or the last. */
function isAmbiguous(json: string): boolean {
  const text = json.replaceAll(/^\uFEFF|\0+$/g, '')
  try {
    return isObject(JSON.parse(text)) && readJson(text) === undefined
  } catch {
    return false
  }
}

/** A text that moves money is its own key. */
function keyOf({ url, json }: { readonly url: string; readonly json: string }): string {
  return `text:${createHash('sha256').update(`${url}\n${json}`).digest('base64url')}`
}

/** A refusal of the terminal is an answer to the page as well. */
async function answerText(context: TextContext, operation: TextOperation): Promise<Reply | Response> {
  const text = textOf(operation)
  if (text !== undefined) {
    if (!operation.repeated) context.onEnd(operation)
    return textReply(operation.repeated ? markReplayed(text) : text, headersOf(operation))
  }
  const reply = await replyOf(context, operation, { status: 200, show: () => ({}) })
  if (reply.problem !== true) throw agentError('ANSWER_LOST', { members: await besides(context.ledger, operation) })
  return operation.repeated ? { ...reply, body: { ...(reply.body as object), replayed: true } } : reply
}

function textOf(operation: TextOperation): string | undefined {
  if (operation.state === 'done' && operation.proof !== 'query') return operation.answer
  const text = operation.state === 'refused' ? operation.failure['text'] : undefined
  return typeof text === 'string' ? text : undefined
}

/**
 * An old page reads the text and no header: the answer that is given again says so itself. Written into the text, so that
 * everything else stays as the terminal wrote it.
 */
function markReplayed(text: string): string {
  const end = text.lastIndexOf('}')
  return `${text.slice(0, end)},"replayed":true${text.slice(end)}`
}

function textReply(text: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(text, { headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' } })
}

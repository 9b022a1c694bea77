import type { Client } from '@nationec/client'
import { isNationEcError } from '@nationec/errors'
import { type Profile, readAnswer, readRequest } from '@nationec/protocol'
import { z } from 'zod'
import { agentError } from '../errors/agent-error.ts'
import { digestOf } from '../http/canonical.ts'
import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import { zodInput } from '../http/input.ts'
import type { References } from '../model/references.ts'
import { isHarmless, rawReferences } from '../operations/raw-references.ts'
import { callOptions, callOptionsInput } from './call-options.ts'
import { type OperationContext, replyOf } from './operation-reply.ts'

const TEXT_LIMIT = 2 * 1024 * 1024

export interface RawContext extends OperationContext {
  readonly client: Pick<Client, 'request' | 'exchangeText'>
  readonly profile: Profile
}

/** Requests that no other route describes, and the texts of old pages. */
export function rawRoutes(context: RawContext): AnyEndpoint[] {
  const { client, profile, work } = context
  return [
    endpoint({
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
        const send = async (give: () => AbortSignal) =>
          answerBody(await client.request({ transType, data }, { ...callOptions(query, give()), extData }))
        if (isHarmless(profile, transType)) return { body: await work.track(send, signal) }
        if (key === undefined) throw agentError('KEY_MISSING')
        const digest = digestOf('/v1/request', given)
        const request = { kind: 'raw', key, digest, references: rawReferences(transType, data) } as const
        return replyOf(context, request, call, async (give) => ({ status: 200, body: await send(give) }))
      },
    }),
    endpoint({
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
        const { transType, references } = namesOf(json)
        if (transType !== undefined && isHarmless(profile, transType)) {
          return textReply(await work.track(send, call.signal))
        }
        // An old page knows no keys. One text is one intention: it holds the number that makes it so.
        const digest = digestOf('/v1/nation-ec-trans', url, json)
        const request = {
          kind: 'raw',
          key: call.key ?? `text:${digest}`,
          digest,
          references,
          freeAfterRefusal: true,
        } as const
        let refusal: string | undefined
        try {
          const reply = await replyOf(context, request, call, async (give) => {
            const text = await send(give)
            const { code } = readAnswer(text)
            if (code === 0) return { status: 200, body: { text } }
            refusal = text
            throw agentError('TEXT_REFUSED')
          })
          const { text } = reply.body as { readonly text?: unknown }
          return reply.problem === true || typeof text !== 'string' ? reply : textReply(text, reply.headers)
        } catch (error) {
          if (refusal !== undefined && isNationEcError(error, 'TEXT_REFUSED')) return textReply(refusal)
          throw error
        }
      },
    }),
  ]
}

function answerBody({ code, message, orgId, data, extData }: ReturnType<typeof readAnswer>): Record<string, unknown> {
  return { code, message, orgId, data, extData }
}

function textReply(text: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(text, { headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' } })
}

/** What a text says of itself; a text that cannot be read may move money for all we know. */
function namesOf(json: string): { readonly transType: string | undefined; readonly references: References } {
  try {
    const { transType, data } = readRequest(json)
    return { transType, references: rawReferences(transType, data) }
  } catch {
    return { transType: undefined, references: {} }
  }
}

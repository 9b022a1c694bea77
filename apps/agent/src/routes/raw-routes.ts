import type { Client } from '@nationec/client'
import { encodeRawRequest, findMessage, type Profile, readAnswer } from '@nationec/protocol'
import { z } from 'zod'
import type { Members } from '../answers/operation-answer.ts'
import { agentError } from '../errors/agent-error.ts'
import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import { zodInput } from '../http/input.ts'
import { envelopeMembers } from '../openapi/answers.ts'
import { objectOf } from '../openapi/schemas.ts'
import { callOptions, moneyOptionsInput } from './call-options.ts'
import { type OperationContext, replyOf, runOperation } from './operation-reply.ts'
import { BESIDES } from './order-endpoint.ts'
import { refundOfText, textRoute } from './text-route.ts'

export interface RawContext extends OperationContext {
  readonly client: Pick<Client, 'request' | 'exchangeText'>
  readonly profile: Profile
  readonly orgId: string
}

/** Requests that no other route describes, and the texts of old pages. */
export function rawRoutes(context: RawContext): AnyEndpoint[] {
  return [requestRoute(context), textRoute(context)]
}

/** A program's own request: everything that is not known to move nothing needs a key. */
function requestRoute(context: RawContext): AnyEndpoint {
  const { client, ledger, profile, orgId, work } = context
  return endpoint({
    id: 'request',
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
    query: moneyOptionsInput,
    response: {
      status: 200,
      schema: objectOf({ ...envelopeMembers, ...BESIDES }, Object.keys({ ...envelopeMembers, ...BESIDES })),
    },
    async handle(call) {
      const { transType, data, extData } = call.body
      if (findMessage(transType, profile)?.moves === 'nothing') {
        const answer = await work.track(
          (given) =>
            ledger.serve(() => client.request({ transType, data }, { ...callOptions(call.query, given()), extData })),
          call.signal,
        )
        return { body: answerBody(answer) }
      }
      if (call.key === undefined) throw agentError('KEY_MISSING')
      const text = encodeRawRequest({ orgId, transType, data, extData }, profile)
      const operation = await runOperation(
        context,
        call,
        (options) => ledger.exchangeText(text, options),
        refundOfText(text, profile),
      )
      if (operation.state === 'passed') return { body: answerBody(readAnswer(operation.text)) }
      return replyOf(context, operation, { status: 200, show: (answer) => answerBody(readAnswer(String(answer))) })
    },
  })
}

function answerBody({ code, message, orgId, data, extData }: ReturnType<typeof readAnswer>): Members {
  return { code, message, orgId, data, extData }
}

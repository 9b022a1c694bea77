import type { CallOptions, Client } from '@nationec/client'
import type { BilingualText } from '@nationec/errors'
import {
  authCheck,
  certGet,
  ecAuth,
  ecQuery,
  type Message,
  type Profile,
  qrcodeGet,
  type RequestOf,
  settleNotify,
} from '@nationec/protocol'
import { z } from 'zod'
import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import { messageInput, zodInput } from '../http/input.ts'
import type { TillLedger } from '../ledger/till-ledger.ts'
import { messageAnswer } from '../openapi/message-answer.ts'
import { listOf, objectOf } from '../openapi/schemas.ts'
import type { WorkInHand } from '../work/work-in-hand.ts'
import { callOptions, callOptionsInput } from './call-options.ts'

export interface CredentialContext {
  readonly client: Client
  readonly ledger: Pick<TillLedger, 'serve'>
  readonly profile: Profile
  readonly orgId: string
  readonly work: Pick<WorkInHand, 'track'>
}

/** The patient at the terminal. Nothing here moves money; a caller that goes away gives the call up. */
export function credentialRoutes({ client, ledger, profile, orgId, work }: CredentialContext): AnyEndpoint[] {
  function route<M extends Message>(
    id: string,
    path: string,
    message: M,
    summary: BilingualText,
    perform: (client: Client, body: RequestOf<M>, options: CallOptions) => Promise<unknown>,
  ): AnyEndpoint {
    const filled = ['orgId', 'orgCodg'].filter((name) => message.request[name] !== undefined)
    const fill = () => Object.fromEntries(filled.map((name) => [name, orgId]))
    return endpoint({
      id,
      method: 'POST',
      path,
      tag: 'terminal',
      summary,
      access: 'paired',
      body: messageInput(message, profile, {
        filled: [...filled, ...OWN_NUMBERS],
        fill: (given) => ({ ...fill(), ...own(given) }),
      }),
      query: callOptionsInput,
      response: { status: 200, schema: messageAnswer(message, profile) },
      async handle({ body, query, signal }) {
        const ask = (given: () => AbortSignal) => ledger.serve(() => perform(client, body, callOptions(query, given())))
        return { body: await work.track(ask, signal) }
      },
    })

    /** outBizNo is ours to make where a message demands it. */
    function own(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
      return message.request['outBizNo']?.required === true && given['outBizNo'] === undefined
        ? { outBizNo: client.serialNumber() }
        : {}
    }
  }

  return [
    route(
      'queryCredential',
      '/v1/credential/query',
      ecQuery,
      { zh: '电子凭证二维码解码', en: 'Reads the patient’s code' },
      (c, b, o) => c.queryCredential(b, o),
    ),
    route(
      'scanQrCode',
      '/v1/credential/scan',
      qrcodeGet,
      { zh: '终端扫码解码', en: 'Scans with the terminal' },
      (c, b, o) => c.scanQrCode(b, o),
    ),
    route(
      'authoriseFace',
      '/v1/credential/face',
      ecAuth,
      { zh: '刷脸核身授权', en: 'Checks the patient’s face' },
      (c, b, o) => c.authoriseFace(b, o),
    ),
    route(
      'checkAuthorisation',
      '/v1/credential/face/check',
      authCheck,
      { zh: '核身结果查询', en: 'Gives the person of a face check' },
      (c, b, o) => c.checkAuthorisation(b, o),
    ),
    route(
      'readIdCard',
      '/v1/credential/id-card',
      certGet,
      { zh: '读取身份证', en: 'Reads an identity card' },
      (c, b, o) => c.readIdCard(b, o),
    ),
    route(
      'notifySettlement',
      '/v1/terminal/notify',
      settleNotify,
      { zh: '结算结果通知', en: 'Shows a result on the terminal' },
      (c, b, o) => c.notifySettlement(b, o),
    ),
    endpoint({
      id: 'makeSerialNumbers',
      method: 'POST',
      path: '/v1/serial-numbers',
      tag: 'terminal',
      summary: { zh: '生成业务流水号', en: 'Makes serial numbers that no other program makes' },
      access: 'paired',
      body: zodInput(z.strictObject({ count: z.int().min(1).max(100).default(1) })),
      response: {
        status: 200,
        schema: objectOf({ serialNumbers: listOf({ type: 'string' }) }),
      },
      handle: ({ body }) => ({
        body: { serialNumbers: Array.from({ length: body.count }, () => client.serialNumber()) },
      }),
    }),
  ]
}

const OWN_NUMBERS = ['outBizNo']

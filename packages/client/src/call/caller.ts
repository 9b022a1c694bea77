import { optionError, requireKnownOptions } from '@nationec/errors'
import {
  type Answer,
  checkGiven,
  createGivenNumbers,
  createSerialNumbers,
  defaultProfile,
  encodeRawRequest,
  encodeRequest,
  findMessage,
  type GivenNumbers,
  judgeAnswer,
  type Message,
  type Operation,
  type Profile,
  protocolError,
  type RequestOf,
  type ResponseOf,
  readAnswer,
  refuseFailure,
} from '@nationec/protocol'
import { hiddenTexts } from '@nationec/protocol/privacy'
import type { Transport } from '@nationec/transport'
import { advise } from './advise.ts'
import type { ParametersOf } from './body-types.ts'
import { createLine } from './line.ts'
import {
  type CallOptions,
  type ClientOptions,
  callOptions as callNames,
  clientOptions,
  type TextOptions,
} from './options.ts'

/** A request that no method describes. */
export interface RawRequest {
  /** As it goes on the wire. */
  readonly transType: string
  /** Any value that JSON can hold; sent as it is. */
  readonly data: unknown
}

/** What every operation is made of: typed message out, judged answer back. */
export interface Caller {
  readonly orgId: string
  readonly profile: Profile
  readonly clock: () => number
  readonly serialNumber: () => string
  call<M extends Message>(
    message: M,
    transType: string,
    data: ParametersOf<M>,
    options: CallOptions,
  ): Promise<ResponseOf<M>>
  callRaw(request: RawRequest, options: CallOptions): Promise<Answer>
  exchangeText(text: string, options: TextOptions): Promise<string>
  transTypeOf(operation: Operation): string
  close(): Promise<void>
}

/** One direction out, the same way back: encode, exchange, judge in the specification's order (clause 2.1). */
export function createCaller(options: ClientOptions): Caller {
  requireKnownOptions(options, clientOptions, optionError)
  const { orgId, transport, profile = defaultProfile, clock = Date.now, random, timers } = options
  const serialNumber = createSerialNumbers({ orgId, now: clock, ...(random === undefined ? {} : { random }) })
  const line = createLine(transport, timers)
  const given = givenOver(transport)

  return {
    orgId,
    profile,
    clock,
    serialNumber,
    async call(message, transType, data, callOptions) {
      requireKnownOptions(callOptions, callNames, optionError)
      const request = fillInstitution(message, data, orgId)
      const { extData } = callOptions
      const text = encodeRequest(message, { orgId, transType, data: request, extData }, profile)
      if (message.bare === true && !isAddress(callOptions.url)) throw noAddress()
      const answer = await line.exchange(text, callOptions).catch((error: unknown) => {
        throw advise(error, message)
      })
      return judgeAnswer(message, answer, { profile, request: { ...request }, extData, given })
    },
    async callRaw(asked, callOptions) {
      requireKnownOptions(callOptions, callNames, optionError)
      const { transType, data } = asked ?? {}
      const text = encodeRawRequest({ orgId, transType, data, extData: callOptions.extData }, profile)
      const answer = readAnswer(await line.exchange(text, callOptions))
      refuseFailure(answer, () => [...hiddenTexts(data), ...hiddenTexts(callOptions.extData)])
      const message = findMessage(transType, profile)
      if (message !== undefined) checkGiven(message, { request: data, body: answer.data }, given)
      return answer
    },
    async exchangeText(text, textOptions) {
      requireKnownOptions(textOptions, callNames, optionError)
      return line.exchange(text, textOptions)
    },
    transTypeOf: (operation) => profile.transTypes[operation],
    close: () => line.close(),
  }
}

/** Clients of one transport talk to one terminal: a stale answer to one of them may reach another. */
const known = new WeakMap<Transport, GivenNumbers>()

function givenOver(transport: Transport): GivenNumbers {
  const made = known.get(transport) ?? createGivenNumbers()
  known.set(transport, made)
  return made
}

/** The institution's code stands again in almost every body: where the message demands it, it need not be repeated. */
function fillInstitution<M extends Message>(message: M, data: ParametersOf<M>, orgId: string): RequestOf<M> {
  const filled: Record<string, unknown> = {}
  for (const name of ['orgId', 'orgCodg']) {
    if (message.request[name]?.required === true) filled[name] = orgId
  }
  return { ...filled, ...data } as RequestOf<M>
}

function isAddress(url: unknown): boolean {
  return typeof url === 'string' && url !== ''
}

/** The transport's own address takes envelopes: a bare body there would be refused, or misread. */
function noAddress(): Error {
  const text = {
    en: 'must be given for a request without an envelope: it goes to an address of its own',
    zh: '该请求不带外层报文，须另行给出其专用地址',
  }
  return protocolError('REQUEST_INVALID', { issues: [{ path: 'url', rule: 'required', text }] })
}

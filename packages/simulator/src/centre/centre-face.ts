import { type OptionNames, requireKnownOptions, requireOneOf } from '@nationec/errors'
import {
  type CentreOperation,
  type CentreProfile,
  createCentreCredentials,
  defaultCentreProfile,
  type EnvelopeKeys,
} from '@nationec/payment-centre'
import { simulatorOptionError } from '../errors/simulator-fault.ts'
import { type CentreKeys, createCentreKeys } from './centre-keys.ts'
import { damaged, type EnvelopeFault, envelopeFaults, json } from './envelope-faults.ts'
import { operationOf, readCall, readText } from './read-call.ts'
import { type PlainPush, type PushSending, type SendPushesOptions, sendPushes } from './send-pushes.ts'
import { sealAnswer, sealRefusal } from './write-answer.ts'

/** What the face needs of a simulator; every simulator of `createSimulator` fits. */
export interface SimulatedCentre {
  readonly handle: (text: string, context?: { readonly signal?: AbortSignal | undefined }) => Promise<string>
  onPush(listener: (push: PlainPush) => void): () => void
}

export interface CentreFaceOptions {
  /** 机构编码 of the institution that the keys belong to; refunds do not name it, and the envelope does. */
  readonly orgCodg: string
  /** Default: made from the seed 1. */
  readonly keys?: Partial<CentreKeys> & Pick<CentreKeys, 'centre'>
  /** How this centre writes its envelope; `messages` must be the simulator's own profile. Default: `defaultCentreProfile`. */
  readonly profile?: CentreProfile | undefined
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly clock?: (() => number) | undefined
}

/** The simulated payment centre as HTTP sees it. */
export interface CentreFace {
  /**
   * Answers one request of an institution: the five paths, with the envelope.
   *
   * Rejects with the simulator's fault when the line is to break (`line-cut`, `lost-answer` and their like): close the
   * connection without an answer then. Give the request a signal that aborts when its connection ends.
   */
  readonly handle: (request: Request) => Promise<Response>
  /** Sends the simulator's pushes, sealed. */
  sendPushes(options: SendPushesOptions): PushSending
  /** What the next answers on their way meet, one each. */
  readonly faults: { next(fault: EnvelopeFault): void }
  /** Genuine requests by operation. */
  readonly requests: Readonly<Record<CentreOperation, number>>
}

const YEAR = 365 * 86_400_000

const OPTIONS: OptionNames<CentreFaceOptions> = { orgCodg: true, keys: true, profile: true, clock: true }

/**
 * Puts the payment centre's HTTP face in front of a simulator: the same orders, money and faults as at the terminal.
 *
 * @example
 * ```ts
 * import { createCentreClient, createCentreCredentials } from '@nationec/payment-centre'
 * import { createSimulator } from '@nationec/simulator'
 * import { createCentreFace, createCentreKeys } from '@nationec/simulator/centre'
 *
 * const keys = createCentreKeys({ seed: 7 })
 * const simulator = createSimulator({ seed: 7 })
 * const face = createCentreFace(simulator, { orgCodg: 'H33010200001', keys })
 * const client = createCentreClient({
 *   baseUrl: 'http://centre.example',
 *   orgCodg: 'H33010200001',
 *   credentials: createCentreCredentials(keys.institution),
 *   fetch: (url, init) => face.handle(new Request(url, init)),
 * })
 * await client.querySettlement({ medOrgOrd: 'none' }).catch((error) => console.log(error.responseMessage)) // 订单不存在
 * ```
 */
export function createCentreFace(simulator: SimulatedCentre, options: CentreFaceOptions): CentreFace {
  requireKnownOptions(options, OPTIONS, simulatorOptionError)
  const { orgCodg, profile = defaultCentreProfile, clock = Date.now, keys = createCentreKeys({ seed: 1 }) } = options
  const own: EnvelopeKeys = { credentials: createCentreCredentials(keys.centre), profile }
  const stranger: EnvelopeKeys = { credentials: createCentreCredentials(strangerTo(keys)), profile }
  const requests = { uploadFees: 0, placeOrder: 0, refund: 0, querySettlement: 0, revokeFees: 0 }
  const faults: EnvelopeFault[] = []

  return {
    async handle(request) {
      const operation = operationOf(request.url, own)
      if (operation === undefined) return new Response('no such path', { status: 404 })
      if (request.method !== 'POST') return new Response('POST only', { status: 405 })
      const text = await readText(request)
      if (text === undefined) return new Response('more than 900K', { status: 413 })
      const call = await readCall(operation, text, { orgCodg, keys: own })
      if (typeof call === 'string') return json(await sealRefusal(call, clock(), own))
      requests[operation] += 1
      const answer = await simulator.handle(call.text, { signal: request.signal })
      const fault = faults.shift()
      const moment = fault === 'recorded' ? clock() - YEAR : clock()
      const sealed = await sealAnswer(answer, moment, fault === 'forged' ? stranger : own)
      return sealed === undefined ? json(answer) : damaged(sealed, fault)
    },
    sendPushes: (sending) => sendPushes((listener) => simulator.onPush(listener), sending, { keys: own, clock }),
    faults: {
      next(fault) {
        requireOneOf(fault, 'fault', envelopeFaults, simulatorOptionError)
        faults.push(fault)
      },
    },
    get requests() {
      return { ...requests }
    },
  }
}

/** Keys of a sender that knows the secret and has another key: only the signature tells. */
function strangerTo({ centre }: Pick<CentreKeys, 'centre'>): CentreKeys['centre'] {
  return { ...centre, privateKey: createCentreKeys({ seed: 99 }).centre.privateKey }
}

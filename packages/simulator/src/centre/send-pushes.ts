import { aFunction, type OptionNames, requireKnownOptions, requireOption } from '@nationec/errors'
import { type EnvelopeKeys, sealEnvelope } from '@nationec/payment-centre'
import { simulatorOptionError } from '../errors/simulator-fault.ts'

/** One push of the simulator, as `onPush` gives it. */
export interface PlainPush {
  readonly text: string
  readonly payOrdId: string
  readonly attempt: number
}

/** What became of one delivery of a push. */
export interface PushDelivery {
  readonly payOrdId: string
  /** The simulator's count of pushes of this order. */
  readonly attempt: number
  /** 1 for the first delivery of this push. */
  readonly delivery: number
  /** The hospital's HTTP status; `undefined` when there was no answer. */
  readonly status: number | undefined
}

export interface SendPushesOptions {
  /** Where the hospital receives pushes. */
  readonly url: string
  /** Sends one request. With the global `fetch` on Deno a push may arrive twice, which a hospital must stand anyway. */
  readonly send: (request: Request) => Promise<Response>
  /**
   * How often a push is delivered while the hospital does not answer 2xx. Default 1: how often the real centre repeats
   * is not public. The envelope stays the same; a `repeated` push of the simulator's script is sealed anew.
   */
  readonly deliveries?: number | undefined
  /** Hears of every delivery. */
  readonly onDelivery?: ((delivery: PushDelivery) => void) | undefined
}

const OPTIONS: OptionNames<SendPushesOptions> = { url: true, send: true, deliveries: true, onDelivery: true }

/** Pushes on their way. */
export interface PushSending {
  /** Sends no more. */
  stop(): void
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

/** Seals and sends every push of a simulator. Loss, repeats and disorder are the simulator's own (`simulator.pushes`). */
export function sendPushes(
  onPush: (listener: (push: PlainPush) => void) => () => void,
  options: SendPushesOptions,
  { keys, clock }: { readonly keys: EnvelopeKeys; readonly clock: () => number },
): PushSending {
  requireKnownOptions(options, OPTIONS, simulatorOptionError)
  const { url, send, deliveries = 1, onDelivery } = options
  requireOption(URL.canParse(url), 'url', { en: 'an address', zh: '网址' }, simulatorOptionError)
  requireOption(typeof send === 'function', 'send', aFunction, simulatorOptionError)
  const underWay = new Set<Promise<void>>()

  async function deliver({ text, payOrdId, attempt }: PlainPush): Promise<void> {
    const sealed = await sealEnvelope({ data: JSON.parse(text), moment: clock() }, keys)
    for (let delivery = 1; delivery <= deliveries; delivery += 1) {
      const status = await statusOf(sealed)
      onDelivery?.({ payOrdId, attempt, delivery, status })
      if (status !== undefined && status >= 200 && status < 300) return
    }
  }

  async function statusOf(body: string): Promise<number | undefined> {
    const headers = { 'content-type': 'application/json; charset=utf-8' }
    try {
      const response = await send(new Request(url, { method: 'POST', headers, body }))
      await response.body?.cancel()
      return response.status
    } catch {
      return undefined
    }
  }

  return {
    stop: onPush((push) => {
      const sending = deliver(push).finally(() => underWay.delete(sending))
      underWay.add(sending)
    }),
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}

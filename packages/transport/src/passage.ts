import { type Delivery, isNationEcError } from '@nationec/errors'
import type { ExchangeRequest } from './transport.ts'
import { transportError } from './transport-error.ts'

/** The innermost `next`: it lets one request through once and remembers what became of it. */
export interface Passage {
  readonly busy: boolean
  /** What is true of the request so far, against all that an interceptor says. */
  readonly delivery: Delivery
  pass(request: ExchangeRequest): Promise<string>
  /** Lets nothing through from now on. */
  shut(): void
}

/** How a passage sends, and whom it tells when that has ended. */
export interface PassageParts {
  send(request: ExchangeRequest): Promise<string>
  onEnd(): void
}

/** @param name name of the transport, for errors */
export function createPassage(name: string, { send, onEnd }: PassageParts): Passage {
  let state: 'free' | 'busy' | 'not-sent' | 'left' = 'free'
  let isShut = false

  return {
    get busy() {
      return state === 'busy'
    },
    get delivery() {
      return state === 'busy' || state === 'left' ? 'unknown' : 'not-sent'
    },
    shut() {
      isShut = true
    },
    async pass(request) {
      if (state !== 'free')
        throw refusal('`next` was called twice; no request is repeated.', 'next 只能调用一次，请求不会重复发送。')
      if (isShut) throw refusal('`next` was called too late.', 'next 调用过晚。')
      state = 'busy'
      try {
        const answer = await send(request)
        state = 'left'
        return answer
      } catch (error) {
        state = isNationEcError(error) && error.delivery === 'not-sent' ? 'not-sent' : 'left'
        throw error
      } finally {
        onEnd()
      }
    },
  }

  function refusal(en: string, zh: string) {
    const delivery = state === 'free' || state === 'not-sent' ? 'not-sent' : 'unknown'
    return transportError(name, 'INTERCEPTOR_FAILED', { delivery, details: [{ en, zh }] })
  }
}

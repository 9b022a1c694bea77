import { type Delivery, isNationEcError, utf8Length } from '@nationec/errors'
import { intercept } from './intercept.ts'
import type { Transport } from './transport.ts'

interface ExchangeFacts {
  readonly transport: string
  /** Counts the exchanges of the observed transport, from 1. */
  readonly id: number
  /** Size of the request in UTF-8. */
  readonly bytesOut: number
}

/** What may be logged of an exchange: sizes, times and codes, never a text. */
export type TransportEvent =
  | (ExchangeFacts & { readonly type: 'start' })
  | (ExchangeFacts & { readonly type: 'end'; readonly bytesIn: number; readonly durationMs: number })
  | (ExchangeFacts & {
      readonly type: 'error'
      readonly durationMs: number
      readonly code: string
      readonly delivery: Delivery
    })

/**
 * Tells a listener of every exchange, in events that are safe to log.
 *
 * `durationMs` counts from the call, waiting included. What the listener throws is ignored: a logger that fails must
 * not turn a payment that went through into an error.
 *
 * @example
 * ```ts
 * import { observe } from '@nationec/transport'
 * import { mockTransport } from '@nationec/transport-mock'
 *
 * const transport = observe(mockTransport((text) => text), (event) => console.log(JSON.stringify(event)))
 * await using connection = transport.connect()
 * await connection.exchange({ text: '{}' })
 * ```
 */
export function observe(transport: Transport, listener: (event: TransportEvent) => void): Transport {
  let exchanges = 0
  const tell = (event: TransportEvent): void => {
    try {
      listener(event)
    } catch {}
  }
  return intercept(transport, async (request, next, { transport: name, timers }) => {
    exchanges += 1
    const facts = { transport: name, id: exchanges, bytesOut: sizeOf(request?.text) }
    const start = timers.now()
    tell({ type: 'start', ...facts })
    try {
      const answer = await next(request)
      tell({ type: 'end', ...facts, bytesIn: sizeOf(answer), durationMs: timers.now() - start })
      return answer
    } catch (error) {
      const { code, delivery } = isNationEcError(error) ? error : { code: 'SEND_FAILED', delivery: 'unknown' as const }
      tell({ type: 'error', ...facts, durationMs: timers.now() - start, code, delivery })
      throw error
    }
  })
}

/** A caller without types may pass anything; the transport refuses it later. */
function sizeOf(text: unknown): number {
  return typeof text === 'string' ? utf8Length(text) : 0
}

import type { Timers } from './timers.ts'
import type { ExchangeRequest } from './transport.ts'

/** What an interceptor is told besides the request. */
export interface InterceptorContext {
  /** Name of the transport. */
  readonly transport: string
  /** Aborted when the exchange is given up; end your own waiting then. */
  readonly signal: AbortSignal
  /** The clock and timers of the connection. */
  readonly timers: Timers
}

/**
 * A layer around an exchange, as in an onion: look at the request, hand it to `next`, look at the answer.
 *
 * `next` may be called once, because no request is ever sent twice. Leave it out to answer by yourself or to refuse.
 * A `NationEcError` you throw passes, anything else becomes `INTERCEPTOR_FAILED`; an error that claims `not-sent` after
 * the request has left is corrected.
 */
export type Interceptor = (
  request: ExchangeRequest,
  next: (request: ExchangeRequest) => Promise<string>,
  context: InterceptorContext,
) => Promise<string>

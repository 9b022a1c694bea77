import type { BilingualText, ErrorCatalogue } from '@nationec/errors'
import type { TransportLimits, TransportSupports } from './contract.ts'
import type { Timers } from './timers.ts'
import type { TransportError } from './transport-error.ts'

/**
 * The description of a way to the terminal: a value that opens nothing and that several clients may share.
 *
 * Made by `defineTransport`, or by a wrapper such as `intercept`.
 */
export interface Transport {
  readonly specVersion: 1
  /** The medium in lower case. */
  readonly name: string
  readonly supports: TransportSupports
  /** The limits in force, in bytes. */
  readonly limits: TransportLimits
  /** Milliseconds an exchange may take when the caller names no deadline. */
  readonly deadline: number
  /** Every code an exchange may fail with. */
  readonly errors: ErrorCatalogue
  /** Makes a connection. The device is opened by the first exchange, not here. */
  connect(options?: ConnectOptions): Connection
}

/** Settings of one connection. */
export interface ConnectOptions {
  /** The clock and timers. Default: those of the runtime. */
  readonly timers?: Timers | undefined
}

/** One request of the user's side. */
export interface ExchangeRequest {
  /** The business address (`strUrl`). Default: the transport's own. */
  readonly url?: string | undefined
  /** The JSON text of the request (`InData`). */
  readonly text: string
}

/** Settings of one exchange. */
export interface ExchangeOptions {
  /** Gives the exchange up: `not-sent` if it still waited, `unknown` if it was under way. */
  readonly signal?: AbortSignal | undefined
  /** Milliseconds from this call on, waiting and opening included. Default: the transport's own. */
  readonly deadline?: number | undefined
}

/** How a connection ended. */
export interface ConnectionEnd {
  /** `closed` by `close()`, or `disconnected` because the link was lost. */
  readonly reason: 'closed' | 'disconnected'
  /** The lost link (`DISCONNECTED`), or a device that could not be released (`CLOSE_FAILED`). */
  readonly error?: TransportError
}

/**
 * A live way to the terminal: text in, text out, one exchange at a time in the order of the calls.
 *
 * A connection ends once, by `close` or by a lost link; make a new one to go on.
 */
export interface Connection {
  readonly name: string
  readonly supports: TransportSupports
  /**
   * Sends a request and gives its answer.
   *
   * Rejects with a `TransportError`, never throws. Only an opening that failed is tried again, and only by your next
   * call: a request is never sent twice.
   */
  exchange(request: ExchangeRequest, options?: ExchangeOptions): Promise<string>
  /**
   * Ends the connection and releases the device. May be called again. Never rejects, because a failure here says
   * nothing about a payment: it stands in `closed`.
   */
  close(): Promise<void>
  /** Resolves when the connection has ended and the device is released. Never rejects. */
  readonly closed: Promise<ConnectionEnd>
  [Symbol.asyncDispose](): Promise<void>
}

/** For an error text: what an option that takes a transport must be. */
export const aTransport: BilingualText = { en: 'made by a transport package', zh: '传输包创建的对象' }

import type { Timers } from '@nationec/transport'
import type { CentreCredentials } from '../credentials/centre-credentials.ts'
import type { Fetch } from '../http/fetch-send.ts'
import type { TlsSettings } from '../http/tls-settings.ts'
import type { CentreOperation, CentreProfile } from '../profile/centre-profile.ts'

/** What a client of the payment centre is made of. */
export interface CentreClientOptions {
  /** Where the centre is: `http://` or `https://`, host, port, and a path that stands before every path of the profile. */
  readonly baseUrl: string
  /** From `createCentreCredentials`. */
  readonly credentials: CentreCredentials
  /** 机构编码: fills `orgCodg` where a message demands it, and ends the serial numbers. */
  readonly orgCodg: string
  /** How this centre writes its envelope. Default: `defaultCentreProfile`. */
  readonly profile?: CentreProfile | undefined
  /**
   * Another way to send. Default: `node:http` and `node:https`, which send once on Node, Bun and Deno and tell whether a
   * connection was made at all. Through a `fetch` every failure is `unknown`; Deno's own is refused.
   */
  readonly fetch?: Fetch | undefined
  /** Certificates of the default way. The check of the centre's certificate cannot be switched off. */
  readonly tls?: TlsSettings | undefined
  /** Milliseconds since 1970, for envelopes, wire times and serial numbers. Default `Date.now`. */
  readonly clock?: (() => number) | undefined
  /** Fills bytes with randomness, for serial numbers. Default `crypto.getRandomValues`. */
  readonly random?: ((bytes: Uint8Array) => void) | undefined
  /**
   * Milliseconds that each operation may take. Default 60,000, and 20,000 for the query, which moves nothing: an
   * assumption, the centre's own limits are not public.
   */
  readonly deadlines?: Partial<Readonly<Record<CentreOperation, number>>> | undefined
  /** Clock and timers of the deadlines. Default: the runtime's own, on the monotonic clock. */
  readonly timers?: Timers | undefined
}

/** Settings of one call. */
export interface CentreCallOptions {
  /** Gives the call up: `not-sent` before the request may have begun to leave, `unknown` after that. */
  readonly signal?: AbortSignal | undefined
  /** Milliseconds from the call on. Default: that of the client for this operation. */
  readonly deadline?: number | undefined
}

import type { Timers } from '@nationec/transport'
import type { TlsSettings } from '@nationec/transport/http-once'
import type { CentreCredentials } from '../credentials/centre-credentials.ts'
import type { Fetch } from '../http/fetch-send.ts'
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
  /**
   * Hears what an answer without a signature claims, for a log. The call fails with `CENTRE_ENVELOPE_UNSIGNED` all the
   * same, and what this throws is dropped. Default: none.
   */
  readonly onUnproved?: ((claim: UnprovedAnswer) => void) | undefined
}

/**
 * What an answer without a signature says of itself: a hint for the search of a fault, and never a reason to act.
 *
 * A gateway in front of the centre, or any program in between, may have written it.
 */
export interface UnprovedAnswer {
  readonly proved: false
  readonly operation: CentreOperation
  /** The return code that it claims, as it stands. */
  readonly claimedCode: string | undefined
  /** The text that it claims, at most 500 characters, with the names, numbers and tokens of the request masked. */
  readonly claimedMessage: string | undefined
}

/** Settings of one call. */
export interface CentreCallOptions {
  /** Gives the call up: `not-sent` before the request may have begun to leave, `unknown` after that. */
  readonly signal?: AbortSignal | undefined
  /** Milliseconds from the call on. Default: that of the client for this operation. */
  readonly deadline?: number | undefined
}

/** One POST as it leaves. */
export interface HttpRequest {
  readonly url: URL
  readonly body: Uint8Array
}

/** What came back. */
export interface HttpAnswer {
  readonly status: number
  readonly body: Uint8Array
  /** `content-encoding`, where the sender has not undone it. */
  readonly encoding?: string | undefined
}

/** What a sender is given besides the request. */
export interface SendContext {
  /** Aborted when the caller has stopped waiting: release the connection. */
  readonly signal: AbortSignal
  /** The most bytes an answer may have. */
  readonly limit: number
  /** To be called in the very turn in which the request may begin to leave; before that a failure is `not-sent`. */
  readonly leaving: () => void
}

/**
 * Sends one POST, once: no redirect is followed, nothing is repeated, no connection is used twice.
 *
 * Throws a `CentreError` for what it knows, anything else for what it does not.
 */
export type HttpSend = (request: HttpRequest, context: SendContext) => Promise<HttpAnswer>

export const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  accept: 'application/json',
  'accept-encoding': 'identity',
} as const

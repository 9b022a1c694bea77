import type { ErrorCatalogue } from '@nationec/errors'

/** What a medium can do; the client and the conformance kit read it, and a false claim fails the kit. */
export interface TransportSupports {
  /** True if an exchange in progress can really be stopped: after the signal `send` ends soon. */
  readonly cancel: boolean
  /** True if a lost link is noticed without sending: `onDisconnect` is called by itself. */
  readonly disconnectEvents: boolean
}

/** The most that the medium carries, in bytes of its own character set. */
export interface TransportLimits {
  /** The business address (`strUrl`). At most 2,048, the default. */
  readonly url: number
  /** The request (`InData`). At most 921,600 (900K with K = 1,024), the default. */
  readonly text: number
  /** The answer (`OutData`). At most 921,600, the default. */
  readonly answer: number
}

/** One request as it reaches {@link TransportSession.send}. */
export interface TransportRequest {
  /** The business address; an empty string if neither the caller nor the transport gave one. */
  readonly url: string
  /** The JSON text of the request. Never log it. */
  readonly text: string
}

/** What {@link TransportSpec.open} is given. */
export interface OpenContext {
  /**
   * Aborted when the opening is no longer waited for; a session returned after that is closed at once. Never aborted
   * after `open` has ended, so a device may be tied to it.
   */
  readonly signal: AbortSignal
  /** Call it when the link is lost, at any time; `cause` is kept as an object. Calls after the first do nothing. */
  readonly onDisconnect: (cause?: unknown) => void
}

/** What {@link TransportSession.send} is given besides the request. */
export interface SendContext {
  /**
   * Aborted when the caller has stopped waiting: deadline, abort, close or a lost link. End `send` as soon as you can;
   * the next exchange waits for that. What you return after it is dropped.
   */
  readonly signal: AbortSignal
  /**
   * Milliseconds left of the deadline when `send` is called: waiting in the queue and opening are taken off. Always
   * above zero and finite, because every exchange has a deadline; it may have a fraction.
   *
   * For a far end that the signal cannot reach, such as a relay: pass it on with the request, let the far end count it
   * down on its own monotonic clock, and let nothing be carried out after it. It is a length of time, never a time of day.
   */
  readonly remaining: number
}

/** An open way to the terminal, written by the author of a transport. */
export interface TransportSession {
  /**
   * Sends one request and gives its answer. Never called concurrently.
   *
   * What you throw becomes `SEND_FAILED` with delivery `unknown`; a `TransportError` passes with its own delivery,
   * because you know better. Throw `DISCONNECTED` to say that the link is gone: that ends the connection.
   */
  send(request: TransportRequest, context: SendContext): Promise<string>
  /**
   * Releases the device. Called exactly once, also while a `send` that ignores its signal is still under way.
   * A failure is reported in `closed`, never thrown at the caller; the wait for it ends after ten seconds.
   */
  close(): Promise<void> | void
}

/** A transport as its author describes it to `defineTransport`. */
export interface TransportSpec {
  /** The edition of this contract. */
  readonly specVersion: 1
  /** The medium in lower case (`dll`, `serial`); it appears in errors and logs. */
  readonly name: string
  readonly supports: TransportSupports
  /** The business address for exchanges that name none. Default: an empty string. */
  readonly url?: string | undefined
  /** Smaller limits of the medium. Default: those of clause 3.2 of the specification. */
  readonly limits?: Partial<TransportLimits> | undefined
  /**
   * How many bytes a text takes on the wire, if that is not UTF-8 (clause 2.1). Throw if the character set lacks a
   * character: the request is then refused unsent.
   */
  readonly measure?: ((text: string) => number) | undefined
  /**
   * Milliseconds an exchange may take, from the call on, waiting included. Default 120,000: the patient may be
   * scanning a code or typing a password, and sibling libraries are set to 60 to 120 seconds.
   */
  readonly deadline?: number | undefined
  /** Codes of your own, for the errors you throw as `TransportError`. */
  readonly errors?: ErrorCatalogue | undefined
  /**
   * Opens the device: gives a session, or throws and holds nothing. What you throw becomes `OPEN_FAILED` with delivery
   * `not-sent`; a `TransportError` that says `not-sent` passes. Never called before the first exchange, never twice at a time.
   */
  open(context: OpenContext): Promise<TransportSession>
}

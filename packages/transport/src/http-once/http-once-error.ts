/** Why a request or its answer failed, as far as the socket knows. */
export type HttpOnceReason = 'unreachable' | 'tls-failed' | 'answer-too-large' | 'answer-incomplete'

/** What {@link HttpOnceError} keeps beside its reason. */
export interface HttpOnceErrorParts {
  readonly cause?: unknown
  readonly systemCode?: string | undefined
}

/**
 * Thrown by the sender of one HTTP request; the caller turns it into an error of its own catalogue.
 *
 * `unreachable` and `tls-failed` come before the request; the others after it.
 */
export class HttpOnceError extends Error {
  readonly reason: HttpOnceReason
  /** The code of the system or of TLS, for example `ECONNREFUSED`. */
  readonly systemCode: string | undefined

  constructor(reason: HttpOnceReason, { cause, systemCode }: HttpOnceErrorParts = {}) {
    super(reason, { cause })
    this.name = 'HttpOnceError'
    this.reason = reason
    this.systemCode = systemCode
  }
}

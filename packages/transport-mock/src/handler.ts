import { isNationEcError } from '@nationec/errors'
import { isTransportError, libraryReturnError, transportError } from '@nationec/transport'

/** What a handler is told besides the text. */
export interface MockContext {
  /** The business address of the exchange. */
  readonly url: string
  /** Aborted when the caller has stopped waiting. */
  readonly signal: AbortSignal
  /** Milliseconds left of the deadline when the handler is called. */
  readonly remaining: number
}

/**
 * The far end as a function: the text of a request in, the text of its answer out.
 *
 * To play a library that does not return `0000`, throw an object with a string property `libraryReturn`. An error of
 * nationec keeps what it says of the request (`delivery`); anything else that is thrown leaves it `unknown`.
 */
export type MockHandler = (text: string, context: MockContext) => string | Promise<string>

/** Turns what a handler threw into what `send` throws, keeping what the handler knows of the request. */
export function fromHandler(name: string, error: unknown): unknown {
  const returned = libraryReturnOf(error)
  if (returned !== undefined) return libraryReturnError(name, returned, error)
  if (isTransportError(error) || !isNationEcError(error)) return error
  return transportError(name, 'SEND_FAILED', { delivery: error.delivery, cause: error })
}

function libraryReturnOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('libraryReturn' in error)) return undefined
  return typeof error.libraryReturn === 'string' ? error.libraryReturn : undefined
}

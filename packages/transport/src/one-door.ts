import type { TransportErrorCode } from './catalogue.ts'
import type { Definition } from './definition.ts'
import { isTransportError, type TransportError, transportError } from './transport-error.ts'

type Named = Pick<Definition, 'name'>

/**
 * The one door from an author's error to ours.
 *
 * The message of a foreign error is never copied: drivers like to quote what they were given, which is the request.
 */
export function fromForeign({ name }: Named, code: TransportErrorCode, error: unknown): TransportError<string> {
  return isTransportError(error) ? withTransportName(error, name) : transportError(name, code, { cause: error })
}

/** The door for `open`: no request was handed over yet, so nothing but `not-sent` may leave it. */
export function fromOpen(definition: Named, error: unknown): TransportError<string> {
  const ours = fromForeign(definition, 'OPEN_FAILED', error)
  return ours.delivery === 'not-sent' ? ours : transportError(definition.name, 'OPEN_FAILED', { cause: error })
}

function withTransportName<Code extends string>(error: TransportError<Code>, name: string): TransportError<Code> {
  if (error.transport === '') Object.defineProperty(error, 'transport', { value: name, enumerable: true })
  return error
}

import { TransportError, type TransportErrorOptions } from '@nationec/transport'
import { type DllErrorCode, dllErrors } from './dll-errors.ts'

export const TRANSPORT_NAME = 'dll'

/** Makes an error with a code of this transport's own. */
export function dllError<Code extends DllErrorCode>(
  code: Code,
  options: TransportErrorOptions = {},
): TransportError<Code> {
  return new TransportError({ ...options, transport: TRANSPORT_NAME, code, entry: dllErrors[code] })
}

import { TransportError, type TransportErrorOptions } from '@nationec/transport'
import { type SerialErrorCode, serialErrors } from './serial-errors.ts'

export const TRANSPORT_NAME = 'serial'

/** Makes an error with a code of this transport's own. */
export function serialError<Code extends SerialErrorCode>(
  code: Code,
  options: TransportErrorOptions = {},
): TransportError<Code> {
  return new TransportError({ ...options, transport: TRANSPORT_NAME, code, entry: serialErrors[code] })
}

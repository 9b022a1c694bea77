import { type BilingualText, isNationEcError } from '@nationec/errors'
import { TransportError, type TransportErrorOptions } from '@nationec/transport'
import { type CentreErrorCode, centreErrors } from './catalogue.ts'

/**
 * Thrown when the way to the payment centre failed, or when what came from there proves nothing: read `delivery` first.
 *
 * It is a `TransportError` too, with the transport's name `centre`, so code that handles the terminal's failures handles
 * these.
 */
export class CentreError extends TransportError<CentreErrorCode> {
  constructor(code: CentreErrorCode, options: TransportErrorOptions = {}) {
    super({ ...options, transport: 'centre', code, entry: centreErrors[code] })
    this.name = 'CentreError'
  }
}

/** Makes a {@link CentreError} with one detail in both languages. */
export function centreError(code: CentreErrorCode, en?: string, zh?: string, cause?: unknown): CentreError {
  return new CentreError(code, { details: en === undefined ? [] : [{ en, zh: zh ?? en }], cause })
}

/** For `requireOption` and `requireKnownOptions`: makes `CENTRE_OPTION_INVALID`. */
export function centreOptionError(detail: BilingualText): CentreError {
  return new CentreError('CENTRE_OPTION_INVALID', { details: [detail] })
}

/**
 * Tells whether a caught value is a {@link CentreError}, also when it comes from another copy of the package.
 *
 * @param code only this code, when given
 */
export function isCentreError<Code extends CentreErrorCode = CentreErrorCode>(
  value: unknown,
  code?: Code,
): value is CentreError & { readonly code: Code } {
  return isNationEcError(value, code) && Object.hasOwn(centreErrors, value.code)
}

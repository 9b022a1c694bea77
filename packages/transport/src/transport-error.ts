import {
  type BilingualText,
  type Delivery,
  isNationEcError,
  NationEcError,
  type NationEcErrorParts,
  type OptionErrorMaker,
} from '@nationec/errors'
import { type TransportErrorCode, transportErrors } from './catalogue.ts'

/** What a {@link TransportError} is made of. */
export interface TransportErrorParts<Code extends string = string> extends NationEcErrorParts<Code> {
  /** Name of the transport, as it appears in logs. */
  readonly transport: string
}

/**
 * Thrown when the way to the terminal failed: read `delivery` before anything else.
 *
 * Transports with codes of their own construct it with an entry of their catalogue; for the codes of
 * `transportErrors` {@link transportError} is shorter.
 *
 * @example
 * ```ts
 * import { isTransportError, transportError } from '@nationec/transport'
 *
 * const error = transportError('dll', 'DISCONNECTED', { delivery: 'not-sent' })
 * if (isTransportError(error) && error.delivery === 'not-sent') console.log('safe to send again')
 * ```
 */
export class TransportError<Code extends string = TransportErrorCode> extends NationEcError<Code> {
  readonly transport: string

  constructor(parts: TransportErrorParts<Code>) {
    super(parts)
    this.name = 'TransportError'
    this.transport = parts.transport
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), transport: this.transport }
  }
}

/** What the place that throws may add to a code. */
export interface TransportErrorOptions {
  /** Default: the one in the catalogue. State it when you know better. */
  readonly delivery?: Delivery | undefined
  /** Short facts: sizes, names of settings. Never the request, never a person. */
  readonly details?: readonly BilingualText[] | undefined
  /** The error this one wraps, kept as an object; its message is not copied. */
  readonly cause?: unknown
}

/**
 * Makes a {@link TransportError} with one of the codes every transport has.
 *
 * @param transport name of the transport
 * @param code a code of `transportErrors`
 * @param options `delivery`, `details`, `cause`
 */
export function transportError<Code extends TransportErrorCode>(
  transport: string,
  code: Code,
  options: TransportErrorOptions = {},
): TransportError<Code> {
  return new TransportError({ ...options, transport, code, entry: transportErrors[code] })
}

/** For `requireOption` and `requireKnownOptions`: makes `OPTION_INVALID` of the transport with this name. */
export function optionErrorOf(transport: string): OptionErrorMaker {
  return (detail) => transportError(transport, 'OPTION_INVALID', { details: [detail] })
}

/**
 * Tells whether a caught value is a {@link TransportError}, also when it comes from another copy of the package.
 *
 * @param value what was caught
 * @param code only this code, when given
 */
export function isTransportError<Code extends string = string>(
  value: unknown,
  code?: Code,
): value is TransportError<Code> {
  return isNationEcError(value, code) && 'transport' in value && typeof value.transport === 'string'
}

/** A return value that is a bare code, as `-1`, `0001` or `DZPZ002`; anything longer may be a sentence about a person. */
const BARE_CODE = /^-?[A-Z]{0,6}[0-9]{1,6}$/

/**
 * The error for a library that returned something other than `0000` (clause 3.2 of the specification).
 *
 * A bare code is shown in the message; a text is not, because the document calls it "error information" and no source
 * says what it may hold. The whole value is kept in `cause`.
 *
 * @param transport name of the transport
 * @param returned what the library returned
 * @param cause default: an error that holds `returned` in the property `libraryReturn`
 */
export function libraryReturnError(
  transport: string,
  returned: string,
  cause: unknown = Object.assign(new Error('the library did not return 0000'), { libraryReturn: returned }),
): TransportError<'LIBRARY_RETURN'> {
  const details = BARE_CODE.test(returned) ? [{ en: `It returned ${returned}.`, zh: `返回值为 ${returned}。` }] : []
  return transportError(transport, 'LIBRARY_RETURN', { cause, details })
}

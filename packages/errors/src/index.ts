/**
 * The base error of nationec, and what every package shares besides: the check of options, the nearest word, and a few
 * functions on texts.
 *
 * @module
 */
export type { BilingualText, ErrorCatalogue, ErrorEntry } from './catalogue.ts'
export type { Delivery, Layer } from './delivery.ts'
export { type ErrorRecord, isBilingualText, readErrorRecord } from './error-record.ts'
export { isNationEcError, NationEcError, type NationEcErrorParts } from './nation-ec-error.ts'
export { aFunction, anObject, fromTo, oneOf, someText, trueOrFalse } from './options/expectations.ts'
export { didYouMean, nearestWords } from './options/nearest.ts'
export { unknownOption, wrongOption } from './options/option-details.ts'
export { type OptionErrorMaker, optionError, optionErrors } from './options/option-error.ts'
export { type OptionNames, requireKnownOptions } from './options/require-known-options.ts'
export { requireOneOf } from './options/require-one-of.ts'
export { requireOption } from './options/require-option.ts'
export { decodeUtf8 } from './text/decode-utf8.ts'
export { escapeNonAscii } from './text/escape-non-ascii.ts'
export { utf8Length } from './text/utf8-length.ts'

/**
 * The base error of nationec, and the check of options that every package shares.
 *
 * @module
 */
export type { BilingualText, ErrorCatalogue, ErrorEntry } from './catalogue.ts'
export type { Delivery, Layer } from './delivery.ts'
export { isNationEcError, NationEcError, type NationEcErrorParts } from './nation-ec-error.ts'
export { aFunction, anObject, fromTo, oneOf, someText, trueOrFalse } from './options/expectations.ts'
export { didYouMean, nearest } from './options/nearest.ts'
export { unknownOption, wrongOption } from './options/option-details.ts'
export { type OptionErrorMaker, optionError, optionErrors } from './options/option-error.ts'
export { type OptionNames, requireKnownOptions } from './options/require-known-options.ts'
export { requireOneOf } from './options/require-one-of.ts'
export { requireOption } from './options/require-option.ts'

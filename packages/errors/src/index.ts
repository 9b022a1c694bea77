/**
 * The base error of nationec.
 *
 * @module
 */
export type { BilingualText, ErrorCatalogue, ErrorEntry } from './catalogue.ts'
export type { Delivery, Layer } from './delivery.ts'
export { isNationEcError, NationEcError, type NationEcErrorParts } from './nation-ec-error.ts'

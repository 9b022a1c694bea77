/**
 * The vendor's NationECCode library as a transport: in a host process of its own, or by koffi inside this one.
 *
 * @module
 */
export { type DllErrorCode, dllErrors } from './catalogue/dll-errors.ts'
export { dllTransport } from './dll-transport.ts'
export type { AnswerCharset, Charset } from './encoding/charset.ts'
export type { Evidence } from './encoding/detect.ts'
export { checkLibrary, type LibraryToCheck } from './library/check-library.ts'
export { type InspectedLibrary, inspectLibrary } from './library/inspect-library.ts'
export type { LibraryImage, Machine } from './library/library-image.ts'
export { missingImports } from './library/missing-imports.ts'
export type { DllEncodingOptions, DllHostOptions, DllProfile, DllTransportOptions } from './options/dll-options.ts'
export type { KoffiFunction, KoffiLibrary, KoffiModule } from './options/koffi-module.ts'
export type { DllNotice, HostKind, OnNotice } from './options/notice.ts'
export { LibraryReturned } from './result/return-failure.ts'

/**
 * The vendor's NationECCode library as a transport: in a host process of its own, or by koffi inside this one.
 *
 * @module
 */
export { type DllErrorCode, dllErrors } from './catalogue.ts'
export type { DllEncodingOptions, DllHostOptions, DllProfile, DllTransportOptions } from './dll-options.ts'
export { dllTransport } from './dll-transport.ts'
export type { Charset } from './encoding/charset.ts'
export type { Evidence } from './encoding/detect.ts'
export type { KoffiFunction, KoffiLibrary, KoffiModule } from './koffi/koffi-module.ts'
export { type InspectedLibrary, inspectLibrary } from './library/inspect-library.ts'
export type { LibraryImage, Machine } from './library/library-image.ts'
export { missingImports } from './library/missing-imports.ts'
export type { DllNotice, HostKind, OnNotice } from './notice.ts'
export type { AnswerCharset } from './result/answer-reader.ts'
export { LibraryReturned } from './result/return-failure.ts'

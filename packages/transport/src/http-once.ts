/**
 * One HTTP request, sent once: for transports and clients over HTTP that must know whether a request has left.
 *
 * @module
 */
export { collectBody } from './http-once/collect-body.ts'
export { HttpOnceError, type HttpOnceErrorParts, type HttpOnceReason } from './http-once/http-once-error.ts'
export {
  type HttpOnceAnswer,
  type HttpOnceContext,
  type HttpOnceRequest,
  sendHttpOnce,
} from './http-once/send-http-once.ts'
export type { TlsSettings } from './http-once/tls-settings.ts'

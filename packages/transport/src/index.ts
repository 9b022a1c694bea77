/**
 * The way to the terminal: text in, text out, one exchange at a time, and on every failure what became of the request.
 *
 * @module
 */
export { type TransportErrorCode, transportErrors } from './catalogue.ts'
export type {
  OpenContext,
  SendContext,
  TransportLimits,
  TransportRequest,
  TransportSession,
  TransportSpec,
  TransportSupports,
} from './contract.ts'
export { createDeadline, type Deadline, type DeadlineEnd, type DeadlineParts } from './deadline.ts'
export { defineTransport } from './define-transport.ts'
export { aWait, isWait } from './definition.ts'
export type { ExchangeEnd, ExchangeMemory, RememberedExchange } from './exchange-memory.ts'
export { intercept } from './intercept.ts'
export type { Interceptor, InterceptorContext } from './interceptor.ts'
export { specificationLimits } from './limits.ts'
export { observe, type TransportEvent } from './observe.ts'
export { share } from './share.ts'
export { systemTimers, type Timers } from './timers.ts'
export {
  aTransport,
  type Connection,
  type ConnectionEnd,
  type ConnectOptions,
  type ExchangeOptions,
  type ExchangeRequest,
  type Transport,
} from './transport.ts'
export {
  isTransportError,
  libraryReturnError,
  optionErrorOf,
  TransportError,
  type TransportErrorOptions,
  type TransportErrorParts,
  transportError,
} from './transport-error.ts'

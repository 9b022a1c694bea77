/**
 * A transport over a function of yours, and tapes of what went through any transport.
 *
 * @module
 */
export type { MockContext, MockHandler } from './handler.ts'
export { type MockLink, mockLink } from './mock-link.ts'
export { type MockTransportOptions, mockTransport } from './mock-transport.ts'

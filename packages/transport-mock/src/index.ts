/**
 * A transport over a function of yours, and tapes of what went through any transport.
 *
 * @module
 */
export type { MockContext, MockHandler } from './handler.ts'
export { type MockLink, mockLink } from './mock-link.ts'
export { type MockTransportOptions, mockTransport } from './mock-transport.ts'
export { type TapeErrorCode, tapeErrors } from './tape/errors.ts'
export type { Mask } from './tape/mask.ts'
export { type Recording, type RecordOptions, record } from './tape/record.ts'
export { type ReplayOptions, type ReplayTransport, replayTransport } from './tape/replay.ts'

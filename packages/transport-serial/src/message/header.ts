import type { Encoding } from './compression.ts'
import { PASSED_OVER_MOST, RAW_MOST, SIGNATURE_LENGTH } from './limits.ts'
import { kindCarriesText, type LinkMessage, type RequestState } from './message.ts'
import { MessageFault } from './message-fault.ts'

/**
 * kind[1] encoding[1] version[1] zero[1] id[16] extra[4] rawLength[4] bodyLength[4], numbers with the high byte first.
 *
 * `extra` is the time of a text or a question in seconds, the step of a progress, the number of a state.
 */
export const HEADER_LENGTH = 32

const VERSION = 1

/** The number of a kind on the wire is its place here, counted from 1. */
export const KINDS = [
  'request',
  'result',
  'result-ack',
  'progress',
  'abort',
  'status',
  'state',
  'push',
  'push-ack',
  'unreadable',
] as const satisfies readonly LinkMessage['kind'][]

export const STATES = [
  'in-progress',
  'unknown',
  'void',
  'not-executed',
  'id-reused',
  'too-old',
  'signature-refused',
  'journal-failed',
  'unreadable',
] as const satisfies readonly RequestState[]

const ENCODINGS = ['plain', 'deflate', 'brotli'] as const satisfies readonly Encoding[]

export interface Header {
  readonly kind: LinkMessage['kind']
  readonly encoding: Encoding
  readonly id: Uint8Array
  readonly extra: number
  readonly rawLength: number
  readonly bodyLength: number
}

/** A header as it came. */
export interface ReadHeader extends Header {
  /** The body is longer than any may be: it is passed over, and the message refused. */
  readonly isTooLarge: boolean
}

export function writeHeader({ kind, encoding, id, extra, rawLength, bodyLength }: Header): Uint8Array {
  const bytes = new Uint8Array(HEADER_LENGTH)
  bytes.set([KINDS.indexOf(kind) + 1, ENCODINGS.indexOf(encoding), VERSION, 0])
  bytes.set(id, 4)
  const view = new DataView(bytes.buffer)
  view.setUint32(20, extra)
  view.setUint32(24, rawLength)
  view.setUint32(28, bodyLength)
  return bytes
}

/** Reads a header and refuses what no message can have, before any memory is set aside for the body. */
export function readHeader(bytes: Uint8Array): ReadHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_LENGTH)
  const kind = KINDS[view.getUint8(0) - 1]
  const encoding = ENCODINGS[view.getUint8(1)]
  const [extra, rawLength, bodyLength] = [view.getUint32(20), view.getUint32(24), view.getUint32(28)]
  if (kind === undefined || encoding === undefined || view.getUint8(2) !== VERSION || view.getUint8(3) !== 0) {
    throw new MessageFault('MESSAGE_HEADER_INVALID')
  }
  if (kind === 'state' && stateOf(extra) === undefined) throw new MessageFault('MESSAGE_HEADER_INVALID')
  const isText = kindCarriesText(kind)
  if (isText ? bodyLength < SIGNATURE_LENGTH : bodyLength + rawLength > 0) {
    throw new MessageFault('MESSAGE_HEADER_INVALID')
  }
  if (bodyLength > PASSED_OVER_MOST) throw new MessageFault('MESSAGE_TOO_LARGE')
  // What does not shrink is sent plain, so a body is never longer than its content and its signature.
  const isTooLarge = rawLength > RAW_MOST || bodyLength > RAW_MOST + SIGNATURE_LENGTH
  return { kind, encoding, id: bytes.slice(4, 20), extra, rawLength, bodyLength, isTooLarge }
}

export function stateOf(extra: number): RequestState | undefined {
  return STATES[extra - 1]
}

export function numberOfState(state: RequestState): number {
  return STATES.indexOf(state) + 1
}

import { cobsEncode, longestEncoding } from './cobs.ts'
import { crc32c } from './crc32c.ts'

/** What a frame is for: the low three bits of its first byte. */
export const FRAME = { sync: 1, syncAck: 2, data: 3, ack: 4, ping: 5, pong: 6, reset: 7 } as const

export type FrameType = (typeof FRAME)[keyof typeof FRAME]

/** The number of a stream on the line: bit 3 of the first byte. */
export type StreamId = 0 | 1
export const DATA: StreamId = 0
export const CONTROL: StreamId = 1

/**
 * Who of the pair speaks: bit 4 of the first byte, 1 for the greater link id, 0 in SYNC and SYNC_ACK. On a line that echoes
 * (two-wire RS-485, a plug) it tells the peer's frames from our own.
 */
export type Side = 0 | 1

/** What a frame belongs to: bit 4 and the second byte. */
export interface Epoch {
  /** 1 to 255; 0 in SYNC and SYNC_ACK, which belong to none. */
  readonly number: number
  /** The side that speaks. */
  readonly side: Side
}

export const NO_EPOCH: Epoch = { number: 0, side: 0 }

/** One frame between two delimiters. */
export interface Frame {
  readonly type: FrameType
  readonly stream: StreamId
  readonly side: Side
  readonly epoch: number
  /** DATA: where the payload begins; ACK: everything before it has arrived; SYNC, PING and their answers: a token. */
  readonly offset: number
  /** A view that is only valid until the next frame is read. */
  readonly payload: Uint8Array
}

export const HEADER_BYTES = 6
export const CHECK_BYTES = 4
export const MAX_PAYLOAD = 4080
export const MAX_FRAME = HEADER_BYTES + MAX_PAYLOAD + CHECK_BYTES
/** The longest piece between two delimiters that can be a frame. */
export const MAX_ENCODED = longestEncoding(MAX_FRAME)

const STREAM_BIT = 0x08
const SIDE_BIT = 0x10

/**
 * Completes the frame whose payload already lies in `raw` behind the header, and writes it with its delimiter to `target`.
 *
 * @param raw scratch space of `MAX_FRAME` bytes
 * @returns the position behind the delimiter
 */
export function writeFrame(
  raw: Uint8Array,
  type: FrameType,
  stream: StreamId,
  epoch: Epoch,
  offset: number,
  payloadLength: number,
  target: Uint8Array,
  at: number,
): number {
  raw[0] = type | (stream === CONTROL ? STREAM_BIT : 0) | (epoch.side === 1 ? SIDE_BIT : 0)
  raw[1] = epoch.number
  writeUint32(raw, 2, offset)
  const checked = HEADER_BYTES + payloadLength
  writeUint32(raw, checked, crc32c(raw, 0, checked))
  const end = cobsEncode(raw, 0, checked + CHECK_BYTES, target, at)
  target[end] = 0
  return end + 1
}

/** Reads a decoded frame; `undefined` for what is damaged or no frame of this version. */
export function readFrame(raw: Uint8Array, length: number): Frame | undefined {
  const checked = length - CHECK_BYTES
  if (checked < HEADER_BYTES || length > MAX_FRAME) return undefined
  if (crc32c(raw, 0, checked) !== readUint32(raw, checked)) return undefined
  const first = raw[0] as number
  const type = first & 0x07
  if (type === 0 || first > 0x1f) return undefined
  return {
    type: type as FrameType,
    stream: first & STREAM_BIT ? CONTROL : DATA,
    side: first & SIDE_BIT ? 1 : 0,
    epoch: raw[1] as number,
    offset: readUint32(raw, 2),
    payload: raw.subarray(HEADER_BYTES, checked),
  }
}

/** Big endian, modulo 2^32. */
export function writeUint32(bytes: Uint8Array, at: number, value: number): void {
  const low = value >>> 0 // also right for numbers beyond 2^32: only the low 32 bits count
  bytes[at] = low >>> 24
  bytes[at + 1] = (low >>> 16) & 0xff
  bytes[at + 2] = (low >>> 8) & 0xff
  bytes[at + 3] = low & 0xff
}

export function readUint32(bytes: Uint8Array, at: number): number {
  const high = ((bytes[at] as number) << 24) | ((bytes[at + 1] as number) << 16)
  return (high | ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number)) >>> 0
}

import type { StreamName } from '../link/link.ts'
import { LONGEST_DATA } from './ecr-block.ts'

/** flags[1] number[1] payload. Bit 0: stream `control`; bit 1: more blocks of this message follow. */
const CONTROL = 1
const MORE = 2
const HEADER = 2
const LONGEST_PAYLOAD = LONGEST_DATA - HEADER

/** Messages that wait, cut into blocks; those of `control` go first. */
export interface EcrOutbox {
  put(stream: StreamName, bytes: Uint8Array): void
  /** The next block under a number, or `undefined`. */
  take(number: number): { readonly stream: StreamName; readonly data: Uint8Array } | undefined
  /** Bytes that wait on a stream. */
  waiting(stream: StreamName): number
}

export function createEcrOutbox(): EcrOutbox {
  const queues: Record<StreamName, Uint8Array[]> = { control: [], data: [] }
  const waiting: Record<StreamName, number> = { control: 0, data: 0 }
  return {
    put(stream, bytes) {
      queues[stream].push(bytes.slice())
      waiting[stream] += bytes.length
    },
    waiting: (stream) => waiting[stream],
    take(number) {
      const stream = queues.control.length > 0 ? 'control' : 'data'
      const bytes = queues[stream].shift()
      if (bytes === undefined) return undefined
      const payload = bytes.subarray(0, LONGEST_PAYLOAD)
      const rest = bytes.subarray(LONGEST_PAYLOAD)
      waiting[stream] -= payload.length
      if (rest.length > 0) queues[stream].unshift(rest)
      const flags = (stream === 'control' ? CONTROL : 0) | (rest.length > 0 ? MORE : 0)
      return { stream, data: Uint8Array.of(flags, number, ...payload) }
    },
  }
}

/** Puts messages together again. */
export interface EcrInbox {
  /** Gives a message when its last block has come, `undefined` before, and `false` for what cannot be a message. */
  take(data: Uint8Array): { readonly stream: StreamName; readonly bytes: Uint8Array } | undefined | false
}

export function createEcrInbox(maxMessage: number): EcrInbox {
  const messages = { control: unfinished(), data: unfinished() }
  return {
    take(data) {
      const flags = data[0] ?? 0
      const stream = (flags & CONTROL) === 0 ? 'data' : 'control'
      const message = messages[stream]
      const payload = data.subarray(HEADER)
      const hasMore = (flags & MORE) !== 0
      message.length += payload.length
      // Only the last block of a message may be short: so there are never more blocks than the longest message has.
      if (message.length > maxMessage || payload.length === 0 || (hasMore && data.length < LONGEST_DATA)) return false
      message.pieces.push(payload)
      if (hasMore) return undefined
      messages[stream] = unfinished()
      return { stream, bytes: joined(message.pieces, message.length) }
    },
  }
}

interface Unfinished {
  readonly pieces: Uint8Array[]
  length: number
}

function unfinished(): Unfinished {
  return { pieces: [], length: 0 }
}

export function numberOf(data: Uint8Array): number {
  return data[1] ?? 0
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

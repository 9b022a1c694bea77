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
  return {
    put: (stream, bytes) => void queues[stream].push(bytes.slice()),
    waiting: (stream) => queues[stream].reduce((sum, { length }) => sum + length, 0),
    take(number) {
      const stream = queues.control.length > 0 ? 'control' : 'data'
      const bytes = queues[stream].shift()
      if (bytes === undefined) return undefined
      const rest = bytes.subarray(LONGEST_PAYLOAD)
      if (rest.length > 0) queues[stream].unshift(rest)
      const flags = (stream === 'control' ? CONTROL : 0) | (rest.length > 0 ? MORE : 0)
      return { stream, data: Uint8Array.of(flags, number, ...bytes.subarray(0, LONGEST_PAYLOAD)) }
    },
  }
}

/** Puts messages together again. */
export interface EcrInbox {
  /** Gives a message when its last block has come, `undefined` before, and `false` for what cannot be a message. */
  take(data: Uint8Array): { readonly stream: StreamName; readonly bytes: Uint8Array } | undefined | false
}

export function createEcrInbox(maxMessage: number): EcrInbox {
  const pieces: Record<StreamName, Uint8Array[]> = { control: [], data: [] }
  return {
    take(data) {
      const flags = data[0] ?? 0
      const stream = (flags & CONTROL) === 0 ? 'data' : 'control'
      pieces[stream].push(data.subarray(HEADER))
      const length = pieces[stream].reduce((sum, piece) => sum + piece.length, 0)
      if (length > maxMessage || data.length <= HEADER) return false
      if ((flags & MORE) !== 0) return undefined
      const bytes = joined(pieces[stream], length)
      pieces[stream] = []
      return { stream, bytes }
    },
  }
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

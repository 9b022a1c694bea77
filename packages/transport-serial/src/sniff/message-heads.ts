import { createVarintReader } from '../link/varint.ts'
import type { MessageContent } from './line-event.ts'

/** Bytes of a message that say what it is: the whole header of a record (channel, section 3). */
const HEAD = 4

/** Finds the borders of messages in a stream and keeps no more of each than its first bytes. */
export interface MessageHeads {
  push(bytes: Uint8Array, onMessage: (length: number, head: Uint8Array) => void): void
}

export function createMessageHeads(): MessageHeads {
  const lengths = createVarintReader()
  const head = new Uint8Array(HEAD)
  let length = 0
  let seen = 0
  let isLost = false

  return {
    push(bytes, onMessage) {
      let at = 0
      while (at < bytes.length && !isLost) {
        if (length === 0) {
          const announced = lengths.push(bytes[at] as number)
          at += 1
          // Zero or more than four bytes break the rules (link, section 4.1): no border is known from here on.
          if (announced !== undefined && announced <= 0) isLost = true
          else length = announced ?? 0
        } else {
          const taken = Math.min(length - seen, bytes.length - at)
          if (seen < HEAD) head.set(bytes.subarray(at, at + Math.min(taken, HEAD - seen)), seen)
          seen += taken
          at += taken
          if (seen < length) continue
          const whole = length
          length = 0
          seen = 0
          onMessage(whole, head.subarray(0, Math.min(whole, HEAD)))
        }
      }
    },
  }
}

/** Padding, tag and header of a record: its ciphertext is a multiple of 256 (channel, section 3). */
const RECORD_EXTRA = 20
const RECORD_MOST = 16_384 + RECORD_EXTRA

/** What the channel leaves in clear: the types of the handshake (channel, section 2) and the header of a record. */
export function contentOf(stream: 'data' | 'control', length: number, head: Uint8Array): MessageContent {
  const [first = 0, second = 0, third = 0] = head
  if (stream === 'control' && first >= 0xe1) {
    if (first === 0xe1 && second === 1 && length === 68 + third) return 'M1'
    if (first === 0xe2 && second === 1 && length === 191) return 'M2'
    if (first === 0xe3 && length === 124) return 'M3'
    if (first === 0xe4 && length === 13) return 'M4'
    if (first === 0xe5 && length === 1) return 'refusal'
  }
  const isRecord =
    length > RECORD_EXTRA &&
    length <= RECORD_MOST &&
    (length - RECORD_EXTRA) % 256 === 0 &&
    ((first << 8) | second) === length - HEAD
  if (isRecord && third === 1) return 'data record'
  return isRecord && third === 2 ? 'close record' : 'other'
}

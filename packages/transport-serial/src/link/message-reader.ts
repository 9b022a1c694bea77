import { createVarintReader, varintLength, writeVarint } from './varint.ts'

/** The length in front of a message on its stream. */
export function lengthPrefix(length: number): Uint8Array {
  const prefix = new Uint8Array(varintLength(length))
  writeVarint(length, prefix, 0)
  return prefix
}

/** Cuts the byte stream of a peer into messages: each has its length, a varint of 1 or more, in front. */
export interface MessageReader {
  /** False when the peer announced a message that is empty or too long; nothing more may be pushed then. */
  push(bytes: Uint8Array, onMessage: (message: Uint8Array) => void): boolean
}

/** Memory is taken as bytes arrive and not as they are announced; this much at first. */
const FIRST_ROOM = 65_536

export function createMessageReader(mostBytes: number): MessageReader {
  const lengths = createVarintReader()
  let length = 0
  let message = new Uint8Array(0)
  let filled = 0

  return {
    push(bytes, onMessage) {
      let at = 0
      while (at < bytes.length) {
        if (length === 0) {
          const announced = lengths.push(bytes[at] as number)
          at += 1
          if (announced === undefined) continue
          if (announced <= 0 || announced > mostBytes) return false
          length = announced
          message = new Uint8Array(Math.min(length, FIRST_ROOM))
        } else {
          const taken = Math.min(length - filled, bytes.length - at)
          grow(filled + taken)
          message.set(bytes.subarray(at, at + taken), filled)
          filled += taken
          at += taken
          if (filled === length) finish(onMessage)
        }
      }
      return true
    },
  }

  function grow(needed: number): void {
    if (needed <= message.length) return
    const larger = new Uint8Array(Math.min(length, Math.max(needed, 2 * message.length)))
    larger.set(message.subarray(0, filled))
    message = larger
  }

  function finish(onMessage: (message: Uint8Array) => void): void {
    const whole = message
    message = new Uint8Array(0)
    length = 0
    filled = 0
    onMessage(whole)
  }
}

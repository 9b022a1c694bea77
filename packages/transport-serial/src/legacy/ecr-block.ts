/**
 * STX length[2] data ETX LRC, the shape of most older cash-register links. Between blocks NAK, one byte, and ACK number[1]
 * complement[1]: an ACK of one byte, as those links have it, is too easily made by noise, and the block it stands for is lost.
 */
const STX = 0x02
const ETX = 0x03
export const ACK = 0x06
export const NAK = 0x15

/** The longest data of a block. */
export const LONGEST_DATA = 1_024
const AROUND = 5

export type EcrSign =
  | { readonly type: 'nak' | 'damaged' }
  /** The block of that number has arrived. */
  | { readonly type: 'ack'; readonly number: number }
  /** The data belongs to the receiver. */
  | { readonly type: 'block'; readonly data: Uint8Array }

export function encodeBlock(data: Uint8Array): Uint8Array {
  const block = new Uint8Array(data.length + AROUND)
  block[0] = STX
  block[1] = data.length >> 8
  block[2] = data.length & 0xff
  block.set(data, 3)
  block[3 + data.length] = ETX
  block[4 + data.length] = lrc(block.subarray(1, 4 + data.length))
  return block
}

export function encodeAck(number: number): Uint8Array {
  return Uint8Array.of(ACK, number, number ^ 0xff)
}

/** Finds blocks and answers in pieces of any size. Never throws; holds one block at most. */
export interface EcrReader {
  push(bytes: Uint8Array, onSign: (sign: EcrSign) => void): void
  /** In the middle of a block. */
  readonly isInside: boolean
  clear(): void
}

export function createEcrReader(): EcrReader {
  const held = new Uint8Array(LONGEST_DATA + AROUND)
  let filled = 0
  return {
    get isInside() {
      return filled > 0 && held[0] === STX
    },
    clear() {
      filled = 0
    },
    push(bytes, onSign) {
      for (const byte of bytes) take(byte, onSign)
    },
  }

  function take(byte: number, onSign: (sign: EcrSign) => void): void {
    if (filled === 0 && byte !== STX && byte !== ACK) {
      if (byte === NAK) onSign({ type: 'nak' })
      return
    }
    held[filled] = byte
    filled += 1
    if (filled < 3) return
    if (held[0] === ACK) takeAnswer(onSign)
    else takeBlock(onSign)
  }

  /** A byte of noise looks like an answer, and may stand in front of a block: what follows it is then read as what it is. */
  function takeAnswer(onSign: (sign: EcrSign) => void): void {
    const [number = 0, check = 0] = held.subarray(1, 3)
    filled = 0
    if ((number ^ check) === 0xff) onSign({ type: 'ack', number })
    else for (const byte of [number, check]) take(byte, onSign)
  }

  function takeBlock(onSign: (sign: EcrSign) => void): void {
    const length = ((held[1] ?? 0) << 8) | (held[2] ?? 0)
    if (length <= LONGEST_DATA && filled < length + AROUND) return
    filled = 0
    const isWhole =
      length <= LONGEST_DATA && held[length + 3] === ETX && lrc(held.subarray(1, length + 4)) === held[length + 4]
    onSign(isWhole ? { type: 'block', data: held.slice(3, length + 3) } : { type: 'damaged' })
  }
}

function lrc(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum ^ byte, 0)
}

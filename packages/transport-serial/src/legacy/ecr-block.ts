/** STX length[2] data ETX LRC, the shape of most older cash-register links; ACK and NAK are single bytes between blocks. */
const STX = 0x02
const ETX = 0x03
export const ACK = 0x06
export const NAK = 0x15

/** The longest data of a block. */
export const LONGEST_DATA = 1_024
const AROUND = 5

export type EcrSign =
  | { readonly type: 'ack' | 'nak' | 'damaged' }
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
      return filled > 0
    },
    clear() {
      filled = 0
    },
    push(bytes, onSign) {
      for (const byte of bytes) {
        const sign = take(byte)
        if (sign !== undefined) onSign(sign)
      }
    },
  }

  function take(byte: number): EcrSign | undefined {
    if (filled === 0) return between(byte)
    held[filled] = byte
    filled += 1
    if (filled < 3) return undefined
    const length = ((held[1] ?? 0) << 8) | (held[2] ?? 0)
    if (length > LONGEST_DATA) return end({ type: 'damaged' })
    if (filled < length + AROUND) return undefined
    const isWhole = held[length + 3] === ETX && lrc(held.subarray(1, length + 4)) === held[length + 4]
    return end(isWhole ? { type: 'block', data: held.slice(3, length + 3) } : { type: 'damaged' })
  }

  function between(byte: number): EcrSign | undefined {
    if (byte === STX) {
      held[0] = STX
      filled = 1
    }
    if (byte === ACK) return { type: 'ack' }
    return byte === NAK ? { type: 'nak' } : undefined
  }

  function end(sign: EcrSign): EcrSign {
    filled = 0
    return sign
  }
}

function lrc(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum ^ byte, 0)
}

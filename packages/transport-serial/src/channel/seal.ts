import { concatBytes } from '@nationec/crypto'
import { createSm4Key } from '@nationec/crypto/sm4'
import type { ChannelEnd } from './channel-fault.ts'
import { ChannelFault } from './channel-fault.ts'
import type { TrafficKey } from './key-schedule.ts'

export const TAG_LENGTH = 16

/** SM4-GCM under one traffic key. */
export interface Sealing {
  seal(sequence: number, plaintext: Uint8Array, associatedData: Uint8Array): Uint8Array
  /** Throws the fault that is named; nothing of the plaintext leaves then. */
  open(sequence: number, sealed: Uint8Array, associatedData: Uint8Array, fault: ChannelEnd): Uint8Array
  destroy(): void
}

export function createSealing({ key, iv }: TrafficKey): Sealing {
  const cipher = createSm4Key(key)
  key.fill(0)
  return {
    seal(sequence, plaintext, associatedData) {
      const nonce = nonceOf(iv, sequence)
      const { ciphertext, tag } = cipher.seal(plaintext, { mode: 'gcm', nonce, associatedData })
      return concatBytes(ciphertext, tag)
    },
    open(sequence, sealed, associatedData, fault) {
      const end = sealed.length - TAG_LENGTH
      if (end < 0) throw new ChannelFault(fault)
      const [nonce, tag] = [nonceOf(iv, sequence), sealed.subarray(end)]
      try {
        return cipher.open(sealed.subarray(0, end), { mode: 'gcm', nonce, tag, associatedData })
      } catch {
        throw new ChannelFault(fault)
      }
    },
    destroy: () => cipher.destroy(),
  }
}

/** The start of the nonces, xor the count of the record as a 64-bit number (RFC 8446, 5.3). */
function nonceOf(iv: Uint8Array, sequence: number): Uint8Array {
  const nonce = iv.slice()
  const view = new DataView(nonce.buffer)
  view.setUint32(8, (view.getUint32(8) ^ sequence) >>> 0)
  view.setUint32(4, (view.getUint32(4) ^ Math.floor(sequence / 2 ** 32)) >>> 0)
  return nonce
}

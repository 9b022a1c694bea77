import { bytesToHex } from '@nationec/crypto'
import { crc32c } from './crc32c.ts'
import type { Epoch } from './frame.ts'

export const ID_BYTES = 8

/** Names one life of one side's streams; drawn anew whenever they begin anew. */
export interface LinkId {
  readonly bytes: Uint8Array
  /** For comparison. */
  readonly text: string
}

export function linkId(bytes: Uint8Array): LinkId {
  return { bytes, text: bytesToHex(bytes) }
}

/** Not paired. */
export const UNPAIRED: LinkId = linkId(new Uint8Array(ID_BYTES))

/** Draws an id that is not all zero. */
export function drawLinkId(random: (length: number) => Uint8Array): LinkId {
  const bytes = Uint8Array.from(random(ID_BYTES))
  if (bytes.every((byte) => byte === 0)) bytes[0] = 1
  return linkId(bytes)
}

/** The epoch of a pair as `own` speaks in it: both sides find it by themselves, in any order. */
export function epochOf(own: LinkId, peer: LinkId): Epoch {
  const isGreater = own.text > peer.text
  const both = new Uint8Array(2 * ID_BYTES)
  both.set(own.bytes, isGreater ? ID_BYTES : 0)
  both.set(peer.bytes, isGreater ? 0 : ID_BYTES)
  return { number: 1 + (crc32c(both) % 255), side: isGreater ? 1 : 0 }
}

import { bytesToHex, concatBytes } from '@nationec/crypto'
import type { Sm2PublicKey } from '@nationec/crypto/sm2'
import { sm3 } from '@nationec/crypto/sm3'
import type { PeerId } from '../message/message.ts'

export const FINGERPRINT_LENGTH = 8
/** The key itself is pinned on the other side. Other types are left for certificates. */
export const PINNED = 0

/** A public key, with what selects it on the line and what stands for it in the transcript. */
export interface Credential {
  readonly publicKey: Sm2PublicKey
  /** The first 8 bytes of SM3 over 04 ‖ x ‖ y: a selector only, it proves nothing. */
  readonly fingerprint: Uint8Array
  /** fingerprint[8] type[1] length[2] 04 ‖ x ‖ y: the whole key is signed and enters the keys, though it never travels. */
  readonly bytes: Uint8Array
}

export function credentialOf(publicKey: Sm2PublicKey): Credential {
  const point = uncompressed(publicKey.export('raw'))
  const fingerprint = sm3(point).slice(0, FINGERPRINT_LENGTH)
  return { publicKey, fingerprint, bytes: concatBytes(fingerprint, Uint8Array.of(PINNED, 0, point.length), point) }
}

/** Stands for a side in journals and signatures. */
export function peerIdOf(link: Sm2PublicKey): PeerId {
  return bytesToHex(credentialOf(link).fingerprint)
}

function uncompressed(point: Uint8Array): Uint8Array {
  return point.length === 64 ? concatBytes(Uint8Array.of(4), point) : point
}

import { concatBytes } from '@nationec/crypto'
import { hkdfSm3Expand, hkdfSm3Extract, hmacSm3, sm3 } from '@nationec/crypto/sm3'
import { CONTROL, DATA } from '../link/frame.ts'
import { bytesOfAscii } from './bytes.ts'

const HASH_LENGTH = 32
const EMPTY = new Uint8Array(0)

/** HKDF-Expand-Label of RFC 8446, 7.1, with SM3 and a prefix of our own: length[2] labelLength[1] label contextLength[1] context. */
export function expandLabel(secret: Uint8Array, label: string, context: Uint8Array, length = HASH_LENGTH): Uint8Array {
  const name = bytesOfAscii(`msl1 ${label}`)
  const info = concatBytes(
    Uint8Array.of(length >> 8, length & 255, name.length),
    name,
    Uint8Array.of(context.length),
    context,
  )
  return hkdfSm3Expand({ pseudoRandomKey: secret, info, length })
}

/** A key with the start of its nonces. */
export interface TrafficKey {
  readonly key: Uint8Array
  readonly iv: Uint8Array
}

export function trafficKey(secret: Uint8Array): TrafficKey {
  return { key: expandLabel(secret, 'key', EMPTY, 16), iv: expandLabel(secret, 'iv', EMPTY, 12) }
}

/** What the handshake itself is protected with. */
export interface HandshakeKeys {
  readonly handshakeSecret: Uint8Array
  readonly institution: TrafficKey
  readonly terminal: TrafficKey
  readonly institutionFinished: Uint8Array
  readonly terminalFinished: Uint8Array
}

/** @param hello SM3 over M1 and the clear part of M2 */
export function handshakeKeys(sharedSecret: Uint8Array, hello: Uint8Array): HandshakeKeys {
  const handshakeSecret = hkdfSm3Extract({ keyMaterial: sharedSecret, salt: new Uint8Array(HASH_LENGTH) })
  return {
    handshakeSecret,
    institution: trafficKey(expandLabel(handshakeSecret, 'hs I', hello)),
    terminal: trafficKey(expandLabel(handshakeSecret, 'hs T', hello)),
    institutionFinished: expandLabel(handshakeSecret, 'fin I', hello),
    terminalFinished: expandLabel(handshakeSecret, 'fin T', hello),
  }
}

/** What the records are protected with, and the proof that the terminal has come as far. */
export interface ApplicationSecrets {
  readonly institution: Uint8Array
  readonly terminal: Uint8Array
  /** The first 12 bytes of an HMAC: 96 bits, tried once. */
  readonly ready: Uint8Array
}

/** @param whole SM3 over the transcript of M1 to M3, credentials included */
export function applicationSecrets(handshakeSecret: Uint8Array, whole: Uint8Array): ApplicationSecrets {
  const master = expandLabel(handshakeSecret, 'derived', sm3(EMPTY))
  return {
    institution: expandLabel(master, 'app I', whole),
    terminal: expandLabel(master, 'app T', whole),
    ready: hmacSm3(expandLabel(master, 'ready T', whole), whole).slice(0, 12),
  }
}

/** The two streams are delivered apart from each other, so each has keys and a count of its own. The number is that of the link. */
export function streamSecret(applicationSecret: Uint8Array, stream: 'control' | 'data'): Uint8Array {
  return expandLabel(applicationSecret, 'stream', Uint8Array.of(stream === 'control' ? CONTROL : DATA))
}

export function nextSecret(secret: Uint8Array): Uint8Array {
  return expandLabel(secret, 'upd', EMPTY)
}

import { concatBytes } from '../bytes/concat.ts'
import { equalBytes } from '../bytes/equal.ts'
import { cryptoError } from '../errors/make-error.ts'
import type { Sm2PointEngine, Sm2PointPair, Sm3Engine } from '../provider/provider.ts'
import type { Sm2CiphertextParts } from './ciphertext-codec.ts'
import { deriveKey, isAllZero } from './key-derivation.ts'
import { decodePoint } from './point.ts'
import { brokenSource, PATIENCE } from './random.ts'

export interface EncryptionEngines {
  readonly sm3: Sm3Engine
  readonly point: Sm2PointEngine
}

/** Gives C1 = k · G and the shared point k · P for a nonce k. */
export type PointPairs = (k: Uint8Array) => Sm2PointPair

/** The points for one public key: out of a table of it, where it is prepared and the engine has such tables. */
export function pointPairs(point: Sm2PointEngine, publicKey: Uint8Array, isPrepared: boolean): PointPairs {
  const prepared = isPrepared ? point.prepared?.(publicKey) : undefined
  return prepared ?? ((k) => ({ multiple: point.multiply(publicKey, k), base: point.multiplyBase(k) }))
}

/**
 * GB/T 32918.4 clause 6.1. `nextNonce` gives 1 ≤ k ≤ n − 1, again if the derived key is all zeros.
 *
 * @throws CryptoError `CRYPTO_RANDOM_FAILED` for a source that always gives the same unusable nonce
 */
export function encryptParts(
  sm3: Sm3Engine,
  pairOf: PointPairs,
  message: Uint8Array,
  nextNonce: () => Uint8Array,
): Sm2CiphertextParts {
  for (let attempt = 0; attempt < PATIENCE; attempt += 1) {
    const k = nextNonce()
    const { base: c1, multiple: shared } = pairOf(k)
    k.fill(0)
    if (shared === undefined) continue
    const stream = deriveKey(sm3, shared, message.length)
    // For a message of one byte this happens once in 256 times.
    if (isAllZero(stream)) continue
    const c3 = checksum(sm3, shared, message)
    shared.fill(0)
    return { c1, c2: xor(stream, message), c3 }
  }
  throw brokenSource()
}

/**
 * GB/T 32918.4 clause 7.1. Every fault is one error, and no plaintext is given out before C3 is compared.
 *
 * @throws CryptoError `CRYPTO_DECRYPTION_FAILED`
 */
export function decryptParts(
  { sm3, point }: EncryptionEngines,
  privateKey: Uint8Array,
  parts: Sm2CiphertextParts | undefined,
): Uint8Array {
  // A point off the curve would give the private key away piece by piece.
  const c1 = parts && decodePoint(parts.c1)
  const shared = c1 && point.multiply(c1, privateKey)
  if (parts === undefined || shared === undefined) throw cryptoError('CRYPTO_DECRYPTION_FAILED')
  const stream = deriveKey(sm3, shared, parts.c2.length)
  const forbidden = isAllZero(stream)
  const message = xor(stream, parts.c2)
  const genuine = equalBytes(checksum(sm3, shared, message), parts.c3)
  shared.fill(0)
  if (genuine && !forbidden) return message
  message.fill(0)
  throw cryptoError('CRYPTO_DECRYPTION_FAILED')
}

/** C3 = SM3(x2 ‖ M ‖ y2) */
function checksum(sm3: Sm3Engine, shared: Uint8Array, message: Uint8Array): Uint8Array {
  return sm3.hash(concatBytes(shared.subarray(0, 32), message, shared.subarray(32)))
}

/** Turns the key stream into its sum with the message. */
function xor(stream: Uint8Array, message: Uint8Array): Uint8Array {
  for (let index = 0; index < stream.length; index += 1) stream[index] = (stream[index] ?? 0) ^ (message[index] ?? 0)
  return stream
}

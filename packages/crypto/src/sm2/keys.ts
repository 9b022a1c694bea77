import type { PrivateKeyDocument } from '../asn1/key-documents.ts'
import { equalBytes } from '../bytes/equal.ts'
import { checkKeyOptions, keyOptions, type Sm2KeyOptions } from './engines.ts'
import {
  invalidKey,
  readPrivateKeyInput,
  readPublicKeyInput,
  type Sm2PrivateKeyInput,
  type Sm2PublicKeyInput,
} from './key-input.ts'
import { decodePoint } from './point.ts'
import { Sm2PrivateKey } from './private-key.ts'
import { Sm2PublicKey } from './public-key.ts'
import { drawScalar, systemRandom } from './random.ts'
import { isPrivateKey } from './scalar.ts'

export interface Sm2KeyPair {
  readonly privateKey: Sm2PrivateKey
  readonly publicKey: Sm2PublicKey
}

/**
 * Makes a key pair from fresh random bytes.
 *
 * @throws CryptoError `CRYPTO_RANDOM_FAILED`, `CRYPTO_OPTION_INVALID`, `CRYPTO_PROVIDER_UNAVAILABLE`
 *
 * @example
 * ```ts
 * import { generateSm2KeyPair } from '@nationec/crypto/sm2'
 *
 * const { privateKey, publicKey } = generateSm2KeyPair()
 * const message = new TextEncoder().encode('message')
 * const signature = privateKey.sign(message)
 * console.log(publicKey.verify(message, signature)) // true
 * ```
 */
export function generateSm2KeyPair(options: Sm2KeyOptions = {}): Sm2KeyPair {
  checkKeyOptions(options, keyOptions)
  const scalar = drawScalar(options.random ?? systemRandom, isPrivateKey)
  const privateKey = new Sm2PrivateKey(scalar, options)
  scalar.fill(0)
  return { privateKey, publicKey: privateKey.publicKey }
}

/**
 * Takes a private key in the form that is named: 32 bytes raw, as hexadecimal or Base64 (also 33 with 00 in front, 31 or
 * 30 without leading zeros, as Java's `BigInteger` writes them); PKCS#8 or SEC1 in PEM, raw, as hexadecimal or Base64
 * (Java's `getEncoded`); JWK. A public key in the document must be the one that belongs to it. The error says what was
 * found in place of a key. Encrypted keys: `decryptSm2PrivateKey` of `@nationec/crypto/keys`.
 *
 * @throws CryptoError `CRYPTO_KEY_INVALID`, `CRYPTO_ENCODING_INVALID`, `CRYPTO_OPTION_INVALID`
 */
export function importSm2PrivateKey(input: Sm2PrivateKeyInput, options: Sm2KeyOptions = {}): Sm2PrivateKey {
  checkKeyOptions(options, keyOptions)
  return privateKeyOf(readPrivateKeyInput(input), options)
}

/** The key of a document that was read; what the document held of it is overwritten. */
export function privateKeyOf({ scalar, point }: PrivateKeyDocument, options: Sm2KeyOptions): Sm2PrivateKey {
  const usable = isPrivateKey(scalar)
  const key = usable ? new Sm2PrivateKey(scalar, options) : undefined
  scalar.fill(0)
  if (key === undefined) throw invalidKey('A private key lies between 1 and n − 2.', '私钥须在 1 至 n − 2 之间。')
  if (point === undefined) return key
  const stated = decodePoint(point)
  if (stated !== undefined && equalBytes(stated, key.publicKey.export('raw').subarray(1))) return key
  key.destroy()
  throw invalidKey('The public key beside it belongs to another key.', '附带的公钥与私钥不匹配。')
}

/**
 * Takes a public key in the form that is named: 65 bytes (04 ‖ x ‖ y), 64 bytes (x ‖ y) or 33 bytes (compressed) raw, as
 * hexadecimal or Base64; SPKI in PEM, raw, as hexadecimal or Base64; JWK. Points that are not on the curve are refused here.
 *
 * @throws CryptoError `CRYPTO_KEY_INVALID`, `CRYPTO_ENCODING_INVALID`, `CRYPTO_OPTION_INVALID`
 */
export function importSm2PublicKey(input: Sm2PublicKeyInput, options: Sm2KeyOptions = {}): Sm2PublicKey {
  checkKeyOptions(options, keyOptions)
  const point = decodePoint(readPublicKeyInput(input))
  if (point === undefined) {
    throw invalidKey(
      'A public key is a point of the curve in 33, 64 or 65 bytes.',
      '公钥须为曲线上的点，33、64 或 65 字节。',
    )
  }
  return new Sm2PublicKey(point, options)
}

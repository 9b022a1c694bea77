import { copyBytes } from '../bytes/copy.ts'
import { expectBytes, expectLength, isBytes } from '../bytes/expect.ts'
import { cryptoError } from '../errors/make-error.ts'
import type { Sm2Verifier } from '../provider/provider.ts'
import { checkCiphertextFormat, encodeCiphertext, type Sm2CiphertextFormat } from './ciphertext-codec.ts'
import { encryptParts, type PointPairs, pointPairs } from './encryption.ts'
import { Sm2Engines, type Sm2KeyOptions } from './engines.ts'
import { exportPublicKey, type Sm2PublicExport, type Sm2PublicExportOptions } from './export-public-key.ts'
import { drawScalar, systemRandom } from './random.ts'
import { isScalar } from './scalar.ts'
import { readDigestOptions, readSignOptions, type Sm2DigestOptions, type Sm2SignOptions } from './sign-options.ts'
import { decodeSignature } from './signature-codec.ts'
import { rememberZ } from './user-id.ts'

/** An SM2 public key: a point of the curve that was checked when the key was made. */
export class Sm2PublicKey {
  readonly #point: Uint8Array
  readonly #options: Sm2KeyOptions
  readonly #engines: Sm2Engines
  readonly #prepared: boolean
  #zOf: ((userId: string | Uint8Array) => Uint8Array) | undefined
  #verifier: Sm2Verifier | undefined
  #pairOf: PointPairs | undefined

  /** @internal Use `importSm2PublicKey`. @param point 64 bytes on the curve */
  constructor(point: Uint8Array, options: Sm2KeyOptions, prepared = false) {
    this.#point = copyBytes(point)
    this.#options = options
    this.#engines = new Sm2Engines(options)
    this.#prepared = prepared
  }

  /**
   * Whether the signature is one of this key over this message. Every kind of bad signature is `false`: wrong length,
   * numbers out of range, DER that is not canonical.
   *
   * @throws CryptoError for bad options or a message that is not bytes, never for a bad signature
   */
  verify(message: Uint8Array, signature: Uint8Array, options?: Sm2SignOptions): boolean {
    const { userId, format } = readSignOptions(options)
    expectBytes(message, 'message')
    const z = this.zOf(userId)
    if (!isBytes(signature)) return false
    const raw = decodeSignature(signature, format)
    return raw !== undefined && this.#verification().verify(z, message, raw)
  }

  /**
   * Whether the signature is one of this key over a hash value that was computed elsewhere: e = SM3(Z ‖ M), 32 bytes.
   * Without the message itself a signature proves little: anyone can make one for some hash value.
   *
   * @throws CryptoError for bad options or a digest that is not 32 bytes, never for a bad signature;
   *   `CRYPTO_PROVIDER_UNAVAILABLE` for OpenSSL, which hashes by itself
   */
  verifyDigest(digest: Uint8Array, signature: Uint8Array, options?: Sm2DigestOptions): boolean {
    const { format } = readDigestOptions(options)
    expectLength(digest, 32, 'digest')
    const verifier = this.#verification()
    if (verifier.verifyDigest === undefined) throw cryptoError('CRYPTO_PROVIDER_UNAVAILABLE')
    const raw = isBytes(signature) ? decodeSignature(signature, format) : undefined
    return raw !== undefined && verifier.verifyDigest(digest, raw)
  }

  #verification(): Sm2Verifier {
    this.#verifier ??= this.#engines.signature.verifier(this.#point, this.#prepared)
    return this.#verifier
  }

  /** The same key with tables that take a moment to build and make every verification and encryption faster: for a key used often. */
  prepare(): Sm2PublicKey {
    return this.#prepared ? this : new Sm2PublicKey(this.#point, this.#options, true)
  }

  /**
   * Encrypts for the owner of the key (GB/T 32918.4). The format is never guessed: name the order of the parts and
   * whether the point has 04 in front.
   *
   * @throws CryptoError `CRYPTO_OPTION_INVALID`, `CRYPTO_BYTES_EXPECTED`, `CRYPTO_PROVIDER_UNAVAILABLE`
   */
  encrypt(message: Uint8Array, how: Sm2CiphertextFormat): Uint8Array {
    checkCiphertextFormat(how)
    expectBytes(message, 'message')
    const random = this.#options.random ?? systemRandom
    this.#pairOf ??= pointPairs(this.#engines.point, this.#point, this.#prepared)
    const parts = encryptParts(this.#engines.sm3, this.#pairOf, message, () => drawScalar(random, isScalar))
    return encodeCiphertext(parts, how)
  }

  /**
   * `'raw'`, `'hex'` and `'base64'`: 65 bytes 04 ‖ x ‖ y, or 33 bytes with `compressed`; `'pem'`: SPKI; `'jwk'`: `kty` EC,
   * `crv` SM2.
   */
  export<Format extends keyof Sm2PublicExport>(
    format: Format,
    options?: Sm2PublicExportOptions,
  ): Sm2PublicExport[Format] {
    return exportPublicKey(this.#point, format, options)
  }

  /** Z of GB/T 32918.2 clause 5.5 for this key: 32 bytes, remembered for each user id. */
  zOf(userId: string | Uint8Array): Uint8Array {
    this.#zOf ??= rememberZ(this.#engines.sm3, this.#point)
    // What is remembered must not be the caller's to change.
    return copyBytes(this.#zOf(userId))
  }
}

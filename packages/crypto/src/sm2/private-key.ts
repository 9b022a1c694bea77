import { requireOption } from '@nationec/errors'
import { copyBytes } from '../bytes/copy.ts'
import { cryptoOptionError, expectBytes, expectLength } from '../bytes/expect.ts'
import { secretCopy } from '../bytes/secret.ts'
import { cryptoError } from '../errors/make-error.ts'
import type { NonceSource, Sm2Signer } from '../provider/provider.ts'
import { checkCiphertextFormat, decodeCiphertext, type Sm2CiphertextFormat } from './ciphertext-codec.ts'
import { decryptParts } from './encryption.ts'
import { Sm2Engines, type Sm2KeyOptions } from './engines.ts'
import { exportPrivateKey, type Sm2PrivateExport } from './export-private-key.ts'
import { type HedgedNonces, hedgedNonces } from './nonce.ts'
import { decodePoint } from './point.ts'
import { Sm2PublicKey } from './public-key.ts'
import { systemRandom } from './random.ts'
import { readDigestOptions, readSignOptions, type Sm2DigestOptions, type Sm2SignOptions } from './sign-options.ts'
import { encodeSignature } from './signature-codec.ts'

/** An SM2 private key with what was prepared for signing. It shows nothing of itself when it is printed or serialised. */
export class Sm2PrivateKey {
  /** An own function makes `structuredClone` refuse the key, which would give an empty object in silence. */
  readonly toJSON = (): Record<string, never> => ({})
  #scalar: Uint8Array | undefined
  readonly #options: Sm2KeyOptions
  readonly #engines: Sm2Engines
  #publicKey: Sm2PublicKey | undefined
  #signer: Sm2Signer | undefined
  #nonces: HedgedNonces | undefined

  /** @internal Use `importSm2PrivateKey`. @param scalar 32 bytes, 1 to n − 2 */
  constructor(scalar: Uint8Array, options: Sm2KeyOptions) {
    this.#scalar = secretCopy(scalar)
    this.#options = options
    this.#engines = new Sm2Engines(options)
  }

  /** The public key that belongs to this one. */
  get publicKey(): Sm2PublicKey {
    this.#publicKey ??= new Sm2PublicKey(this.#engines.derivation.multiplyBase(this.#live()), this.#options)
    return this.#publicKey
  }

  /**
   * Signs a message (GB/T 32918.2): SM3 over Z and the message, a fresh nonce each time.
   *
   * @returns 64 bytes r ‖ s, or DER
   * @throws CryptoError `CRYPTO_OPTION_INVALID`, `CRYPTO_USER_ID_INVALID`, `CRYPTO_BYTES_EXPECTED`, `CRYPTO_RANDOM_FAILED`
   */
  sign(message: Uint8Array, options?: Sm2SignOptions): Uint8Array {
    const { userId, format } = readSignOptions(options)
    expectBytes(message, 'message')
    const z = this.publicKey.zOf(userId)
    return encodeSignature(
      this.#signing((signer, nonces) => signer.sign(z, message, nonces)),
      format,
    )
  }

  /**
   * Signs a hash value that was computed elsewhere: e = SM3(Z ‖ M), 32 bytes, as a UKey or an HSM is given it. Signed
   * here without a look at what it is the hash of: {@link Sm2PrivateKey.sign} is for everything else.
   *
   * @returns 64 bytes r ‖ s, or DER
   * @throws CryptoError `CRYPTO_OPTION_INVALID`, `CRYPTO_BYTES_EXPECTED`, `CRYPTO_LENGTH_INVALID`,
   *   `CRYPTO_PROVIDER_UNAVAILABLE` for OpenSSL, which hashes by itself
   */
  signDigest(digest: Uint8Array, options?: Sm2DigestOptions): Uint8Array {
    const { format } = readDigestOptions(options)
    expectLength(digest, 32, 'digest')
    const signature = this.#signing((signer, nonces) => {
      if (signer.signDigest === undefined) throw cryptoError('CRYPTO_PROVIDER_UNAVAILABLE')
      return signer.signDigest(copyBytes(digest), nonces)
    })
    return encodeSignature(signature, format)
  }

  /**
   * Decrypts what was encrypted for this key (GB/T 32918.4). The format is named as it was for encryption. Everything that is
   * wrong with the ciphertext, the error is the same.
   *
   * @throws CryptoError `CRYPTO_DECRYPTION_FAILED`, `CRYPTO_OPTION_INVALID`, `CRYPTO_BYTES_EXPECTED`
   */
  decrypt(ciphertext: Uint8Array, how: Sm2CiphertextFormat): Uint8Array {
    checkCiphertextFormat(how)
    expectBytes(ciphertext, 'ciphertext')
    const engines = { sm3: this.#engines.sm3, point: this.#engines.point }
    return decryptParts(engines, this.#live(), decodeCiphertext(ciphertext, how))
  }

  /**
   * ECDH: the x coordinate of d · P, 32 bytes. Derive a key from it (`hkdfSm3`); never use it as one.
   *
   * @throws CryptoError `CRYPTO_KEY_INVALID`, `CRYPTO_OPTION_INVALID`, `CRYPTO_PROVIDER_UNAVAILABLE`
   */
  sharedSecret(publicKey: Sm2PublicKey): Uint8Array {
    const expected = { en: 'a public key', zh: '公钥' }
    requireOption(typeof publicKey?.export === 'function', 'publicKey', expected, cryptoOptionError)
    const point = decodePoint(publicKey.export('raw'))
    const shared = point && this.#engines.point.multiply(point, this.#live())
    if (shared === undefined) throw cryptoError('CRYPTO_KEY_INVALID')
    return shared.slice(0, 32)
  }

  /** `'raw'`: 32 bytes; `'hex'`, `'base64'`: the same as text; `'pem'`: PKCS#8; `'jwk'`: `kty` EC, `crv` SM2. */
  export<Format extends keyof Sm2PrivateExport>(format: Format): Sm2PrivateExport[Format] {
    return exportPrivateKey(this.#live(), this.publicKey, format)
  }

  /** Overwrites what the key holds and what it prepared for signing; it is of no use afterwards. */
  destroy(): void {
    this.#signer?.wipe()
    this.#nonces?.wipe()
    this.#scalar?.fill(0)
    this.#signer = undefined
    this.#nonces = undefined
    this.#scalar = undefined
  }

  /** Signs with what is made at the first use; the last nonce is forgotten, because with the signature it is the key. */
  #signing(sign: (signer: Sm2Signer, nonces: NonceSource) => Uint8Array): Uint8Array {
    const scalar = this.#live()
    this.#signer ??= this.#engines.signature.signer(scalar)
    this.#nonces ??= hedgedNonces(this.#engines.sm3, scalar, this.#options.random ?? systemRandom)
    try {
      return sign(this.#signer, this.#nonces.next)
    } finally {
      this.#nonces.forget()
    }
  }

  #live(): Uint8Array {
    if (this.#scalar === undefined) throw cryptoError('CRYPTO_KEY_DESTROYED')
    return this.#scalar
  }
}

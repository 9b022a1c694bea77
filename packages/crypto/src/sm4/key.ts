import { expectLength } from '../bytes/expect.ts'
import type { ProviderOptions } from '../choice/choice.ts'
import { sm4Part } from '../choice/parts/sm4.ts'
import { secretEngineOf } from '../choice/secret-engine.ts'
import type { BilingualText } from '../errors/error-texts.ts'
import { cryptoError } from '../errors/make-error.ts'
import type { Sm4Schedule } from '../provider/provider.ts'
import { decryptWith, encryptWith } from './cipher.ts'
import type { Sm4CipherOptions, Sm4OpenOptions, Sm4Sealed, Sm4SealOptions } from './mode.ts'
import { openWith, sealWith } from './sealing.ts'

/** An SM4 key with its round keys. It shows nothing of itself when it is printed. */
export interface Sm4Key {
  /** Encrypts in a mode that is named. Nothing protects against changes here: prefer {@link Sm4Key.seal}. */
  encrypt(plaintext: Uint8Array, options: Sm4CipherOptions): Uint8Array
  /** The way back. Wrong padding of every kind is one error, `CRYPTO_DECRYPTION_FAILED`. */
  decrypt(ciphertext: Uint8Array, options: Sm4CipherOptions): Uint8Array
  /** Encrypts and protects against changes: GCM or CCM (RFC 8998). */
  seal(plaintext: Uint8Array, options: Sm4SealOptions): Sm4Sealed
  /** The way back; a wrong tag is `CRYPTO_DECRYPTION_FAILED`, and nothing is released. */
  open(ciphertext: Uint8Array, options: Sm4OpenOptions): Uint8Array
  /** Overwrites the round keys; the key is of no use afterwards. */
  destroy(): void
}

const BY_TABLES: BilingualText = {
  en: 'Encryption in CBC goes by tables and is not constant-time: take GCM, CCM or CTR.',
  zh: 'CBC 加密使用查找表，并非恒定时间：请改用 GCM、CCM 或 CTR。',
}

/**
 * Prepares an SM4 key (GB/T 32907).
 *
 * @param key 16 bytes. A key that a partner gives as text is decoded by the caller: 32 hexadecimal digits and 16 ASCII
 * characters are two different keys.
 * @throws CryptoError `CRYPTO_LENGTH_INVALID`, `CRYPTO_BYTES_EXPECTED`, `CRYPTO_PROVIDER_UNAVAILABLE`
 *
 * @example
 * ```ts
 * import { createSm4Key } from '@nationec/crypto/sm4'
 *
 * const key = createSm4Key(crypto.getRandomValues(new Uint8Array(16)))
 * const nonce = crypto.getRandomValues(new Uint8Array(12))
 * const { ciphertext, tag } = key.seal(new TextEncoder().encode('text'), { mode: 'gcm', nonce })
 * console.log(new TextDecoder().decode(key.open(ciphertext, { mode: 'gcm', nonce, tag }))) // text
 * key.destroy()
 * ```
 */
export function createSm4Key(key: Uint8Array, options?: ProviderOptions): Sm4Key {
  expectLength(key, 16, 'key')
  const engine = secretEngineOf(sm4Part, options)
  const refusesCbc = options?.requireConstantTime === true && engine.kind?.constantTime !== 'yes'
  let schedule: Sm4Schedule | undefined = engine.schedule(key)
  const live = (): Sm4Schedule => {
    if (schedule === undefined) throw cryptoError('CRYPTO_KEY_DESTROYED')
    return schedule
  }
  return {
    encrypt(plaintext, how) {
      if (refusesCbc && how?.mode === 'cbc') throw cryptoError('CRYPTO_PROVIDER_UNAVAILABLE', BY_TABLES)
      return encryptWith(live(), plaintext, how)
    },
    decrypt: (ciphertext, how) => decryptWith(live(), ciphertext, how),
    seal: (plaintext, how) => sealWith(live(), plaintext, how),
    open: (ciphertext, how) => openWith(live(), ciphertext, how),
    destroy() {
      schedule?.wipe()
      schedule = undefined
    },
  }
}

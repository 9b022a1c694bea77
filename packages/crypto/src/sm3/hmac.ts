import { equalBytes } from '../bytes/equal.ts'
import { expectBytes } from '../bytes/expect.ts'
import type { ProviderOptions } from '../choice/choice.ts'
import { completeSm3Part } from '../choice/parts/complete-sm3.ts'
import { secretEngineOf } from '../choice/secret-engine.ts'
import { cryptoError } from '../errors/make-error.ts'
import type { Sm3Mac } from '../provider/provider.ts'

/** A key for HMAC-SM3 that is prepared once; it shows nothing of itself when it is printed. */
export interface HmacSm3Key {
  /** 32 bytes. */
  mac(message: Uint8Array): Uint8Array
  /** Whether `tag` is the code of `message`: 32 bytes, compared without an early exit. */
  verify(message: Uint8Array, tag: Uint8Array): boolean
  /** Overwrites what was prepared of the key; it is of no use afterwards. */
  destroy(): void
}

/**
 * Prepares a key for HMAC-SM3 (RFC 2104 with SM3). A key may have any length; fewer than 16 random bytes protect little.
 *
 * @throws CryptoError `CRYPTO_BYTES_EXPECTED`, `CRYPTO_PROVIDER_UNAVAILABLE`
 */
export function createHmacSm3Key(key: Uint8Array, options?: ProviderOptions): HmacSm3Key {
  expectBytes(key, 'key')
  let prepared: Sm3Mac | undefined = secretEngineOf(completeSm3Part, options).hmac(key)
  const mac = (message: Uint8Array): Uint8Array => {
    expectBytes(message, 'message')
    if (prepared === undefined) throw cryptoError('CRYPTO_KEY_DESTROYED')
    return prepared.code(message)
  }
  return {
    mac,
    verify(message, tag) {
      expectBytes(tag, 'tag')
      return equalBytes(mac(message), tag)
    },
    destroy() {
      prepared?.wipe()
      prepared = undefined
    },
  }
}

/** HMAC-SM3 of one message: 32 bytes. Prepare the key with {@link createHmacSm3Key} if it is used again. */
export function hmacSm3(key: Uint8Array, message: Uint8Array, options?: ProviderOptions): Uint8Array {
  const prepared = createHmacSm3Key(key, options)
  try {
    return prepared.mac(message)
  } finally {
    prepared.destroy()
  }
}

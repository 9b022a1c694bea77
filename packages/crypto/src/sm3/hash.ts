import { expectBytes } from '../bytes/expect.ts'
import { engineOf, type HashOptions } from '../choice/choice.ts'
import { sm3Part } from '../choice/parts/sm3.ts'

/**
 * SM3 of a whole message (GB/T 32905): 32 bytes.
 *
 * @throws CryptoError `CRYPTO_BYTES_EXPECTED`, `CRYPTO_PROVIDER_UNAVAILABLE`
 *
 * @example
 * ```ts
 * import { bytesToHex } from '@nationec/crypto'
 * import { sm3 } from '@nationec/crypto/sm3'
 *
 * console.log(bytesToHex(sm3(new TextEncoder().encode('abc')))) // 66c7f0f4…
 * ```
 */
export function sm3(message: Uint8Array, options?: HashOptions): Uint8Array {
  expectBytes(message, 'message')
  return engineOf(sm3Part, options?.provider).hash(message)
}

/** A running SM3 hash. */
export interface Sm3Hash {
  /** Takes more of the message. */
  update(bytes: Uint8Array): this
  /** 32 bytes over what came so far; more may follow. */
  digest(): Uint8Array
}

/** Begins a hash over a message that comes in parts. */
export function createSm3(options?: HashOptions): Sm3Hash {
  const state = engineOf(sm3Part, options?.provider).start()
  return {
    update(bytes) {
      expectBytes(bytes, 'bytes')
      state.update(bytes)
      return this
    },
    digest: () => state.digest(),
  }
}

import { type BilingualText, fromTo, requireOption } from '@nationec/errors'
import { concatBytes } from '../bytes/concat.ts'
import { cryptoOptionError, expectBytes } from '../bytes/expect.ts'
import type { ProviderOptions } from '../choice/choice.ts'
import { createHmacSm3Key, hmacSm3 } from './hmac.ts'

const HASH_LENGTH = 32
/** RFC 5869 section 2.3. */
const MOST = 255 * HASH_LENGTH
const LONG_ENOUGH: BilingualText = { en: 'at least 32 bytes long', zh: '不少于 32 字节的数据' }
const A_LENGTH: BilingualText = fromTo(1, MOST, { en: 'a whole number', zh: '整数' })

export interface HkdfSm3Input {
  /** The secret that keys are derived from. */
  readonly keyMaterial: Uint8Array
  /** Not secret; empty stands for 32 zero bytes. */
  readonly salt: Uint8Array
  /** What the derived key is for. */
  readonly info: Uint8Array
  /** How many bytes to derive, 1 to 8160. */
  readonly length: number
}

/**
 * Derives a key from a secret: HKDF (RFC 5869) with HMAC-SM3.
 *
 * @throws CryptoError `CRYPTO_BYTES_EXPECTED`, `CRYPTO_OPTION_INVALID`
 */
export function hkdfSm3(input: HkdfSm3Input, options?: ProviderOptions): Uint8Array {
  const { keyMaterial, salt, info, length }: HkdfSm3Input = input ?? {}
  return hkdfSm3Expand({ pseudoRandomKey: hkdfSm3Extract({ keyMaterial, salt }, options), info, length }, options)
}

/** The first half of HKDF (RFC 5869 section 2.2): 32 bytes. */
export function hkdfSm3Extract(
  { keyMaterial, salt }: Pick<HkdfSm3Input, 'keyMaterial' | 'salt'>,
  options?: ProviderOptions,
): Uint8Array {
  expectBytes(salt, 'salt')
  expectBytes(keyMaterial, 'keyMaterial')
  return hmacSm3(salt, keyMaterial, options)
}

/** The second half of HKDF (RFC 5869 section 2.3). */
export function hkdfSm3Expand(
  { pseudoRandomKey, info, length }: { readonly pseudoRandomKey: Uint8Array } & Pick<HkdfSm3Input, 'info' | 'length'>,
  options?: ProviderOptions,
): Uint8Array {
  expectBytes(pseudoRandomKey, 'pseudoRandomKey')
  expectBytes(info, 'info')
  requireOption(pseudoRandomKey.length >= HASH_LENGTH, 'pseudoRandomKey', LONG_ENOUGH, cryptoOptionError)
  requireOption(Number.isInteger(length) && length >= 1 && length <= MOST, 'length', A_LENGTH, cryptoOptionError)
  const key = createHmacSm3Key(pseudoRandomKey, options)
  const derived = new Uint8Array(Math.ceil(length / HASH_LENGTH) * HASH_LENGTH)
  let block = new Uint8Array(0)
  for (let index = 1; (index - 1) * HASH_LENGTH < length; index += 1) {
    block = Uint8Array.from(key.mac(concatBytes(block, info, Uint8Array.of(index))))
    derived.set(block, (index - 1) * HASH_LENGTH)
  }
  key.destroy()
  const result = derived.slice(0, length)
  derived.fill(0)
  block.fill(0)
  return result
}

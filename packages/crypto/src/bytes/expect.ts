import type { BilingualText } from '@nationec/errors'
import { CryptoError } from '../errors/crypto-error.ts'
import { BYTES_EXPECTED, LENGTH_INVALID, OPTION_INVALID } from '../errors/error-texts.ts'

/**
 * Whether a value is a Uint8Array (a Buffer is one), also one from another realm, as test runners have them. One whose
 * memory was handed to another thread is not, nor one over a buffer that was shrunk to before its end: it has become empty,
 * and would be signed or hashed as if it had always been.
 */
export function isBytes(value: unknown): value is Uint8Array {
  return isUint8Array(value) && (value.length > 0 || hasMemory(value))
}

/** An object that only calls itself a Uint8Array is no view of memory, with any prototype. */
function isUint8Array(value: unknown): value is Uint8Array {
  if (!ArrayBuffer.isView(value)) return false
  return value instanceof Uint8Array || Object.prototype.toString.call(value) === '[object Uint8Array]'
}

/** Every method of an array throws when its memory was transferred, or shrunk to before its end. */
function hasMemory(bytes: Uint8Array): boolean {
  try {
    return bytes.indexOf(0) < 0
  } catch {
    return false
  }
}

/** Refuses anything but a Uint8Array that still has its memory. */
export function expectBytes(value: unknown, name: string): asserts value is Uint8Array {
  if (isBytes(value)) return
  throw new CryptoError(
    'CRYPTO_BYTES_EXPECTED',
    BYTES_EXPECTED,
    isUint8Array(value)
      ? { en: `The memory of ${name} is gone.`, zh: `${name} 的内存已失效。` }
      : { en: `${name} must be a Uint8Array.`, zh: `${name} 须为 Uint8Array。` },
  )
}

/** Refuses anything but a Uint8Array of exactly this length. */
export function expectLength(value: unknown, length: number, name: string): asserts value is Uint8Array {
  expectBytes(value, name)
  if (value.length === length) return
  throw new CryptoError('CRYPTO_LENGTH_INVALID', LENGTH_INVALID, {
    en: `${name} must have ${length} bytes, not ${value.length}.`,
    zh: `${name} 应为 ${length} 字节，实际 ${value.length} 字节。`,
  })
}

/** For `requireOption` and `requireKnownOptions`: makes `CRYPTO_OPTION_INVALID`. */
export function cryptoOptionError(detail: BilingualText): CryptoError {
  return new CryptoError('CRYPTO_OPTION_INVALID', OPTION_INVALID, detail)
}

import type { CryptoError } from '../errors/crypto-error.ts'
import { cryptoError } from '../errors/make-error.ts'
import { asciiText } from './ascii.ts'
import { expectBytes } from './expect.ts'

/**
 * Reads hexadecimal text, upper or lower case. Anything else is refused: an odd number of digits, spaces, `0x`.
 *
 * @throws CryptoError `CRYPTO_ENCODING_INVALID`
 */
export function hexToBytes(text: string): Uint8Array {
  if (typeof text !== 'string' || text.length % 2 !== 0) throw notHex()
  const bytes = new Uint8Array(text.length / 2)
  for (let index = 0; index < bytes.length; index += 1) {
    const high = digitOf(text.charCodeAt(2 * index))
    const low = digitOf(text.charCodeAt(2 * index + 1))
    if ((high | low) < 0) throw notHex()
    bytes[index] = (high << 4) | low
  }
  return bytes
}

/** Writes bytes as lower-case hexadecimal text. */
export function bytesToHex(bytes: Uint8Array): string {
  expectBytes(bytes, 'bytes')
  const digits = new Uint8Array(bytes.length * 2)
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0
    digits[2 * index] = digitFor(byte >> 4)
    digits[2 * index + 1] = digitFor(byte & 15)
  }
  return asciiText(digits)
}

/** The character code of a digit; no table, because the bytes may be a private key. */
function digitFor(value: number): number {
  // 39 more for the letters: 9 − value is negative for them.
  return value + 48 + (((9 - value) >> 31) & 39)
}

/** The value of a hexadecimal digit, or a negative number; no table, because the text may be a private key. */
function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  const lower = code | 32
  return lower >= 97 && lower <= 102 && code < 128 ? lower - 87 : -1
}

function notHex(): CryptoError {
  return cryptoError('CRYPTO_ENCODING_INVALID', {
    en: 'Hexadecimal text has an even number of the digits 0-9, a-f, A-F and nothing else.',
    zh: '十六进制文本只能由偶数个 0-9、a-f、A-F 组成。',
  })
}

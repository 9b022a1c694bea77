import type { CryptoError } from '../errors/crypto-error.ts'
import { cryptoError } from '../errors/make-error.ts'
import { asciiText } from './ascii.ts'
import { expectBytes } from './expect.ts'

const STANDARD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const URL_SAFE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * Reads Base64 (RFC 4648 section 4) in its one canonical form: padded, no line breaks, unused bits zero.
 *
 * @throws CryptoError `CRYPTO_ENCODING_INVALID`
 */
export function base64ToBytes(text: string): Uint8Array {
  if (typeof text !== 'string' || text.length % 4 !== 0) throw notBase64()
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  return decode(text.slice(0, text.length - padding), STANDARD)
}

/** Writes bytes as padded Base64. */
export function bytesToBase64(bytes: Uint8Array): string {
  expectBytes(bytes, 'bytes')
  const text = encode(bytes, STANDARD)
  return text + '='.repeat((4 - (text.length % 4)) % 4)
}

/** Reads Base64url without padding (RFC 7515), as a JWK has it. */
export function base64UrlToBytes(text: unknown): Uint8Array {
  if (typeof text !== 'string') throw notBase64()
  return decode(text, URL_SAFE)
}

/** Writes bytes as Base64url without padding. */
export function bytesToBase64Url(bytes: Uint8Array): string {
  return encode(bytes, URL_SAFE)
}

function decode(digits: string, alphabet: string): Uint8Array {
  const rest = digits.length % 4
  if (rest === 1) throw notBase64()
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  const codes = codesOf(alphabet)
  let bits = 0
  let held = 0
  let at = 0
  for (let index = 0; index < digits.length; index += 1) {
    const value = codes[digits.charCodeAt(index)] ?? 255
    if (value === 255) throw notBase64()
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at] = held >> bits
      at += 1
    }
  }
  if ((held & ((1 << bits) - 1)) !== 0) throw notBase64()
  return bytes
}

function encode(bytes: Uint8Array, alphabet: string): string {
  const codes = new Uint8Array(Math.ceil((bytes.length * 8) / 6))
  let held = 0
  let bits = 0
  let at = 0
  for (let index = 0; index < bytes.length; index += 1) {
    held = ((held << 8) | (bytes[index] ?? 0)) & 0xffff
    bits += 8
    while (bits >= 6) {
      bits -= 6
      codes[at] = alphabet.charCodeAt((held >> bits) & 63)
      at += 1
    }
  }
  if (bits > 0) codes[at] = alphabet.charCodeAt((held << (6 - bits)) & 63)
  return asciiText(codes)
}

const tables = new Map<string, Uint8Array>()

/** The value of each character code, 255 for a character that is no digit. */
function codesOf(alphabet: string): Uint8Array {
  const known = tables.get(alphabet)
  if (known !== undefined) return known
  const codes = new Uint8Array(128).fill(255)
  for (let value = 0; value < alphabet.length; value += 1) codes[alphabet.charCodeAt(value)] = value
  tables.set(alphabet, codes)
  return codes
}

function notBase64(): CryptoError {
  return cryptoError('CRYPTO_ENCODING_INVALID', {
    en: 'Base64 text must be canonical: its own alphabet, the right padding, no spaces or line breaks.',
    zh: 'Base64 文本必须为规范形式：字符、填充正确，无空格与换行。',
  })
}

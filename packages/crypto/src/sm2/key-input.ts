import { requireOneOf, requireOption } from '@nationec/errors'
import { type PrivateKeyDocument, readPkcs8, readSpki } from '../asn1/key-documents.ts'
import { base64ToBytes, base64UrlToBytes } from '../bytes/base64.ts'
import { copyBytes } from '../bytes/copy.ts'
import { cryptoOptionError, expectBytes } from '../bytes/expect.ts'
import { hexToBytes } from '../bytes/hex.ts'
import type { CryptoError } from '../errors/crypto-error.ts'
import { cryptoError } from '../errors/make-error.ts'
import { readPublicJwk, type Sm2PrivateJwk, type Sm2PublicJwk } from './jwk.ts'
import { readPem } from './pem.ts'

/** A key in one of the forms in which keys are handed around. The form is named, never guessed from the text. */
export type Sm2KeyInput<Jwk> =
  | { readonly format: 'raw'; readonly bytes: Uint8Array }
  | { readonly format: 'hex' | 'base64' | 'pem'; readonly text: string }
  | { readonly format: 'jwk'; readonly jwk: Jwk }

/** Every form of a key. */
export const KEY_FORMATS = ['raw', 'hex', 'base64', 'pem', 'jwk'] as const

export type Sm2PrivateKeyInput = Sm2KeyInput<Sm2PrivateJwk>
export type Sm2PublicKeyInput = Sm2KeyInput<Sm2PublicJwk>

/** @throws CryptoError `CRYPTO_KEY_INVALID`, `CRYPTO_ENCODING_INVALID`, `CRYPTO_OPTION_INVALID` */
export function readPrivateKeyInput(input: Sm2PrivateKeyInput): PrivateKeyDocument {
  const found = privateDocument(input)
  if (found === undefined) throw invalidKey('This is no SM2 private key.', '这不是 SM2 私钥。')
  const { scalar, point } = found
  // Java writes a positive number, so that a 00 stands in front of half of all keys.
  const bare = scalar.length === 33 && scalar[0] === 0 ? scalar.subarray(1) : scalar
  if (bare.length === 32) return { scalar: bare, point }
  throw invalidKey(
    'A private key has 32 bytes; 33 with 00 in front, 31 and 30 are read as the same number.',
    '私钥为 32 字节；前置 00 的 33 字节，以及省去前导零的 31、30 字节亦可读取。',
  )
}

/** The encoded point: 33, 64 or 65 bytes where it is right. */
export function readPublicKeyInput(input: Sm2PublicKeyInput): Uint8Array {
  const point = publicPoint(input)
  if (point === undefined) throw invalidKey('This is no SM2 public key.', '这不是 SM2 公钥。')
  return point
}

export function invalidKey(en: string, zh: string): CryptoError {
  return cryptoError('CRYPTO_KEY_INVALID', { en, zh })
}

function privateDocument(input: Sm2PrivateKeyInput): PrivateKeyDocument | undefined {
  if (input?.format === 'pem') {
    const bytes = readPem('PRIVATE KEY', textOf(input))
    return bytes && readPkcs8(bytes)
  }
  if (input?.format === 'jwk') {
    const point = readPublicJwk(input.jwk)
    return point && { scalar: base64UrlToBytes(input.jwk.d), point }
  }
  return { scalar: leftPadded(plainBytes(input, evenDigits)), point: undefined }
}

/** Java's `toByteArray` and `toString(16)` leave leading zeros out: one key in 512 is shorter than 32 bytes. */
function leftPadded(scalar: Uint8Array): Uint8Array {
  if (scalar.length !== 31 && scalar.length !== 30) return scalar
  const padded = new Uint8Array(32)
  padded.set(scalar, 32 - scalar.length)
  scalar.fill(0)
  return padded
}

/** The digits of a number may be odd in number where they stand for 30 to 32 bytes. */
function evenDigits(text: string): string {
  return text.length % 2 === 1 && text.length > 58 && text.length < 64 ? `0${text}` : text
}

function publicPoint(input: Sm2PublicKeyInput): Uint8Array | undefined {
  if (input?.format === 'pem') {
    const bytes = readPem('PUBLIC KEY', textOf(input))
    return bytes && readSpki(bytes)
  }
  return input?.format === 'jwk' ? readPublicJwk(input.jwk) : plainBytes(input)
}

function plainBytes(
  input: Exclude<Sm2KeyInput<unknown>, { format: 'jwk' }>,
  digitsOf: (text: string) => string = (text) => text,
): Uint8Array {
  requireOneOf(input?.format, 'format', KEY_FORMATS, cryptoOptionError)
  if (input.format === 'raw') {
    expectBytes(input.bytes, 'bytes')
    return copyBytes(input.bytes)
  }
  return input.format === 'hex' ? hexToBytes(digitsOf(textOf(input))) : base64ToBytes(textOf(input))
}

function textOf({ text }: { readonly text: string }): string {
  requireOption(typeof text === 'string', 'text', { en: 'text', zh: '文本' }, cryptoOptionError)
  return text
}

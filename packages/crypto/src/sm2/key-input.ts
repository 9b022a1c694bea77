import { requireOneOf, requireOption } from '@nationec/errors'
import { isCurveName, type PrivateKeyDocument, readPkcs8, readSec1, readSpki } from '../asn1/key-documents.ts'
import { base64ToBytes, base64UrlToBytes } from '../bytes/base64.ts'
import { cryptoOptionError, expectBytes } from '../bytes/expect.ts'
import { hexToBytes } from '../bytes/hex.ts'
import { secretBytes, secretCopy, secretMoved } from '../bytes/secret.ts'
import type { CryptoError } from '../errors/crypto-error.ts'
import type { BilingualText } from '../errors/error-texts.ts'
import { cryptoError } from '../errors/make-error.ts'
import { foundInBlock, foundInBytes, foundInText } from './found.ts'
import { readPublicJwk, type Sm2PrivateJwk, type Sm2PublicJwk } from './jwk.ts'
import { type PemBlock, pemBlocks } from './pem.ts'

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
  if (input?.format === 'pem') return onlyKey(pemBlocks(textOf(input)), PRIVATE_LABELS, input.text, 'private')
  if (input?.format === 'jwk') {
    const point = readPublicJwk(input.jwk)
    if (point === undefined) throw noKey('private', JWK)
    return exactly32({ scalar: base64UrlToBytes(input.jwk.d), point })
  }
  const bytes = plainBytes(input, evenDigits)
  // The number of bytes tells the two apart: no document has so few, and no number so many.
  if (bytes.length <= 33) return exactly32({ scalar: leftPadded(bytes), point: undefined })
  const found = readPkcs8(bytes) ?? readSec1(bytes)
  if (found === undefined) throw noKey('private', foundInBytes(bytes))
  return found
}

/** Compressed, x ‖ y, and 04 ‖ x ‖ y. No document is as short as the first, and none has 64 or 65 bytes. */
const POINT_LENGTHS: readonly number[] = [33, 64, 65]

/** The encoded point: 33, 64 or 65 bytes where it is right. */
export function readPublicKeyInput(input: Sm2PublicKeyInput): Uint8Array {
  if (input?.format === 'pem') return onlyKey(pemBlocks(textOf(input)), PUBLIC_LABELS, input.text, 'public')
  if (input?.format === 'jwk') {
    const point = readPublicJwk(input.jwk)
    if (point === undefined) throw noKey('public', JWK)
    return point
  }
  const bytes = plainBytes(input)
  if (POINT_LENGTHS.includes(bytes.length)) return bytes
  const found = readSpki(bytes)
  if (found === undefined) throw noKey('public', foundInBytes(bytes))
  return found
}

export function invalidKey(en: string, zh: string): CryptoError {
  return cryptoError('CRYPTO_KEY_INVALID', { en, zh })
}

type Reader<Found> = (bytes: Uint8Array) => Found | undefined

/** The labels under which a private key stands, and what reads it. */
const PRIVATE_LABELS: Readonly<Record<string, Reader<PrivateKeyDocument>>> = {
  'PRIVATE KEY': readPkcs8,
  'EC PRIVATE KEY': readSec1,
  'SM2 PRIVATE KEY': readSec1,
}
const PUBLIC_LABELS: Readonly<Record<string, Reader<Uint8Array>>> = { 'PUBLIC KEY': readSpki }
const JWK: BilingualText = { en: 'a JWK of another kind or curve', zh: '其他类型或曲线的 JWK' }

/** Reads the one key in a text. Parameters beside it must be those of SM2; a second key makes it unclear which one is meant. */
function onlyKey<Found>(
  blocks: readonly PemBlock[],
  readers: Readonly<Record<string, Reader<Found>>>,
  text: string,
  kind: keyof typeof KINDS,
): Found {
  const keys = blocks.filter(({ label }) => label in readers)
  const [block = blocks[0]] = keys
  if (block === undefined) throw noKey(kind, foundInText(text))
  if (keys.length > 1)
    throw noKey(kind, { en: `${keys.length} keys: leave one of them`, zh: `${keys.length} 个密钥：请只保留一个` })
  for (const { label, bytes } of blocks) {
    if (/^(EC|SM2) PARAMETERS$/.test(label) && keys.length > 0 && !(bytes && isCurveName(bytes)))
      throw noKey(kind, OTHER_CURVE)
  }
  const { label, bytes, oldEncryption } = block
  const found = bytes && !oldEncryption ? readers[label]?.(bytes) : undefined
  if (found === undefined) throw noKey(kind, foundInBlock(label, bytes, oldEncryption))
  return found
}

const OTHER_CURVE: BilingualText = { en: 'parameters of another curve beside the key', zh: '密钥旁是其他曲线的参数' }
const KINDS = { private: { en: 'private', zh: '私钥' }, public: { en: 'public', zh: '公钥' } }

/** Says what was found in place of the key. */
function noKey(kind: keyof typeof KINDS, found: BilingualText): CryptoError {
  const { en, zh } = KINDS[kind]
  return invalidKey(`This is no SM2 ${en} key. Found: ${found.en}.`, `这不是 SM2 ${zh}。实际为：${found.zh}。`)
}

/** Java writes a positive number, so that a 00 stands in front of half of all keys. */
function exactly32({ scalar, point }: PrivateKeyDocument): PrivateKeyDocument {
  const bare = scalar.length === 33 && scalar[0] === 0 ? scalar.subarray(1) : scalar
  if (bare.length === 32) return { scalar: bare, point }
  throw invalidKey(
    'A private key has 32 bytes; 33 with 00 in front, 31 and 30 are read as the same number.',
    '私钥为 32 字节；前置 00 的 33 字节，以及省去前导零的 31、30 字节亦可读取。',
  )
}

/** Java's `toByteArray` and `toString(16)` leave leading zeros out: one key in 512 is shorter than 32 bytes. */
function leftPadded(scalar: Uint8Array): Uint8Array {
  if (scalar.length !== 31 && scalar.length !== 30) return scalar
  const padded = secretBytes(32)
  padded.set(scalar, 32 - scalar.length)
  scalar.fill(0)
  return padded
}

/** The digits of a number may be odd in number where they stand for 30 to 32 bytes. */
function evenDigits(text: string): string {
  return text.length % 2 === 1 && text.length > 58 && text.length < 64 ? `0${text}` : text
}

function plainBytes(
  input: Exclude<Sm2KeyInput<unknown>, { format: 'jwk' }>,
  digitsOf: (text: string) => string = (text) => text,
): Uint8Array {
  requireOneOf(input?.format, 'format', KEY_FORMATS, cryptoOptionError)
  if (input.format === 'raw') {
    expectBytes(input.bytes, 'bytes')
    return secretCopy(input.bytes)
  }
  if (input.format === 'hex') return secretMoved(hexToBytes(digitsOf(textOf(input))))
  // A document in Base64 is broken into lines by most programs that write one.
  return secretMoved(base64ToBytes(textOf(input).replace(/\s+/g, '')))
}

function textOf({ text }: { readonly text: string }): string {
  requireOption(typeof text === 'string', 'text', { en: 'text', zh: '文本' }, cryptoOptionError)
  return text
}

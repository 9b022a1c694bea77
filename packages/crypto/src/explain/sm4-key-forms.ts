import { base64ToBytes } from '../bytes/base64.ts'
import { hexToBytes } from '../bytes/hex.ts'
import type { BilingualText } from '../errors/error-texts.ts'
import { attempt } from './encoding.ts'

/** What the 16 bytes of the key are, out of what a partner calls the key. */
export type Sm4KeyForm =
  | 'bytes'
  | 'hex'
  | 'ascii'
  | 'base64'
  | 'ascii-first-16'
  | 'ascii-first-16-upper'
  | 'ascii-first-16-lower'
  | 'ascii-last-16'

export interface Sm4KeyCandidate {
  readonly form: Sm4KeyForm
  readonly bytes: Uint8Array
}

export const keyFormTexts: Readonly<Record<Sm4KeyForm, BilingualText>> = {
  bytes: { en: 'the key as given', zh: '密钥原样' },
  hex: { en: 'the key decoded from hexadecimal', zh: '密钥按十六进制解码' },
  ascii: { en: 'the 16 characters of the key as ASCII', zh: '密钥的 16 个字符按 ASCII' },
  base64: { en: 'the key decoded from Base64', zh: '密钥按 Base64 解码' },
  'ascii-first-16': { en: 'the first 16 characters of the key as ASCII', zh: '密钥前 16 个字符按 ASCII' },
  'ascii-first-16-upper': {
    en: 'the first 16 characters of the key in upper case as ASCII',
    zh: '密钥前 16 个字符转大写后按 ASCII',
  },
  'ascii-first-16-lower': {
    en: 'the first 16 characters of the key in lower case as ASCII',
    zh: '密钥前 16 个字符转小写后按 ASCII',
  },
  'ascii-last-16': { en: 'the last 16 characters of the key as ASCII', zh: '密钥后 16 个字符按 ASCII' },
}

/** Every different key of 16 bytes that the given one may mean. */
export function keyCandidates(given: Uint8Array | string): Sm4KeyCandidate[] {
  if (typeof given !== 'string') return given.length === 16 ? [{ form: 'bytes', bytes: given }] : []
  const text = given.trim()
  const ascii = (part: string): Uint8Array => new TextEncoder().encode(part)
  const all: readonly (readonly [Sm4KeyForm, Uint8Array | undefined])[] = [
    ['hex', attempt(() => hexToBytes(text))],
    ['ascii', ascii(text)],
    ['base64', attempt(() => base64ToBytes(text))],
    ['ascii-first-16', ascii(text.slice(0, 16))],
    ['ascii-first-16-upper', ascii(text.slice(0, 16).toUpperCase())],
    ['ascii-first-16-lower', ascii(text.slice(0, 16).toLowerCase())],
    ['ascii-last-16', ascii(text.slice(-16))],
  ]
  const found: Sm4KeyCandidate[] = []
  for (const [form, bytes] of all) {
    if (bytes?.length !== 16 || found.some((known) => String(known.bytes) === String(bytes))) continue
    found.push({ form, bytes })
  }
  return found
}

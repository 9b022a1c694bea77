import { bytesToBase64 } from '../bytes/base64.ts'
import { concatBytes } from '../bytes/concat.ts'
import { bytesToHex, hexToBytes } from '../bytes/hex.ts'
import { textToBytes } from '../bytes/text.ts'
import type { BilingualText } from '../errors/error-texts.ts'
import { attempt } from './encoding.ts'
import { joinTexts } from './explanation.ts'
import { encodeGbk } from './gbk.ts'
import {
  type MessageCandidate,
  type MessageChange,
  messageCandidates,
  type ReadMessages,
} from './message-candidates.ts'
import { sha256 } from './sha256.ts'

type Hash = (message: Uint8Array) => Uint8Array
type Change = (candidate: MessageCandidate, sm3: Hash) => Uint8Array | undefined

/** The messages once more, each with what else may have been done to it before it was signed. */
export function* changedCandidates(read: ReadMessages, sm3: Hash): Generator<MessageCandidate> {
  for (const base of messageCandidates(read)) {
    for (const [change, alter] of CHANGES) {
      const bytes = alter(base, sm3)
      if (bytes !== undefined) yield { ...base, change, bytes, text: joinTexts([base.text, changeTexts[change]]) }
    }
  }
}

const CHANGES: readonly (readonly [MessageChange, Change])[] = [
  ['newline', ({ bytes }) => concatBytes(bytes, Uint8Array.of(10))],
  ['crlf', ({ bytes }) => concatBytes(bytes, Uint8Array.of(13, 10))],
  ['trimmed', ({ words }) => (words === undefined || words.trim() === words ? undefined : asBytes(words.trim()))],
  ['bom', ({ bytes }) => concatBytes(Uint8Array.of(0xef, 0xbb, 0xbf), bytes)],
  ['gbk', ({ words }) => (words !== undefined && /[^\0-\x7f]/.test(words) ? encodeGbk(words) : undefined)],
  ['url-encoded', ({ words }) => rewritten(words, percent)],
  ['form-encoded', ({ words }) => rewritten(words, form)],
  ['json-url-encoded', ({ around }) => asBytes(attemptEncoding(() => around?.(percent)))],
  ['json-form-encoded', ({ around }) => asBytes(attemptEncoding(() => around?.(form)))],
  ['as-hex-text', ({ bytes }) => textToBytes(bytesToHex(bytes))],
  ['as-upper-hex-text', ({ bytes }) => textToBytes(bytesToHex(bytes).toUpperCase())],
  ['as-base64-text', ({ bytes }) => textToBytes(bytesToBase64(bytes))],
  ['hash-as-hex-text', ({ bytes }, sm3) => textToBytes(bytesToHex(sm3(bytes)))],
  ['hash-as-upper-hex-text', ({ bytes }, sm3) => textToBytes(bytesToHex(sm3(bytes)).toUpperCase())],
  ['hash-as-base64-text', ({ bytes }, sm3) => textToBytes(bytesToBase64(sm3(bytes)))],
  ['sha256-as-hex-text', ({ bytes }) => textToBytes(bytesToHex(sha256(bytes)))],
  ['hex-decoded', ({ words }) => (words === undefined ? undefined : attempt(() => hexToBytes(words.trim())))],
]

const changeTexts: Readonly<Record<MessageChange, BilingualText>> = {
  newline: { en: 'a line feed behind it', zh: '末尾多一个换行' },
  crlf: { en: 'CR LF behind it', zh: '末尾多 CR LF' },
  trimmed: { en: 'no white space around it', zh: '首尾空白被去除' },
  bom: { en: 'a byte order mark before it', zh: '开头多 BOM' },
  gbk: { en: 'in GBK in place of UTF-8', zh: '使用 GBK 而非 UTF-8 编码' },
  'url-encoded': { en: 'URL-encoded before it was signed', zh: '签名前做了 URL 编码' },
  'form-encoded': { en: 'form-encoded before it was signed (+ for blanks)', zh: '签名前做了表单编码（空格写作 +）' },
  'json-url-encoded': { en: 'with its JSON URL-encoded', zh: '其中的 JSON 做了 URL 编码' },
  'json-form-encoded': {
    en: 'with its JSON form-encoded (+ for blanks)',
    zh: '其中的 JSON 做了表单编码（空格写作 +）',
  },
  'as-hex-text': { en: 'written as hexadecimal text', zh: '写成十六进制文本' },
  'as-upper-hex-text': { en: 'written as upper-case hexadecimal text', zh: '写成大写十六进制文本' },
  'as-base64-text': { en: 'written as Base64 text', zh: '写成 Base64 文本' },
  'hash-as-hex-text': {
    en: 'its SM3 hash in hexadecimal, signed as text',
    zh: '把其 SM3 值的十六进制文本当作消息签名',
  },
  'hash-as-upper-hex-text': {
    en: 'its SM3 hash in upper-case hexadecimal, signed as text',
    zh: '把其 SM3 值的大写十六进制文本当作消息签名',
  },
  'hash-as-base64-text': { en: 'its SM3 hash in Base64, signed as text', zh: '把其 SM3 值的 Base64 文本当作消息签名' },
  'sha256-as-hex-text': {
    en: 'its SHA-256 hash in hexadecimal, signed as text',
    zh: '把其 SHA-256 值的十六进制文本当作消息签名',
  },
  'hex-decoded': { en: 'decoded from hexadecimal', zh: '按十六进制解码' },
}

function asBytes(text: string | undefined): Uint8Array | undefined {
  return text === undefined ? undefined : attempt(() => textToBytes(text))
}

function rewritten(words: string | undefined, encode: (text: string) => string): Uint8Array | undefined {
  const encoded = words === undefined ? undefined : attemptEncoding(() => encode(words))
  return encoded === words ? undefined : asBytes(encoded)
}

/** `encodeURIComponent` refuses half of a surrogate pair. */
function attemptEncoding(encode: () => string | undefined): string | undefined {
  try {
    return encode()
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}

function percent(text: string): string {
  return encodeURIComponent(text)
}

/** As `URLEncoder` of Java writes it. */
function form(text: string): string {
  const strict = encodeURIComponent(text).replace(
    /[!'()~]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return strict.replaceAll('%20', '+')
}

import { bytesToBase64 } from '../bytes/base64.ts'
import { concatBytes } from '../bytes/concat.ts'
import { isBytes } from '../bytes/expect.ts'
import { bytesToHex, hexToBytes } from '../bytes/hex.ts'
import { textToBytes } from '../bytes/text.ts'
import type { BilingualText } from '../errors/error-texts.ts'
import { attempt } from './encoding.ts'
import { type JsonStyle, jsonTexts, styleText } from './json-texts.ts'

/** What may have been signed: exact text or bytes, or data of which the exact JSON is not known. */
export type MessageInput = Uint8Array | string | JsonMessage

export interface JsonMessage {
  /** The data itself, as an object. */
  readonly json: object
  /** Makes the signed text of the JSON, where it is only a part of it: `(data) => 'appId=…&data=' + data`. */
  readonly embed?: ((json: string) => string) | undefined
}

export interface MessageCandidate {
  /** Which of the given messages. */
  readonly index: number
  readonly json: JsonStyle | undefined
  /** What was done to the message before it was signed; `undefined` for nothing. */
  readonly change: MessageChange | undefined
  readonly bytes: Uint8Array
  readonly text: BilingualText
}

export type MessageChange =
  | 'newline'
  | 'crlf'
  | 'trimmed'
  | 'bom'
  | 'as-hex-text'
  | 'as-upper-hex-text'
  | 'as-base64-text'
  | 'hex-decoded'

/** Every candidate, most ordinary first. */
export function messageCandidates(inputs: readonly MessageInput[]): MessageCandidate[] {
  const bases = inputs.flatMap((input, index) => baseCandidates(input, index))
  return [...bases, ...bases.flatMap((base) => changed(base))]
}

function baseCandidates(input: MessageInput, index: number): MessageCandidate[] {
  const plain = (bytes: Uint8Array): MessageCandidate => ({
    index,
    json: undefined,
    change: undefined,
    bytes,
    text: { en: `message ${index + 1} as given`, zh: `第 ${index + 1} 个消息原样` },
  })
  if (isBytes(input)) return [plain(input)]
  if (typeof input === 'string') return [plain(textToBytes(input))]
  const { json, embed = (text: string) => text } = input
  return jsonTexts(json).map(({ style, text }) => {
    const { en, zh } = styleText(style)
    return {
      index,
      json: style,
      change: undefined,
      bytes: textToBytes(embed(text)),
      text: { en: `message ${index + 1} with ${en}`, zh: `第 ${index + 1} 个消息，${zh}` },
    }
  })
}

function changed(base: MessageCandidate): MessageCandidate[] {
  const { bytes } = base
  const decoded = /^[0-9a-fA-F\s]+$/.test(asciiOf(bytes)) ? attempt(() => hexToBytes(asciiOf(bytes).trim())) : undefined
  const changes: readonly (readonly [MessageChange, Uint8Array | undefined, BilingualText])[] = [
    ['newline', concatBytes(bytes, Uint8Array.of(10)), { en: 'a line feed behind it', zh: '末尾多一个换行' }],
    ['crlf', concatBytes(bytes, Uint8Array.of(13, 10)), { en: 'CR LF behind it', zh: '末尾多 CR LF' }],
    ['trimmed', trimmed(bytes), { en: 'no white space around it', zh: '首尾空白被去除' }],
    [
      'bom',
      concatBytes(Uint8Array.of(0xef, 0xbb, 0xbf), bytes),
      { en: 'a byte order mark before it', zh: '开头多 BOM' },
    ],
    ['as-hex-text', textToBytes(bytesToHex(bytes)), { en: 'written as hexadecimal text', zh: '写成十六进制文本' }],
    [
      'as-upper-hex-text',
      textToBytes(bytesToHex(bytes).toUpperCase()),
      { en: 'written as upper-case hexadecimal text', zh: '写成大写十六进制文本' },
    ],
    ['as-base64-text', textToBytes(bytesToBase64(bytes)), { en: 'written as Base64 text', zh: '写成 Base64 文本' }],
    ['hex-decoded', decoded, { en: 'decoded from hexadecimal', zh: '按十六进制解码' }],
  ]
  return changes.flatMap(([change, altered, { en, zh }]) =>
    altered === undefined
      ? []
      : [{ ...base, change, bytes: altered, text: { en: `${base.text.en}, ${en}`, zh: `${base.text.zh}，${zh}` } }],
  )
}

function asciiOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes)
}

function trimmed(bytes: Uint8Array): Uint8Array | undefined {
  const text = asciiOf(bytes)
  return text.trim() === text ? undefined : new TextEncoder().encode(text.trim())
}

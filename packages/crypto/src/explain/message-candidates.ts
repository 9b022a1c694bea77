import { requireOption } from '@nationec/errors'
import { bytesToBase64 } from '../bytes/base64.ts'
import { concatBytes } from '../bytes/concat.ts'
import { cryptoOptionError, isBytes } from '../bytes/expect.ts'
import { bytesToHex, hexToBytes } from '../bytes/hex.ts'
import { textToBytes } from '../bytes/text.ts'
import type { BilingualText } from '../errors/error-texts.ts'
import { isList, isObject, JsonNumber, type JsonValue } from '../json/json-value.ts'
import { readJson } from '../json/read-json.ts'
import { attempt } from './encoding.ts'
import { type JsonStyle, jsonTexts, styleText } from './json-texts.ts'

const A_JSON: BilingualText = {
  en: 'an object, or a JSON text without a member that stands twice',
  zh: '对象，或没有重复成员的 JSON 文本',
}

/** What may have been signed: exact text or bytes, or data of which the exact JSON is not known. */
export type MessageInput = Uint8Array | string | JsonMessage

export interface JsonMessage {
  /**
   * The data itself: its JSON text as it came, or an object. A number of an object has lost the digits that JavaScript
   * does not keep (`128.50`, 19 digits), so a text says more.
   */
  readonly json: string | object
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

/** A message, read once. */
type ReadMessage =
  | { readonly bytes: Uint8Array }
  | { readonly value: JsonValue; readonly embed: (json: string) => string }

/** What was given, read; and whether numbers in it have lost the digits that their sender wrote. */
export interface ReadMessages {
  readonly messages: readonly ReadMessage[]
  readonly digitsLost: boolean
}

/** @throws CryptoError `CRYPTO_OPTION_INVALID` for what is no message */
export function readMessages(inputs: readonly MessageInput[]): ReadMessages {
  let digitsLost = false
  const messages = inputs.map((input): ReadMessage => {
    if (isBytes(input)) return { bytes: input }
    if (typeof input === 'string') return { bytes: textToBytes(input) }
    const { json, embed = (text: string) => text } = input
    const text = typeof json === 'string' ? json : attemptJson(json)
    const value = text === undefined ? undefined : readJson(text)
    requireOption(value !== undefined, 'json', A_JSON, cryptoOptionError)
    if (typeof json !== 'string' && hasNumber(value)) digitsLost = true
    return { value, embed }
  })
  return { messages, digitsLost }
}

/** The messages as given, and in every JSON text of the same data; most ordinary first. */
export function* messageCandidates({ messages }: ReadMessages): Generator<MessageCandidate> {
  for (const [index, message] of messages.entries()) {
    if ('bytes' in message) {
      const text = { en: `message ${index + 1} as given`, zh: `第 ${index + 1} 个消息原样` }
      yield { index, json: undefined, change: undefined, bytes: message.bytes, text }
      continue
    }
    for (const { style, text } of jsonTexts(message.value)) {
      const { en, zh } = styleText(style)
      yield {
        index,
        json: style,
        change: undefined,
        bytes: textToBytes(message.embed(text)),
        text: { en: `message ${index + 1} with ${en}`, zh: `第 ${index + 1} 个消息，${zh}` },
      }
    }
  }
}

/** The same once more, each with what else may have been done to it. */
export function* changedCandidates(read: ReadMessages): Generator<MessageCandidate> {
  for (const base of messageCandidates(read)) yield* changed(base)
}

/** The text of an object, or `undefined` for what JSON cannot hold. */
function attemptJson(value: object): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}

function hasNumber(value: JsonValue): boolean {
  if (value instanceof JsonNumber) return true
  if (isList(value)) return value.some(hasNumber)
  return isObject(value) && Object.values(value).some(hasNumber)
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

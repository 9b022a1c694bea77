import { decodeUtf8, requireOption } from '@nationec/errors'
import { cryptoOptionError, isBytes } from '../bytes/expect.ts'
import { textToBytes } from '../bytes/text.ts'
import type { BilingualText } from '../errors/error-texts.ts'
import { isList, isObject, JsonNumber, type JsonValue } from '../json/json-value.ts'
import { readJson } from '../json/read-json.ts'
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
  /** What `bytes` say, where they are text. */
  readonly words: string | undefined
  /** The text again with the JSON in it written in another way; `undefined` where the JSON is the whole of it. */
  readonly around: ((change: (json: string) => string) => string) | undefined
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
  | 'gbk'
  | 'url-encoded'
  | 'form-encoded'
  | 'json-url-encoded'
  | 'json-form-encoded'
  | 'hash-as-hex-text'
  | 'hash-as-upper-hex-text'
  | 'hash-as-base64-text'
  | 'sha256-as-hex-text'

/** A message, read once. */
type ReadMessage =
  | { readonly bytes: Uint8Array; readonly words: string | undefined }
  | { readonly value: JsonValue; readonly embed: (json: string) => string }

/** The texts among the messages: the given ones, and JSON as it is written most ordinarily. */
export function* textsOf({ messages }: ReadMessages): Generator<string> {
  for (const message of messages) {
    if (!('bytes' in message)) {
      for (const { text } of jsonTexts(message.value)) {
        yield message.embed(text)
        break
      }
    } else if (message.words !== undefined) yield message.words
  }
}

/** What was given, read; whether any of it is JSON, and whether numbers in it have lost the digits that their sender wrote. */
export interface ReadMessages {
  readonly messages: readonly ReadMessage[]
  readonly digitsLost: boolean
  readonly hasJson: boolean
}

/** @throws CryptoError `CRYPTO_OPTION_INVALID` for what is no message */
export function readMessages(inputs: readonly MessageInput[]): ReadMessages {
  let digitsLost = false
  const messages = inputs.map((input): ReadMessage => {
    if (isBytes(input)) return { bytes: input, words: decodeUtf8(input) }
    if (typeof input === 'string') return { bytes: textToBytes(input), words: input }
    const { json, embed = (text: string) => text } = input
    const text = typeof json === 'string' ? json : attemptJson(json)
    const value = text === undefined ? undefined : readJson(text)
    requireOption(value !== undefined, 'json', A_JSON, cryptoOptionError)
    if (typeof json !== 'string' && hasNumber(value)) digitsLost = true
    return { value, embed }
  })
  return { messages, digitsLost, hasJson: messages.some((message) => 'value' in message) }
}

/** The messages as given, and in every JSON text of the same data; most ordinary first. */
export function* messageCandidates({ messages }: ReadMessages): Generator<MessageCandidate> {
  for (const [index, message] of messages.entries()) {
    if ('bytes' in message) {
      const text = { en: `message ${index + 1} as given`, zh: `第 ${index + 1} 个消息原样` }
      const { bytes, words } = message
      yield { index, json: undefined, change: undefined, bytes, words, around: undefined, text }
      continue
    }
    for (const { style, text } of jsonTexts(message.value)) {
      const { en, zh } = styleText(style)
      const words = message.embed(text)
      yield {
        index,
        json: style,
        change: undefined,
        bytes: textToBytes(words),
        words,
        around: words === text ? undefined : (change) => message.embed(change(text)),
        text: { en: `message ${index + 1} with ${en}`, zh: `第 ${index + 1} 个消息，${zh}` },
      }
    }
  }
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

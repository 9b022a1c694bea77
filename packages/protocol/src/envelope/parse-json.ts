import type { BilingualText } from '@nationec/errors'
import { type ProtocolErrorCode, protocolError } from '../errors/protocol-error.ts'
import { isJsonObject, type JsonObject } from '../schema/tolerant-reader.ts'

/** Reads a text from outside as a JSON object; the engine's own error quotes the text, so it is not passed on. */
export function parseJsonObject(text: string, part: string, code: ProtocolErrorCode): JsonObject {
  const value = parseJson(text)
  if (isJsonObject(value)) return value
  throw protocolError(code, { details: [describeShape(part, text, value)] })
}

/** The parsed value, or `undefined` when the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(cleaned(text))
  } catch {
    return undefined
  }
}

/** A C string may come with its byte order mark, or with the zeros that filled the buffer behind it. */
export function cleaned(text: string): string {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 0) end -= 1
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  return start === 0 && end === text.length ? text : text.slice(start, end)
}

/** What can be said of a text without quoting it. */
function describeShape(part: string, text: string, value: unknown): BilingualText {
  const replacements = text.split('\uFFFD').length - 1
  const kind = value === undefined ? 'not JSON' : 'not a JSON object'
  const broken = replacements === 0 ? '' : `, ${replacements} undecodable characters`
  const brokenZh = replacements === 0 ? '' : `，其中 ${replacements} 个字符无法解码`
  return {
    en: `${part}: ${text.length} characters, ${kind}${broken};`,
    zh: `${part}：共 ${text.length} 个字符，${value === undefined ? '不是 JSON' : '不是 JSON 对象'}${brokenZh}；`,
  }
}

import type { BilingualText } from '@nationec/errors'
import { protocolError } from '../errors/catalogue.ts'
import type { ProtocolErrorCode } from '../errors/protocol-error.ts'
import { isAbsent, isJsonObject, type JsonObject } from '../schema/tolerant-reader.ts'

/** Reads a text from outside as a JSON object; the engine's own error quotes the text, so it is not passed on. */
export function parseJsonObject(text: string, part: string, code: ProtocolErrorCode): JsonObject {
  if (typeof text !== 'string') throw protocolError(code, { details: [notText(part)] })
  const value = parseJson(text)
  if (isJsonObject(value)) return value
  throw protocolError(code, { details: [describeShape(part, text, value)] })
}

/** The parsed value, or `undefined` when the text is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(cleaned(text))
  } catch {
    return undefined
  }
}

/** A field that came as JSON text is parsed, also when it was made text twice; a missing one is `undefined`. */
export function unfold(value: unknown): unknown {
  let current = value
  for (let depth = 0; depth < 2 && typeof current === 'string' && !isAbsent(current); depth += 1) {
    const parsed = parseJson(current)
    if (parsed === undefined) return current
    current = parsed
  }
  return isAbsent(current) ? undefined : current
}

/** A C string may come with its byte order mark, or with the zeros that filled the buffer behind it. */
export function cleaned(text: string): string {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 0) end -= 1
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  return start === 0 && end === text.length ? text : text.slice(start, end)
}

/** Web frameworks like to hand on a body that they have parsed already. */
function notText(part: string): BilingualText {
  return { en: `${part}: not a text; pass the JSON text itself;`, zh: `${part}：不是文本，请传入 JSON 文本；` }
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

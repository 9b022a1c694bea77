import type { BilingualText } from '@nationec/errors'
import { jsonFault } from '@nationec/protocol'
import { readText } from './read-text.ts'

/** The object of a file, or what is wrong with the file. */
export type ReadObject =
  | { readonly content: Readonly<Record<string, unknown>> }
  | { readonly content?: undefined; readonly wrong: BilingualText }

/**
 * Reads a JSON object from a file; a broken object that stands in the place of a path is told as such. Nothing of the
 * text is kept for messages: it may hold secrets.
 */
export async function readJsonObject(path: string): Promise<ReadObject> {
  const text = looksLikeJson(path) ? path : await readText(path)
  if (text === undefined) return { wrong: NO_OBJECT }
  const fault = jsonFault(text)
  if (fault !== undefined) return { wrong: withPlace(NO_OBJECT, fault.text) }
  const content: unknown = JSON.parse(text)
  return typeof content === 'object' && content !== null && !Array.isArray(content)
    ? { content: content as Record<string, unknown> }
    : { wrong: NO_OBJECT }
}

const NO_OBJECT = { en: 'must name a file with a JSON object', zh: '须指向内容为 JSON 对象的文件' }

/** A rule, and where the text breaks it. */
export function withPlace(rule: BilingualText, place: BilingualText): BilingualText {
  return { en: `${rule.en}; ${place.en}`, zh: `${rule.zh}；${place.zh}` }
}

/** Whether a value that may be a path is meant as the object itself. */
export function looksLikeJson(value: unknown): boolean {
  return typeof value === 'string' && value.trimStart().startsWith('{')
}

import { looksLikeJson } from '../files/read-json-object.ts'
import type { Setting } from './setting.ts'

/** A text of a flag or a variable as the value that it stands for; what it does not stand for is left for the schema. */
export function written({ writing }: Setting, text: unknown): unknown {
  if (typeof text !== 'string') return text
  switch (writing) {
    case 'text':
      return text
    case 'number':
      return text.trim() === '' ? text : Number(text)
    case 'switch':
      return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : text
    case 'list':
      return text
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '')
    case 'file-or-json':
      return looksLikeJson(text) ? parsed(text) : text
    case 'json':
      return parsed(text)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

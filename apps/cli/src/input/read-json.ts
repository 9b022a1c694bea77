import { cliError } from '../errors/cli-error.ts'
import { readBytes } from './read-bytes.ts'
import { textOf } from './text-of.ts'

/** A JSON object from a file, or from stdin when the path is `-`. Nothing of it is quoted in an error. */
export async function readJsonObject(path: string): Promise<Record<string, unknown>> {
  return jsonObject(textOf(await readBytes(path)))
}

/** @throws `INPUT_INVALID` */
export function jsonObject(text: string): Record<string, unknown> {
  const value = parse(text)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw cliError('INPUT_INVALID', { details: [{ en: 'It must be a JSON object.', zh: '内容须为 JSON 对象。' }] })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw cliError('INPUT_INVALID', { details: [{ en: 'It is not JSON.', zh: '内容不是 JSON。' }] })
  }
}

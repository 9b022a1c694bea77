import { jsonFault } from '@nationec/protocol'
import { cliError } from '../errors/cli-error.ts'
import { about, readBytes } from './read-bytes.ts'
import { textOf } from './text-of.ts'

/**
 * A JSON object from a file, or from stdin when the path is `-`. Nothing of it is quoted in an error.
 *
 * @param what the option that names the file, for messages
 * @throws `INPUT_*`; broken JSON is told with line and column
 */
export async function readJsonObject(path: string, what: string): Promise<Record<string, unknown>> {
  return jsonObject(textOf(await readBytes(path, path === '-' ? undefined : what)), path === '-' ? 'stdin' : what)
}

/** @throws `INPUT_INVALID` */
export function jsonObject(text: string, what: string): Record<string, unknown> {
  const fault = jsonFault(text)
  if (fault !== undefined) {
    const { en, zh } = fault.text
    const told = { en: `It is not JSON: ${en}.`, zh: `内容不是 JSON：${zh}。` }
    throw cliError('INPUT_INVALID', { details: [about(what, told)] })
  }
  const value: unknown = JSON.parse(text)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  const told = { en: 'It must be a JSON object.', zh: '内容须为 JSON 对象。' }
  throw cliError('INPUT_INVALID', { details: [about(what, told)] })
}

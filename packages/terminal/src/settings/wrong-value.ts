import type { BilingualText } from '@nationec/errors'
import { type Issue, jsonFault } from '@nationec/protocol'
import type { z } from 'zod'
import { looksLikeJson, withPlace } from '../files/read-json-object.ts'
import { memberIssues } from './member-issues.ts'
import { choicesOf, type Setting, type Writing } from './setting.ts'

/** What is wrong with a value: member by member where it has members, never the value itself. */
export function wrongValue(
  { place: path, value }: { readonly place: string; readonly value: unknown },
  setting: Setting,
  { issues }: z.ZodError,
): Issue[] {
  const inMembers = memberIssues(path, issues, membersOf(setting))
  if (inMembers.length > 0) return inMembers
  const choices = choicesOf(setting)
  const shape =
    choices === undefined
      ? FORMS[setting.writing]
      : { en: `one of ${choices.join(', ')}`, zh: ` ${choices.join('、')} 之一` }
  const { en, zh } = setting
  const rule = { en: `must be ${shape.en}: ${en}`, zh: `须为${shape.zh}：${zh}` }
  const place = setting.writing === 'json' || looksLikeJson(value) ? faultOf(value) : undefined
  const text = place === undefined ? rule : withPlace(rule, place)
  return [{ path, rule: 'value', text }]
}

/** A text is left where JSON was meant and did not parse. */
const faultOf = (value: unknown): BilingualText | undefined =>
  typeof value === 'string' ? jsonFault(value)?.text : undefined

const FORMS: Readonly<Record<Writing, BilingualText>> = {
  text: { en: 'a text', zh: '文本' },
  number: { en: 'a number', zh: '数值' },
  list: { en: 'a list, separated by commas', zh: '以逗号分隔的列表' },
  switch: { en: 'true or false', zh: 'true 或 false' },
  json: { en: 'a JSON object', zh: 'JSON 对象' },
  'file-or-json': { en: 'a JSON object or the path of a file', zh: 'JSON 对象或文件路径' },
}

function membersOf({ schema }: Setting): string[] {
  return 'shape' in schema && typeof schema.shape === 'object' ? Object.keys(schema.shape ?? {}) : []
}

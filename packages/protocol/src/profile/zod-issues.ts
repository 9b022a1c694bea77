import { type BilingualText, didYouMean } from '@nationec/errors'
import type { z } from 'zod/mini'
import type { Issue } from '../errors/issue.ts'
import { pathText } from '../errors/path.ts'

/**
 * Turns zod's findings about settings (never about patients' data) into issues that name what is expected.
 *
 * @param settings the names of the settings, for those that do not exist
 */
export function zodIssues(error: z.core.$ZodError, settings: readonly string[]): Issue[] {
  return error.issues.flatMap((issue): Issue[] => {
    if (issue.code !== 'unrecognized_keys')
      return [{ path: pathText(issue.path), rule: 'value', text: expectation(issue) }]
    const known = issue.path.length === 0 ? settings : []
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key]),
      rule: 'unknown-field',
      text: unknownSetting(didYouMean(key, known)),
    }))
  })
}

function unknownSetting({ en, zh }: BilingualText): BilingualText {
  return { en: `is not a setting${en}`, zh: `没有该设置${zh}` }
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文本',
  number: '数字',
  boolean: 'true 或 false',
  object: '对象',
  record: '对象',
}

/** zod's own texts would bring its whole table of a language into every bundle, and none of them is bilingual. */
function expectation(issue: z.core.$ZodIssue): BilingualText {
  switch (issue.code) {
    case 'invalid_type':
      return { en: `must be of the type ${issue.expected}`, zh: `必须是${TYPES[issue.expected] ?? issue.expected}` }
    case 'invalid_value':
      return { en: `must be one of ${issue.values.join(', ')}`, zh: `只能取：${issue.values.join('、')}` }
    case 'invalid_format':
      return { en: `must match ${issue.pattern ?? issue.format}`, zh: `格式必须为 ${issue.pattern ?? issue.format}` }
    case 'custom':
      return issue.params as unknown as BilingualText
    case 'invalid_key':
      return { en: 'has a name that is not allowed here', zh: '名称不合法' }
    default:
      return { en: 'is not valid', zh: '取值不合法' }
  }
}

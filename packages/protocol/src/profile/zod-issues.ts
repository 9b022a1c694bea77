import type { BilingualText } from '@nationec/errors'
import type { z } from 'zod/mini'
import type { Issue } from '../errors/issue.ts'
import { pathText } from '../errors/path.ts'

/** Turns zod's findings about settings (never about patients' data) into issues that name what is expected. */
export function zodIssues(error: z.core.$ZodError): Issue[] {
  return error.issues.map((issue) => ({
    path: pathText(issue.path),
    rule: issue.code === 'unrecognized_keys' ? 'unknown-field' : 'value',
    text: expectation(issue),
  }))
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文本',
  int: '整数',
  number: '数字',
  boolean: 'true 或 false',
  object: '对象',
  record: '对象',
  array: '列表',
}

/** zod's own texts would bring its whole table of a language into every bundle, and none of them is bilingual. */
function expectation(issue: z.core.$ZodIssue): BilingualText {
  switch (issue.code) {
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ')
      return { en: `has a setting that does not exist: ${keys}`, zh: `包含不存在的设置：${keys}` }
    }
    case 'invalid_type':
      return { en: `must be of the type ${issue.expected}`, zh: `必须是${TYPES[issue.expected] ?? issue.expected}` }
    case 'invalid_value':
      return { en: `must be one of ${issue.values.join(', ')}`, zh: `只能取：${issue.values.join('、')}` }
    case 'too_small':
      return {
        en: `must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}${size(issue.origin).en}`,
        zh: `必须${issue.inclusive ? '不小于' : '大于'} ${issue.minimum}${size(issue.origin).zh}`,
      }
    case 'too_big':
      return {
        en: `must be at most ${issue.maximum}${size(issue.origin).en}`,
        zh: `必须不大于 ${issue.maximum}${size(issue.origin).zh}`,
      }
    case 'invalid_format':
      return { en: `must match ${issue.pattern ?? issue.format}`, zh: `格式必须为 ${issue.pattern ?? issue.format}` }
    case 'invalid_key':
      return { en: 'has a name that is not allowed here', zh: '名称不合法' }
    default:
      return { en: 'is not valid', zh: '取值不合法' }
  }
}

const size = (origin: string): BilingualText =>
  origin === 'string' ? { en: ' characters', zh: ' 个字符' } : { en: '', zh: '' }

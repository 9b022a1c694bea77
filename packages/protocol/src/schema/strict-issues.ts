import type { z } from 'zod'
import type { Issue } from '../errors/issue.ts'
import { type Finding, MISSING } from './check-text.ts'
import type { Field, Shape } from './field.ts'
import { pathText, safeName } from './path.ts'

/** Turns zod's findings about a message into issues that name the field in both languages and never hold its value. */
export function strictIssues(error: z.ZodError, shape: Shape): Issue[] {
  return error.issues.flatMap((issue) => issuesOf(issue, shape))
}

function issuesOf(issue: z.core.$ZodIssue, shape: Shape): Issue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key]),
      rule: 'unknown-field',
      text: {
        en: `is not a field of this message; a regional field (${safeName(key)}) belongs in profile.messages`,
        zh: '不是该接口的字段；地区自有字段请在 profile.messages 中声明',
      },
    }))
  }
  const field = fieldAt(shape, issue.path)
  return [named(pathText(issue.path), field, findingOf(issue, field))]
}

function findingOf(issue: z.core.$ZodIssue, field: Field | undefined): Finding {
  const finding = ownFinding(issue)
  if (finding !== undefined) return finding
  if (issue.code === 'invalid_type' && /undefined$/.test(issue.message)) return MISSING
  if (issue.code === 'too_small') {
    return { rule: 'required', text: { en: 'must hold at least one item', zh: '至少须有一项' } }
  }
  return { rule: 'type', text: expectedType(field) }
}

/** What our own check of a scalar found; a `json` field is a union, whose findings lie one level deeper. */
function ownFinding(issue: z.core.$ZodIssue): Finding | undefined {
  if (issue.code === 'custom') return issue.params?.['finding'] as Finding | undefined
  if (issue.code !== 'invalid_union') return undefined
  for (const inner of issue.errors.flat()) {
    const finding = ownFinding(inner)
    if (finding !== undefined) return finding
  }
  return undefined
}

function expectedType(field: Field | undefined): Finding['text'] {
  switch (field?.kind) {
    case 'list':
      return { en: 'must be a list of objects', zh: '须为对象数组' }
    case 'object':
    case undefined:
      return { en: 'must be an object', zh: '须为对象' }
    case 'json':
      return { en: 'must be an object or its JSON text', zh: '须为对象或其 JSON 文本' }
    case 'money':
      return { en: "must be text made with yuan('…'), never a number", zh: "须为 yuan('…') 生成的文本，不可为数值" }
    default:
      return { en: 'must be text', zh: '须为文本' }
  }
}

/** Puts the Chinese field name in front of the Chinese text. */
export function named(path: string, field: Field | undefined, { rule, text }: Finding): Issue {
  return { path, rule, text: { en: text.en, zh: field === undefined ? text.zh : `${field.title}${text.zh}` } }
}

function fieldAt(shape: Shape, path: readonly PropertyKey[]): Field | undefined {
  let members: Shape | undefined = shape
  let field: Field | undefined
  for (const step of path) {
    if (typeof step === 'number') {
      if (field?.kind === 'list') field = { ...field, kind: 'object' }
      continue
    }
    field = members?.[String(step)]
    members = field?.shape
  }
  return field
}

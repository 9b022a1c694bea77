import type { BilingualText } from '@nationec/errors'
import type { Field, Shape } from '../description/field.ts'
import type { Issue } from '../errors/issue.ts'
import { type Path, pathText } from '../errors/path.ts'
import type { Profile } from '../profile/profile.ts'
import { type Finding, type LengthRule, textCheck } from './check-text.ts'
import { named } from './named-issue.ts'
import { reportMissing, shapeFacts } from './shape-facts.ts'
import { isJsonObject, type JsonObject } from './tolerant-reader.ts'

/** Reports everything that keeps a body from being sent. */
export type StrictChecker = (body: unknown, path: Path, issues: Issue[]) => void

/** The check of one present value. */
type ValueCheck = (value: unknown, path: Path, name: string, issues: Issue[]) => void

/**
 * Makes the strict check of a shape under a profile: what may be sent, and nothing else.
 *
 * Written out instead of left to zod because it runs over every field of every bill: it is faster (see the decision
 * record 0003), and its issues name the field without a detour. The zod schema of the same shape serves JSON Schema and other tools; a test
 * holds the two together.
 */
export function strictChecker(shape: Shape, profile: Profile): StrictChecker {
  const lengthRule: LengthRule = { unit: profile.lengthUnit, charset: profile.charset }
  const checks = new Map(Object.entries(shape).map(([name, field]) => [name, valueCheck(field, profile, lengthRule)]))
  const { required } = shapeFacts(shape)

  return function checkStrictly(given, path, issues) {
    if (!isJsonObject(given)) {
      issues.push({ path: pathText(path), rule: 'type', text: AN_OBJECT })
      return
    }
    const body = ownMembers(given)
    let present = 0
    // The body's own members in their order, not the shape's: a bill leaves many fields out, and engines are quick at this.
    for (const name in body) {
      const value = body[name]
      if (value === undefined) continue
      const check = checks.get(name)
      if (check === undefined)
        issues.push({ path: pathText([...path, name]), rule: 'unknown-field', text: UNKNOWN_FIELD })
      else check(value, path, name, issues)
      if (required.has(name)) present += 1
    }
    if (present < required.size) reportMissing(body, required, path, issues)
  }
}

/**
 * What JSON would write: an inherited member or a getter of a class is not sent, so it must not count as given.
 */
function ownMembers(body: JsonObject): JsonObject {
  const prototype: unknown = Object.getPrototypeOf(body)
  return prototype === Object.prototype || prototype === null ? body : { ...body }
}

function valueCheck(field: Field, profile: Profile, lengthRule: LengthRule): ValueCheck {
  const { kind, shape = {} } = field
  if (kind === 'object') {
    const check = strictChecker(shape, profile)
    return (value, path, name, issues) => check(value, [...path, name], issues)
  }
  if (kind === 'list') return listCheck(field, strictChecker(shape, profile))
  return scalarCheck(field, lengthRule)
}

function listCheck(field: Field, checkItem: StrictChecker): ValueCheck {
  return (value, path, name, issues) => {
    const here = [...path, name]
    if (!Array.isArray(value)) issues.push(named(pathText(here), field, NOT_A_LIST))
    else if (field.required && value.length === 0) issues.push(named(pathText(here), field, EMPTY_LIST))
    else for (const [index, item] of value.entries()) checkItem(item, [...here, index], issues)
  }
}

function scalarCheck(field: Field, lengthRule: LengthRule): ValueCheck {
  const check = textCheck(field, lengthRule)
  const wrongType: Finding = { rule: 'type', text: expectedType(field) }
  return (value, path, name, issues) => {
    let finding: Finding | undefined
    if (typeof value === 'string') finding = check(value)
    else if (field.kind !== 'json' || !isJsonObject(value)) finding = wrongType
    if (finding !== undefined) issues.push(named(pathText([...path, name]), field, finding))
  }
}

const AN_OBJECT: BilingualText = { en: 'must be an object', zh: '须为对象' }
const NOT_A_LIST: Finding = { rule: 'type', text: { en: 'must be a list of objects', zh: '须为对象数组' } }
const EMPTY_LIST: Finding = { rule: 'required', text: { en: 'must hold at least one item', zh: '至少须有一项' } }
const UNKNOWN_FIELD: BilingualText = {
  en: 'is not a field of this message; declare a regional field in profile.messages',
  zh: '不是该接口的字段；地区自有字段请在 profile.messages 中声明',
}

function expectedType({ kind }: Field): BilingualText {
  if (kind === 'json') return { en: 'must be an object or its JSON text', zh: '须为对象或其 JSON 文本' }
  if (kind === 'money') {
    return { en: "must be text made with yuan('…'), never a number", zh: "须为 yuan('…') 生成的文本，不可为数值" }
  }
  return { en: 'must be text', zh: '须为文本' }
}

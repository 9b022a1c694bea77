import type { Field, Shape } from '../description/field.ts'
import type { Issue } from '../errors/issue.ts'
import { type Path, pathText } from '../errors/path.ts'
import { isYuan, yuan } from '../money/yuan.ts'
import type { Finding } from './check-text.ts'
import { named } from './named-issue.ts'
import { reportMissing, shapeFacts } from './shape-facts.ts'

/** A JSON object as it came. */
export type JsonObject = { [key: string]: unknown }

/**
 * Reads a body that came from outside, in the many forms seen in the field.
 *
 * Numbers become text; `null`, `""` and the text `"null"` count as absent; other spellings are renamed; an object or a
 * list may come as JSON text; a wrapper may have written keys in lower case; amounts are written with two decimals. Lengths
 * are not checked. Fields without a description
 * stay as they came. The value is changed in place: it was parsed for this call alone.
 */
export function readTolerantly(value: JsonObject, shape: Shape, path: Path, issues: Issue[]): void {
  const { fields, required, aliased, lowerCased } = shapeFacts(shape)
  restoreCase(value, fields, lowerCased, path, issues)
  for (const { name, field, aliases } of aliased) readAliases(value, name, field, aliases, path, issues)
  let present = 0
  for (const name in value) {
    const field = fields.get(name)
    if (field === undefined) continue
    const given = value[name]
    if (isAbsent(given)) {
      delete value[name]
      continue
    }
    if (field.required) present += 1
    const read = readField(given, name, field, path, issues)
    if (read !== given) value[name] = read
  }
  if (present < required.size) reportMissing(value, required, path, issues)
}

export function isAbsent(value: unknown): value is undefined | null | '' | 'null' {
  return value === undefined || value === null || value === '' || value === 'null'
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Some wrappers write every key in lower case (`ectoken`): such a key is another spelling of its field. */
function restoreCase(
  value: JsonObject,
  fields: ReadonlyMap<string, Field>,
  lowerCased: ReadonlyMap<string, string>,
  path: Path,
  issues: Issue[],
): void {
  for (const given in value) {
    if (fields.has(given)) continue
    const name = lowerCased.get(given)
    const field = name === undefined ? undefined : fields.get(name)
    if (name !== undefined && field !== undefined) readAliases(value, name, field, [given], path, issues)
  }
}

/**
 * Reads a field under its other spellings. A second spelling with another value is kept under its own name; two amounts
 * that disagree prove neither.
 */
function readAliases(
  value: JsonObject,
  name: string,
  field: Field,
  aliases: readonly string[],
  path: Path,
  issues: Issue[],
): void {
  for (const alias of aliases) {
    const given = value[alias]
    if (given === undefined) continue
    if (isAbsent(value[name])) value[name] = given
    else if (!isAbsent(given) && !isSame(value[name], given, field)) {
      if (field.kind === 'money') issues.push(named(pathText([...path, alias]), field, OTHER_AMOUNT))
      continue
    }
    delete value[alias]
  }
}

function isSame(one: unknown, other: unknown, { kind }: Field): boolean {
  const [left, right] = [scalarText(one), scalarText(other)]
  if (left === undefined || right === undefined) return JSON.stringify(one) === JSON.stringify(other)
  return kind === 'money' && isYuan(left) && isYuan(right) ? yuan(left) === yuan(right) : left === right
}

function readField(value: unknown, name: string, field: Field, path: Path, issues: Issue[]): unknown {
  switch (field.kind) {
    case 'json':
      return value
    case 'object':
      return readObject(unwrap(value), field, [...path, name], issues)
    case 'list':
      return readList(unwrap(value), field, [...path, name], issues)
    default:
      return readScalar(value, name, field, path, issues)
  }
}

function readObject(value: unknown, field: Field, path: Path, issues: Issue[]): unknown {
  if (isJsonObject(value)) readTolerantly(value, field.shape ?? {}, path, issues)
  else issues.push(named(pathText(path), field, NOT_AN_OBJECT))
  return value
}

function readList(value: unknown, field: Field, path: Path, issues: Issue[]): unknown {
  const items = isJsonObject(value) ? [value] : value // one item without its brackets has been seen (drugList)
  if (!Array.isArray(items)) {
    issues.push(named(pathText(path), field, NOT_A_LIST))
    return value
  }
  for (const [index, item] of items.entries()) readObject(item, field, [...path, index], issues)
  return items
}

function readScalar(value: unknown, name: string, field: Field, path: Path, issues: Issue[]): unknown {
  if (typeof value === 'string' && field.kind !== 'money') return value
  const text = scalarText(value)
  if (text === undefined) issues.push(named(pathText([...path, name]), field, NOT_TEXT))
  else if (field.kind === 'money') {
    if (isYuan(text) && isExactAmount(value)) return yuan(text)
    issues.push(named(pathText([...path, name]), field, NOT_MONEY))
  }
  return text ?? value
}

/** JSON numbers are read as their shortest text; beyond 2^53 digits may already be lost, so such a number is refused. */
function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return String(value)
  return undefined
}

/**
 * One rule for amounts that come as JSON numbers: at most two decimals, and below 10,000,000,000,000. Up to there a double
 * holds 15 digits exactly, so that no other amount can have been written.
 */
function isExactAmount(value: unknown): boolean {
  return typeof value !== 'number' || Math.abs(value) < EXACT_AMOUNTS
}

const EXACT_AMOUNTS = 10_000_000_000_000

function unwrap(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

const NOT_AN_OBJECT: Finding = { rule: 'type', text: { en: 'must be an object', zh: '须为对象' } }
const NOT_A_LIST: Finding = { rule: 'type', text: { en: 'must be a list', zh: '须为数组' } }
const NOT_TEXT: Finding = { rule: 'type', text: { en: 'must be text or an exact number', zh: '须为文本或精确数值' } }
const OTHER_AMOUNT: Finding = {
  rule: 'duplicate',
  text: { en: 'stands twice, under two spellings and with two amounts', zh: '以两种写法重复出现且金额不一致' },
}
const NOT_MONEY: Finding = {
  rule: 'format',
  text: {
    en: 'must be an amount in yuan: text, or a number of at most two decimals below 10,000,000,000,000',
    zh: '须为金额（元）：文本，或至多两位小数且小于 10000000000000 的数值',
  },
}

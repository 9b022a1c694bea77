import type { JsonSchema } from '@nationec/protocol'
import { componentSchemas } from './schemas.ts'

/** One member of a body, as the page of the interface shows it. */
export interface Field {
  /** With the members above it: `feedetailList[].feedetlSn`. */
  readonly path: string
  readonly type: string
  readonly required: boolean
  /** Chinese name, limits, what the documents say of it. */
  readonly about: string
}

/** Every member of a schema, those of inner objects and lists behind their own. */
export function fieldsOf(schema: JsonSchema | undefined, above = '', seen: readonly string[] = []): Field[] {
  const { resolved, names } = resolve(schema, seen)
  if (resolved === undefined) return []
  const items = objectOf(resolved['items'])
  if (items !== undefined) return fieldsOf(items, `${above}[]`, names)
  const variants = listOf(resolved['anyOf'] ?? resolved['oneOf'] ?? resolved['allOf']).map(objectOf)
  const required = listOf(resolved['required'])
  const own = Object.entries(objectOf(resolved['properties']) ?? {}).flatMap(([name, value]) => {
    const member = objectOf(value) ?? {}
    const path = above === '' ? name : `${above}.${name}`
    const field = { path, type: typeOf(member), required: required.includes(name), about: aboutOf(member) }
    return [field, ...fieldsOf(member, path, names)]
  })
  const inner = variants.flatMap((variant) => fieldsOf(variant, above, names))
  return [...own, ...inner.filter(({ path }, index) => inner.findIndex((other) => other.path === path) === index)]
}

/** What a value is: `string`, `string[]`, `"done" | "not-done"`. */
export function typeOf(schema: JsonSchema): string {
  const { $ref, type, items } = schema
  if (typeof $ref === 'string') return nameOf($ref)
  if ('const' in schema) return JSON.stringify(schema['const'])
  if (schema['enum'] !== undefined) return listOf(schema['enum']).map(String).join(' | ')
  const variants = listOf(schema['anyOf'] ?? schema['oneOf'])
  if (variants.length > 0) return [...new Set(variants.map((one) => typeOf(objectOf(one) ?? {})))].join(' | ')
  if (type === 'array') return `${typeOf(objectOf(items) ?? {})}[]`
  if (Array.isArray(type)) return type.join(' | ')
  return typeof type === 'string' ? type : 'any'
}

/** A schema behind a reference; one that leads to itself is not followed again. */
function resolve(schema: JsonSchema | undefined, seen: readonly string[]) {
  const $ref = schema?.['$ref']
  if (typeof $ref !== 'string') return { resolved: schema, names: seen }
  const name = nameOf($ref)
  const schemas: Readonly<Record<string, JsonSchema>> = componentSchemas
  return { resolved: seen.includes(name) ? undefined : schemas[name], names: [...seen, name] }
}

/** Patterns of dates fill a line and tell a reader nothing. */
const LONGEST_PATTERN = 40

const LIMITS = [
  ['minLength', '≥ # characters'],
  ['maxLength', '≤ # characters'],
  ['minimum', '≥ #'],
  ['maximum', '≤ #'],
  ['minItems', '≥ # items'],
  ['maxItems', '≤ # items'],
  ['x-form', '#'],
  ['format', '#'],
] as const

function aboutOf(schema: JsonSchema): string {
  const { title, pattern, description } = schema
  const limits = LIMITS.flatMap(([keyword, words]) => {
    const value = schema[keyword]
    return value === undefined ? [] : [words.replace('#', String(value))]
  })
  const form = typeof pattern === 'string' && pattern.length <= LONGEST_PATTERN ? [pattern] : []
  return [title, ...limits, ...form, description].filter((part) => typeof part === 'string').join('; ')
}

const nameOf = ($ref: string): string => $ref.slice($ref.lastIndexOf('/') + 1)

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function objectOf(value: unknown): JsonSchema | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
}

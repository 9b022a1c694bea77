import { isList, isObject, JsonNumber, type JsonObject, type JsonValue } from './json-value.ts'

/** How numbers and truth values stand in the JSON: as text, as they are, or as text in the outermost object only. */
export type Scalars = 'as text' | 'as written' | 'first level as text'

/** How a value is written down. */
export interface JsonLayout {
  /** Order of the members: as given, ascending on every level, ascending in the outermost object only. */
  readonly order: 'given' | 'sorted' | 'sorted-top'
  readonly scalars: Scalars
  /** Whether numbers keep their digits, or lose them in a binary number as in JavaScript: `128.50` becomes `128.5`. */
  readonly numbers: 'as written' | 'as binary'
}

/** Writes a value as JSON, without blanks, and with no escape that could be left out. */
export function writeJson(value: JsonValue, layout: JsonLayout): string {
  return write(value, layout, 0)
}

function write(value: JsonValue, layout: JsonLayout, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (value === null) return 'null'
  if (isList(value)) {
    return `[${value.map((item) => write(item, layout, depth + 1)).join(',')}]`
  }
  if (isObject(value)) return writeObject(value, layout, depth)
  const written = layout.numbers === 'as written' ? scalarText(value) : binaryText(value)
  const asText = layout.scalars === 'as text' || (layout.scalars === 'first level as text' && depth === 1)
  return asText ? `"${written}"` : written
}

function writeObject(value: JsonObject, layout: JsonLayout, depth: number): string {
  const { order } = layout
  const sorted = order === 'sorted' || (order === 'sorted-top' && depth === 0)
  const names = sorted ? Object.keys(value).sort() : Object.keys(value)
  const members = names.map((name) => `${JSON.stringify(name)}:${write(value[name] as JsonValue, layout, depth + 1)}`)
  return `{${members.join(',')}}`
}

/** A number or a truth value as it stands in JSON. */
export function scalarText(value: boolean | JsonNumber): string {
  return value instanceof JsonNumber ? value.text : String(value)
}

function binaryText(value: boolean | JsonNumber): string {
  return value instanceof JsonNumber ? JSON.stringify(Number(value.text)) : String(value)
}

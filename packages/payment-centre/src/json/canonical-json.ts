import { isList, isObject, JsonNumber, type JsonObject, type JsonValue } from './json-value.ts'

/** How deep keys are sorted and what is left out as empty, in the JSON that is signed. */
export type EmptyRemoval = 'recursive' | 'one level' | 'null only' | 'one level and empty lists'

/** How the JSON of `data` is written before it is signed. */
export interface SignedForm {
  readonly scalars: 'as text' | 'as written'
  readonly emptyRemoval: EmptyRemoval
}

/**
 * Writes the JSON that is signed: keys ascending, empty members left out, no blanks, Chinese as it is.
 *
 * Only `null` and `""` are ever empty (and an empty list, in one form): a zero stays, because leaving it out breaks the
 * amounts and the signature.
 */
export function canonicalJson(value: JsonValue, form: SignedForm): string {
  return write(value, form, 0)
}

function write(value: JsonValue, form: SignedForm, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (value === null) return 'null'
  if (isList(value)) return `[${value.map((item) => write(item, form, depth + 1)).join(',')}]`
  if (isObject(value)) return writeObject(value, form, depth)
  const written = scalarText(value)
  return form.scalars === 'as text' ? `"${written}"` : written
}

function writeObject(value: JsonObject, form: SignedForm, depth: number): string {
  const deep = form.emptyRemoval === 'recursive' || form.emptyRemoval === 'null only'
  const arranged = deep || depth === 0
  const names = arranged ? Object.keys(value).sort() : Object.keys(value)
  const members: string[] = []
  for (const name of names) {
    const member = value[name] as JsonValue
    if (arranged && isEmpty(member, form.emptyRemoval)) continue
    members.push(`${JSON.stringify(name)}:${write(member, form, depth + 1)}`)
  }
  return `{${members.join(',')}}`
}

function isEmpty(value: JsonValue, removal: EmptyRemoval): boolean {
  if (value === null) return true
  if (removal === 'null only') return false
  if (value === '') return true
  return removal === 'one level and empty lists' && isList(value) && value.length === 0
}

/** A number or a truth value as it stands in JSON. */
export function scalarText(value: boolean | JsonNumber): string {
  return value instanceof JsonNumber ? value.text : String(value)
}

import { scalarText } from '../json/canonical-json.ts'
import { isList, isObject, type JsonObject, type JsonValue } from '../json/json-value.ts'

/** One member of an envelope as text; `undefined` when it is absent, empty, or no scalar. */
export function headerText(value: JsonValue | undefined): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'string') return value
  return isObject(value) || isList(value) ? undefined : scalarText(value)
}

/** Every scalar member of an envelope as text, without the two that only carry bytes. */
export function headerTexts(envelope: JsonObject): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {}
  for (const [name, value] of Object.entries(envelope)) {
    const text = headerText(value)
    if (text !== undefined && name !== 'signData' && name !== 'encData' && name !== '__proto__') texts[name] = text
  }
  return texts
}

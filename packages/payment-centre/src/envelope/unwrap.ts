import { isObject, type JsonObject, type JsonValue } from '../json/json-value.ts'
import { readJson } from '../json/read-json.ts'

/** The members under which relays put what they pass on. */
const SHELLS = ['data', 'output', 'body'] as const

/**
 * Takes the shells of a relay off: the envelope is the outermost object with a `signData`.
 *
 * Nothing is believed that a shell says itself. Without any signature the outermost object is given back.
 */
export function unwrap(value: JsonValue | undefined, levels: number): JsonObject | undefined {
  if (!isObject(value)) return undefined
  return signedWithin(value, levels) ?? value
}

function signedWithin(value: JsonObject, levels: number): JsonObject | undefined {
  if ('signData' in value) return value
  if (levels === 0) return undefined
  for (const name of SHELLS) {
    const inner = value[name]
    const candidate = typeof inner === 'string' ? readJson(inner) : inner
    const found = isObject(candidate) ? signedWithin(candidate, levels - 1) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

/** A number exactly as the sender wrote it: `128.50` signed as text must not become `128.5`. */
export class JsonNumber {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

export type JsonValue = string | boolean | null | JsonNumber | readonly JsonValue[] | JsonObject

/** An object as it was read; only its own members count. */
export interface JsonObject {
  readonly [name: string]: JsonValue
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber)
}

export function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}

import { type JsonSchema, jsonSchema, type Message, type Profile } from '@nationec/protocol'

/** What is said of a field in any answer; limits are the terminal's to keep, and it need not. */
const KEPT: ReadonlySet<string> = new Set([
  'title',
  'description',
  'x-evidence',
  'x-digits',
  'x-form',
  'x-table',
  'x-sensitive',
])

/**
 * The schema of a terminal's answer as the agent passes it on: the fields that are described, none of them promised, and
 * others that a region adds. A limit that a terminal breaks is no fault of an answer that has arrived.
 */
export function messageAnswer(
  message: Message,
  profile: Profile,
  more: Readonly<Record<string, JsonSchema>> = {},
  required: readonly string[] = [],
): JsonSchema {
  const { properties } = opened(jsonSchema(message, 'response', profile)) as { readonly properties?: JsonSchema }
  return { type: 'object', properties: { ...properties, ...more }, required: [...required] }
}

function opened(schema: unknown): JsonSchema {
  const { type, properties, items, anyOf, ...rest } = schema as Record<string, unknown>
  const kept = Object.fromEntries(Object.entries(rest).filter(([name]) => KEPT.has(name)))
  return {
    ...kept,
    ...(type === undefined ? {} : { type }),
    ...(isObject(properties)
      ? { properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, opened(one)])) }
      : {}),
    ...(items === undefined ? {} : { items: opened(items) }),
    ...(Array.isArray(anyOf) ? { anyOf: anyOf.map(opened) } : {}),
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

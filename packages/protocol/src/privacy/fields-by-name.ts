import type { Field, Shape } from '../description/field.ts'
import { messages } from '../messages/registry.ts'

let byName: ReadonlyMap<string, readonly Field[]> | undefined
let byLetters: ReadonlyMap<string, readonly Field[]> | undefined

/**
 * The fields of this name in every message, requests and answers, under any of their spellings.
 *
 * A field that is personal in one message is treated as personal in all of them.
 */
export function fieldsNamed(name: string): readonly Field[] {
  byName ??= collect((spelling) => spelling)
  return byName.get(name) ?? []
}

/** The same without regard to case and underscores: programs print `user_name` and `USERNAME`. */
export function fieldsSpeltLike(name: string): readonly Field[] {
  byLetters ??= collect(lettersOf)
  return byLetters.get(lettersOf(name)) ?? []
}

export function lettersOf(name: string): string {
  return name.replaceAll('_', '').toLowerCase()
}

function collect(keyOf: (spelling: string) => string): ReadonlyMap<string, readonly Field[]> {
  const found = new Map<string, Field[]>()
  const walk = (shape: Shape): void => {
    for (const [name, field] of Object.entries(shape)) {
      for (const key of new Set([name, ...(field.aliases ?? [])].map(keyOf))) {
        found.set(key, [...(found.get(key) ?? []), field])
      }
      if (field.shape !== undefined) walk(field.shape)
    }
  }
  for (const { request, response } of Object.values(messages)) {
    walk(request)
    walk(response)
  }
  return found
}

import { type Field, messages, type Shape } from '@nationec/protocol'

let fields: ReadonlyMap<string, readonly Field[]> | undefined

/** The fields of this name in every message, under any spelling: what is personal anywhere is personal everywhere. */
export function fieldsNamed(name: string): readonly Field[] {
  fields ??= collect()
  return fields.get(name) ?? []
}

function collect(): ReadonlyMap<string, readonly Field[]> {
  const found = new Map<string, Field[]>()
  const walk = (shape: Shape): void => {
    for (const [name, field] of Object.entries(shape)) {
      for (const spelling of [name, ...(field.aliases ?? [])]) {
        found.set(spelling, [...(found.get(spelling) ?? []), field])
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

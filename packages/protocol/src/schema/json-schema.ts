import * as z from 'zod/mini'
import type { Message } from '../description/message.ts'
import { defaultProfile } from '../profile/default-profile.ts'
import type { Profile } from '../profile/profile.ts'
import { fieldRegistry, strictSchema } from './strict-schema.ts'

/** A JSON Schema document (draft 2020-12). */
export type JsonSchema = { readonly [keyword: string]: unknown }

/**
 * The JSON Schema of a message's request or response body, with the Chinese field names, lengths and evidence.
 *
 * `maxLength` counts characters; the rules over several fields (sums, one of two) have no form in JSON Schema.
 *
 * @example
 * ```ts
 * import { ecQuery, jsonSchema } from '@nationec/protocol'
 *
 * console.log(jsonSchema(ecQuery, 'request'))
 * ```
 */
export function jsonSchema(
  message: Message,
  body: 'request' | 'response',
  profile: Profile = defaultProfile,
): JsonSchema {
  return z.toJSONSchema(strictSchema(message, body, profile), {
    override: ({ zodSchema, jsonSchema: written }) => {
      const field = fieldRegistry().get(zodSchema)
      if (field === undefined) return
      written.title = field.title
      if (field.length !== undefined) written.maxLength = field.length
      if (field.note !== undefined) written.description = field.note
      written['x-evidence'] = field.evidence
      if (field.digits !== undefined) written['x-digits'] = [...field.digits]
      if (field.form !== undefined) written['x-form'] = field.form
      if (field.table !== undefined) written['x-table'] = field.table
      if (field.sensitive !== undefined) written['x-sensitive'] = field.sensitive
    },
  }) as JsonSchema
}

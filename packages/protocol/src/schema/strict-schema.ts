import { z } from 'zod'
import type { Field, Shape } from '../description/field.ts'
import type { Profile } from '../profile/profile.ts'
import { type LengthRule, textCheck } from './check-text.ts'

/** The field behind each zod schema: for issues, JSON Schema and documentation. */
export const fieldRegistry: z.core.$ZodRegistry<Field, z.core.$ZodType> = z.registry<Field>()

/** Makes the strict zod schema of a shape: what may be sent, and nothing else. */
export function strictSchema(shape: Shape, profile: Profile): z.ZodObject {
  const lengthRule: LengthRule = { unit: profile.lengthUnit, charset: profile.charset }
  const members: Record<string, z.ZodType> = {}
  for (const [name, field] of Object.entries(shape)) {
    const schema = fieldSchema(field, profile, lengthRule)
    members[name] = field.required ? schema : schema.optional()
  }
  return z.strictObject(members)
}

function fieldSchema(field: Field, profile: Profile, lengthRule: LengthRule): z.ZodType {
  const schema = bareSchema(field, profile, lengthRule)
  fieldRegistry.add(schema, field)
  return schema
}

function bareSchema(field: Field, profile: Profile, lengthRule: LengthRule): z.ZodType {
  const { kind, shape = {} } = field
  if (kind === 'object') return strictSchema(shape, profile)
  if (kind === 'list') {
    const items = z.array(strictSchema(shape, profile))
    return field.required ? items.min(1) : items
  }
  const scalar = checkedString(field, lengthRule)
  return kind === 'json' ? z.union([scalar, z.record(z.string(), z.unknown())]) : scalar
}

function checkedString(field: Field, lengthRule: LengthRule): z.ZodType {
  const check = textCheck(field, lengthRule)
  return z.string().check((payload) => {
    const finding = check(payload.value)
    if (finding !== undefined) {
      payload.issues.push({ code: 'custom', input: undefined, params: { finding }, continue: true })
    }
  })
}

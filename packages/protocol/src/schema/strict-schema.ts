import * as z from 'zod/mini'
import type { Field, Shape } from '../description/field.ts'
import type { Message } from '../description/message.ts'
import type { Profile } from '../profile/profile.ts'
import { type LengthRule, textCheck } from './check-text.ts'
import { messageSchemas } from './message-schemas.ts'

let registry: z.core.$ZodRegistry<Field, z.core.$ZodType> | undefined

/** The field behind each zod schema: for issues, JSON Schema and documentation. Made at the first use. */
export function fieldRegistry(): z.core.$ZodRegistry<Field, z.core.$ZodType> {
  registry ??= z.registry<Field>()
  return registry
}

const known = new WeakMap<Shape, WeakMap<Profile, z.ZodMiniObject>>()

/**
 * The zod schema of a message's body under a profile: what may be sent, and nothing else. Made once for each pair.
 *
 * It gives the same verdict as `checkRequestBody` gives on single fields, and serves JSON Schema and other tools.
 */
export function strictSchema(message: Message, body: 'request' | 'response', profile: Profile): z.ZodMiniObject {
  const { shape } = messageSchemas(message, profile)[body]
  const ofShape = known.get(shape) ?? new WeakMap<Profile, z.ZodMiniObject>()
  known.set(shape, ofShape)
  const schema = ofShape.get(profile) ?? shapeSchema(shape, profile)
  ofShape.set(profile, schema)
  return schema
}

function shapeSchema(shape: Shape, profile: Profile): z.ZodMiniObject {
  const lengthRule: LengthRule = { unit: profile.lengthUnit, charset: profile.charset }
  const members: Record<string, z.ZodMiniType> = {}
  for (const [name, field] of Object.entries(shape)) {
    const schema = fieldSchema(field, profile, lengthRule)
    members[name] = field.required ? schema : z.optional(schema)
  }
  return z.strictObject(members)
}

function fieldSchema(field: Field, profile: Profile, lengthRule: LengthRule): z.ZodMiniType {
  const schema = bareSchema(field, profile, lengthRule)
  fieldRegistry().add(schema, field)
  return schema
}

function bareSchema(field: Field, profile: Profile, lengthRule: LengthRule): z.ZodMiniType {
  const { kind, shape = {} } = field
  if (kind === 'object') return shapeSchema(shape, profile)
  if (kind === 'list') {
    const items = z.array(shapeSchema(shape, profile))
    return field.required ? items.check(z.minLength(1)) : items
  }
  const scalar = checkedString(field, lengthRule)
  return kind === 'json' ? z.union([scalar, z.record(z.string(), z.unknown())]) : scalar
}

function checkedString(field: Field, lengthRule: LengthRule): z.ZodMiniType {
  const check = textCheck(field, lengthRule)
  return z.string().check((payload) => {
    const finding = check(payload.value)
    if (finding !== undefined) {
      payload.issues.push({ code: 'custom', input: undefined, params: { finding }, continue: true })
    }
  })
}

import type { JsonSchema } from '@nationec/protocol'
import { z } from 'zod'
import { auditActions } from '../audit/audit-log.ts'
import { operatorRoles } from '../model/operator.ts'

const role = z.enum(operatorRoles)
const operator = z.object({ number: z.string(), name: z.string(), role, active: z.boolean() })

const audit = z.object({
  entries: z.array(
    z.object({
      seq: z.int(),
      at: z.iso.datetime(),
      till: z.string().optional(),
      operator: z.string().optional(),
      role: role.optional(),
      action: z.enum(auditActions),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
  damage: z.array(z.object({ what: z.enum(['entry-changed', 'entry-missing', 'end-missing']), seq: z.int() })),
})

const schemaOf = (schema: z.ZodType): JsonSchema => {
  const { $schema: _, ...inner } = z.toJSONSchema(schema, { io: 'output' }) as Record<string, unknown>
  return inner as JsonSchema
}

/** The answers about people, for the documentation. */
export const operatorSchema: JsonSchema = schemaOf(operator)
export const sessionSchema: JsonSchema = schemaOf(z.object({ needed: z.boolean(), operator: operator.nullable() }))
export const auditSchema: JsonSchema = schemaOf(audit)

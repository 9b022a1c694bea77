import type { JsonSchema } from '@nationec/protocol'
import { z } from 'zod'

const yuan = z.string().regex(/^\d+\.\d{2}$/)
export const operationState = z.enum(['running', 'done', 'refused', 'unknown', 'closed', 'free'])

/** The answers of the agent, for its documentation: the types stand beside what makes them. */
const operation = z.object({
  id: z.string(),
  key: z.string(),
  kind: z.enum(['upload', 'place', 'revoke', 'refund', 'raw']),
  state: operationState,
  outcome: z.enum(['done', 'not-done']).optional(),
  proof: z.enum(['answer', 'memory', 'query', 'person']).optional(),
  medOrgOrd: z.string().optional(),
  payOrdId: z.string().optional(),
  appRefdSn: z.string().optional(),
  refdSn: z.string().optional(),
  transType: z.string().optional(),
  amount: yuan.optional(),
  operator: z.string().optional(),
  startedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  nextAt: z.iso.datetime().optional(),
  code: z.string().optional(),
})

export const amounts = z.object({ total: yuan, fund: yuan, account: yuan, cash: yuan })

export const orderStatus = z.enum([
  'unknown',
  'not-uploaded',
  'pending',
  'completing',
  'settled',
  'partly-refunded',
  'refunded',
  'revoked',
  'failed',
  'unrecognised',
])

const order = z.object({
  id: z.string(),
  payOrdId: z.string().optional(),
  medOrgOrd: z.string().optional(),
  total: yuan.optional(),
  status: orderStatus,
  ordStas: z.string().optional(),
  amounts: amounts.optional(),
  held: amounts.optional(),
  refunds: z.array(
    z.object({
      appRefdSn: z.string(),
      total: yuan.optional(),
      state: operationState,
      outcome: z.enum(['done', 'not-done']).optional(),
    }),
  ),
  operations: z.array(operation),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
})

const exception = z.object({
  id: z.string(),
  kind: z.string(),
  /** Ids of an operation and of an order. */
  operation: z.string().optional(),
  order: z.string().optional(),
  day: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  createdAt: z.iso.datetime(),
})

export const text = z.object({ zh: z.string(), en: z.string() })

const problem = z.object({
  type: z.url(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  code: z.string(),
  delivery: z.enum(['not-sent', 'unknown', 'answered']),
  layer: z.string(),
  summary: text,
  advice: text,
  details: z.array(text),
  issues: z.array(z.object({ path: z.string(), rule: z.string(), text })).optional(),
  responseCode: z.union([z.number(), z.string()]).optional(),
  responseMessage: z.string().optional(),
  operationId: z.string().optional(),
  /** Tries that are left of a pairing. */
  attemptsLeft: z.int().optional(),
  /** An old page reads it here. */
  replayed: z.boolean().optional(),
  operation: operation.optional(),
  order: order.optional(),
})

const sale = z.object({
  id: z.string(),
  medOrgOrd: z.string(),
  source: z.enum(['page', 'file', 'paste', 'typed', 'example', 'order']),
  total: yuan.optional(),
  stage: z.enum([
    ...(['draft', 'identified', 'working', 'unknown', 'uploaded', 'paid', 'settled', 'printed'] as const),
    ...(['partly-refunded', 'refunded', 'revoked', 'failed', 'unrecognised'] as const),
  ]),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  /** For the console only, as is all that follows. */
  lines: z.int().optional(),
  person: z.object({ userName: z.string(), idNo: z.string() }).optional(),
  doing: z
    .object({ what: z.enum(['reading', 'uploading', 'asking', 'revoking', 'refunding']), since: z.iso.datetime() })
    .optional(),
  order: order.optional(),
  unknown: operation.optional(),
  refusal: z
    .object({
      kind: operation.shape.kind,
      state: operationState,
      code: z.string(),
      summary: text.optional(),
      advice: text.optional(),
      delivery: z.string().optional(),
      responseCode: z.union([z.number(), z.string()]).optional(),
      responseMessage: z.string().optional(),
    })
    .optional(),
  waitsFor: z.string().optional(),
  closable: z.boolean().optional(),
  keys: z.object({ upload: z.string(), revoke: z.string() }).optional(),
  bill: z.record(z.string(), z.unknown()).optional(),
})

export const jsonOf = (schema: z.ZodType): JsonSchema => withoutDialect(z.toJSONSchema(schema) as JsonSchema)

/** The document says once which dialect its schemas are written in. */
function withoutDialect({ $schema: _, ...schema }: JsonSchema): JsonSchema {
  return schema
}

/** Named parts of the OpenAPI document. */
export const componentSchemas: Readonly<Record<string, JsonSchema>> = {
  Operation: jsonOf(operation),
  Order: jsonOf(order),
  Exception: jsonOf(exception),
  Sale: jsonOf(sale),
  Problem: jsonOf(problem.extend({ sale: sale.optional() })),
}

export const reference = (name: 'Operation' | 'Order' | 'Exception' | 'Sale' | 'Problem'): JsonSchema => ({
  $ref: `#/components/schemas/${name}`,
})

/** An object with these members; those that may be missing are named. */
export const objectOf = (
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
})
export const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items })

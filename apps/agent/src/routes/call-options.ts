import type { CallOptions } from '@nationec/client'
import { z } from 'zod'
import { zodInput } from '../http/input.ts'

/** What may stand behind the question mark of every call to the terminal. */
const schema = z.object({
  deadline: z.coerce.number().int().min(100).max(600_000).optional(),
  url: z.string().max(2_048).optional(),
})

/** And of every call that moves money. */
const moneySchema = schema.extend({
  notDuplicate: z.string().min(1).max(500).optional(),
  /** Of a refund over the limit: what POST /v1/approvals gave. */
  approval: z.string().max(64).optional(),
})

export const callOptionsInput = zodInput(schema)
export const moneyOptionsInput = zodInput(moneySchema)
export type CallOptionsQuery = z.output<typeof moneySchema>

export function callOptions({ deadline, url }: CallOptionsQuery, signal: AbortSignal): CallOptions {
  return { deadline, url, signal }
}

/** How many of a list, newest first. */
export const limitSchema: z.ZodDefault<z.ZodCoercedNumber> = z.coerce.number().int().min(1).max(500).default(50)

/** Where the next page of a list begins. */
export const cursorSchema: z.ZodOptional<z.ZodString> = z.string().max(200).optional()

import { z } from 'zod'
import { operatorRoles } from '../model/operator.ts'
import { pinForm } from '../people/pin.ts'

export const pin: z.ZodString = z.string().regex(pinForm)
const number: z.ZodString = z.string().regex(/^[A-Za-z0-9_-]{1,20}$/)
/** A name is shown to people: without tricks of writing. */
const name = z.string().regex(/^[\p{L}\p{N} _.()（）·-]{1,40}$/u)

export const credentialsInput = { number, pin }
export const payOrdId: z.ZodString = z.string().regex(/^[A-Za-z0-9_.:/#-]{1,64}$/)
/** An amount as a person types it. */
export const yuan: z.ZodString = z.string().regex(/^\d{1,12}(\.\d{1,2})?$/)

const role = z.enum(operatorRoles)
export const newOperator = z.strictObject({ number, name, role, pin })
export const operatorChange = z.strictObject({
  ...{ name: name.optional(), role: role.optional(), pin: pin.optional(), active: z.boolean().optional() },
})

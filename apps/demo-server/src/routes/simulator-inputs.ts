import { faultKinds, type Setting, settingsTable } from '@nationec/simulator'
import { z } from 'zod'

const number = z.string().min(1).max(64)

/** What the patient does at the simulated terminal. */
export const patientAction = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('pay'),
    payOrdId: number.optional(),
    until: z.enum(['1', '2', '3', '4', '5', '6', '14', '15', '16']).optional(),
  }),
  z.strictObject({ action: z.literal('cancel'), payOrdId: number.optional() }),
  z.strictObject({ action: z.literal('present'), personId: number.optional() }),
  z.strictObject({ action: z.literal('walk-away') }),
  z.strictObject({ action: z.literal('authorise-payment'), personId: number.optional() }),
])

const effect = z.enum(['done', 'none']).optional()

/** One fault with its members; the simulator checks what belongs to which kind. */
const fault = z.union([
  z.enum(faultKinds.filter((kind) => kind !== 'refund-status') as [string, ...string[]]),
  z.strictObject({
    kind: z.enum(faultKinds as unknown as [string, ...string[]]),
    effect,
    milliseconds: z.number().min(0).max(600_000).optional(),
    carriedOut: z.enum(['first', 'last']).optional(),
    code: z.int().optional(),
    message: z.string().max(200).optional(),
    how: z.enum(['cut', 'bytes', 'charset']).optional(),
    value: z.string().max(64).optional(),
    form: z.enum(['data-as-text', 'null-texts', 'numbers', 'other-names']).optional(),
    status: z.enum(['FAIL', 'EXP']).optional(),
  }),
])

const operation = z
  .enum([
    'queryCredential',
    'scanQrCode',
    'authoriseFace',
    'checkAuthorisation',
    'readIdCard',
    'notifySettlement',
    'uploadFees',
    'placeOrder',
    'querySettlement',
    'revokeFees',
    'refund',
    'queryInsured',
  ])
  .optional()

export const plannedFault = z.strictObject({ fault, on: operation })
export const faultScript = z.strictObject({ script: z.array(z.union([fault, plannedFault])).max(1_000) })

export const pushAction = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('next'), fate: z.enum(['sent', 'lost', 'repeated', 'held']) }),
  z.strictObject({ action: z.literal('release'), order: z.enum(['as held', 'reversed']).optional() }),
  z.strictObject({ action: z.literal('resend'), payOrdId: number }),
])

export const settleAction = z.strictObject({ payOrdId: number })

/** The settings of the simulator as a schema, from its own table. */
export const settingsChange = z.strictObject(
  Object.fromEntries(
    Object.entries(settingsTable as Readonly<Record<string, Setting>>).map(([name, setting]) => [
      name,
      setting.kind === 'choice'
        ? z.enum(setting.choices as unknown as [string, ...string[]]).optional()
        : z.int().min(setting.least).max(setting.most).optional(),
    ]),
  ),
)

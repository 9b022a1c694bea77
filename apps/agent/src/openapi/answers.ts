import type { JsonSchema } from '@nationec/protocol'
import { z } from 'zod'
import { amounts, jsonOf, orderStatus, text } from './schemas.ts'

/** What the agent answers of itself; the types stand beside what makes the answers. */
const role = z.enum(['page', 'console', 'program'])
const time = z.iso.datetime()

export const agentAnswer: JsonSchema = jsonOf(
  z.object({
    name: z.literal('nationec-agent'),
    version: z.string(),
    api: z.literal('1'),
    paired: z.boolean(),
    origin: z.string().nullable(),
    role: role.nullable(),
    transport: z.string(),
    simulator: z.boolean(),
    orgId: z.string(),
    till: z.string().nullable(),
    stopping: z.boolean(),
  }),
)

export const begunAnswer: JsonSchema = jsonOf(
  z.object({ pairingId: z.string(), expiresAt: time, attemptsLeft: z.int() }),
)

export const tokenAnswer: JsonSchema = jsonOf(
  z.object({ token: z.string(), origin: z.string(), role, expiresAt: time }),
)

export const pairingsAnswer: JsonSchema = jsonOf(
  z.object({
    pending: z.array(
      z.object({
        pairingId: z.string(),
        origin: z.string(),
        role,
        name: z.string(),
        code: z.string(),
        expiresAt: time,
        attemptsLeft: z.int().optional(),
      }),
    ),
    paired: z.array(
      z.object({ id: z.string(), role, origin: z.string(), name: z.string(), since: time, expiresAt: time }),
    ),
  }),
)

export const aliveAnswer: JsonSchema = jsonOf(z.object({ status: z.literal('ok') }))

export const readyAnswer: JsonSchema = jsonOf(
  z.object({
    status: z.enum(['ready', 'unready']),
    checks: z.array(
      z.object({
        id: z.string(),
        ok: z.boolean(),
        zh: z.string(),
        en: z.string(),
        code: z.string().optional(),
        fix: text.optional(),
      }),
    ),
  }),
)

export const pushesAnswer: JsonSchema = jsonOf(
  z.object({
    pushes: z.array(
      z.object({
        id: z.int(),
        receivedAt: time,
        source: z.enum(['simulator', 'terminal', 'payment-centre']),
        payOrdId: z.string(),
        medOrgOrd: z.string().optional(),
        attempt: z.int().optional(),
        paid: z.boolean(),
        alarm: z.string().optional(),
        status: z.string().optional(),
        ordStas: z.string().optional(),
        amounts: amounts.partial().loose().optional(),
      }),
    ),
  }),
)

export const traceAnswer: JsonSchema = jsonOf(
  z.object({
    entries: z.array(
      z.object({
        id: z.int(),
        at: time,
        transport: z.string(),
        request: z.string(),
        answer: z.string().optional(),
        durationMs: z.int(),
        code: z.string().optional(),
        delivery: z.string().optional(),
      }),
    ),
  }),
)

/** An envelope as the terminal has answered it. */
export const envelopeMembers: Readonly<Record<string, JsonSchema>> = {
  code: { type: ['number', 'string'] },
  message: { type: 'string' },
  orgId: { type: 'string' },
  data: {},
  extData: {},
}

/** Where an order stands, as the client reads it. */
export const settlementMembers: Readonly<Record<string, JsonSchema>> = {
  status: { type: 'string', enum: orderStatus.options },
  ordStas: { type: 'string' },
  reason: { type: 'string' },
  amounts: jsonOf(amounts.partial().loose()),
}

import { z } from 'zod'
import { type MoneyCall, scopeOf } from './operation-reply.ts'

/** Who decides, and why; both are kept. */
export const decisionSchema = {
  by: z.string().trim().min(1).max(40),
  because: z.string().trim().min(1).max(500),
}

interface Decided {
  readonly by: string
  readonly because: string
}

/** Which page a decision came from stands behind the name. */
export function signed({ by, because }: Decided, principal: MoneyCall['principal']): Decided {
  return { by: `${by} (${scopeOf(principal)})`.slice(0, 100), because }
}

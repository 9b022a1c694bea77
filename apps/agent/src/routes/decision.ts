import type { LedgerOperation } from '@nationec/ledger'
import { fenOf, type Issue } from '@nationec/protocol'
import { z } from 'zod'
import { agentError } from '../errors/agent-error.ts'
import type { TillLedger } from '../ledger/till-ledger.ts'
import type { Operator } from '../model/operator.ts'
import type { TillPeople } from '../people/till-people.ts'
import { type MoneyCall, scopeOf } from './operation-reply.ts'

/** Why, and who decides where there is no sign-on; both are kept. */
export const decisionSchema = {
  by: z.string().trim().min(1).max(40).optional(),
  because: z.string().trim().min(1).max(500),
}

interface Decided {
  readonly by?: string | undefined
  readonly because: string
}

/** A decision with the one who answers for it. */
export interface Signed {
  readonly operator: Operator | undefined
  readonly by: string
  readonly because: string
}

/**
 * Who decides: the supervisor who has signed on, else the name that was given. Which page it came from stands behind it.
 *
 * @throws `SIGN_ON_NEEDED`, `OPERATOR_REFUSED`, `PARAMETER_INVALID`
 */
export function signed(people: TillPeople, { by, because }: Decided, principal: MoneyCall['principal']): Signed {
  const operator = people.require(principal, ['supervisor'])
  if ((by === undefined) === (operator === undefined)) throw agentError('PARAMETER_INVALID', { issues: [issueOf(by)] })
  const name = operator === undefined ? by : `${operator.number} ${operator.name}`
  return { operator, by: `${name} (${scopeOf(principal)})`.slice(0, 100), because }
}

function issueOf(by: string | undefined): Issue {
  if (by === undefined) return { path: 'by', rule: 'required', text: { en: 'must be given', zh: '必填' } }
  const text = { en: 'is the operator who has signed on: leave it out', zh: '即已签到的操作员，不得填写' }
  return { path: 'by', rule: 'unknown-field', text }
}

/**
 * The amount of an operation whose outcome is decided, typed again: who types it has looked which one it is. One that moves
 * the whole order, as a revoke does, has the order's.
 *
 * @throws `DECISION_AMOUNT_WRONG`
 */
export async function checkAmount(
  ledger: Pick<TillLedger, 'order'>,
  operation: LedgerOperation,
  typed: string | undefined,
): Promise<void> {
  const order = operation.order === undefined ? undefined : await ledger.order({ id: operation.order })
  const amount = operation.amount ?? order?.total
  if (amount === undefined) return
  if (typed === undefined || fenOf(typed) !== fenOf(amount)) throw agentError('DECISION_AMOUNT_WRONG')
}

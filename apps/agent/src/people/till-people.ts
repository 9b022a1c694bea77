import type { Facts } from '@nationec/ledger'
import { fenOf, type Yuan, yuanFromFen } from '@nationec/protocol'
import type { AuditAction, AuditLog } from '../audit/audit-log.ts'
import { agentError } from '../errors/agent-error.ts'
import type { Operator, OperatorRole } from '../model/operator.ts'
import type { Principal } from '../pairing/token-store.ts'
import type { Approvals } from './approvals.ts'
import type { OperatorBook } from './operator-book.ts'
import { requireRole, type SignOn } from './sign-on.ts'

/** Those who may move money. */
export const MONEY: readonly OperatorRole[] = ['cashier', 'supervisor']

/** The people of an agent. */
export interface People {
  readonly book: OperatorBook
  readonly signOn: SignOn
  readonly approvals: Approvals
  readonly audit: AuditLog
  /** Yuan; a refund of more needs a second person. */
  readonly refundLimit: string | undefined
}

/** What a refund gives back. */
export interface RefundFacts {
  readonly payOrdId: string | undefined
  /** Fen; `undefined` when the request does not tell. */
  readonly amount: bigint | undefined
}

/** A refund as far as the limit goes. */
export interface AskedRefund extends RefundFacts {
  /** Yuan that refunds of the order hold already: many small ones are a large one. */
  readonly before: Yuan | undefined
  readonly approval: string | undefined
  readonly key: string
}

/** What the body of a refund gives back; the parts count where they are more than their total. */
export function refundFacts(body: Readonly<Record<string, unknown>>): RefundFacts {
  const fen = (name: string): bigint => fenOf(String(body[name] ?? '') || '0')
  const parts = fen('fundRefdAmt') + fen('psnAcctRefdAmt') + fen('cashRefdAmt')
  const total = fen('totlRefdAmt')
  const { payOrdId } = body
  return { payOrdId: typeof payOrdId === 'string' ? payOrdId : undefined, amount: parts > total ? parts : total }
}

/** The people at a till: who works, and who may. */
export interface TillPeople extends People {
  readonly till: string | undefined
  /** Whether people sign on: not where the terminal is a simulated one. */
  readonly needed: boolean
  /**
   * The person who works at a page or program; `undefined` where there is no sign-on.
   *
   * @throws `SIGN_ON_NEEDED`, `OPERATOR_REFUSED`
   */
  require(principal: Principal | undefined, roles: readonly OperatorRole[]): Operator | undefined
  /** @throws `APPROVAL_NEEDED`, `APPROVAL_INVALID` for a refund over the limit without the word of a second person */
  checkRefund(operator: Operator | undefined, refund: AskedRefund): Promise<void>
  /** Writes down what a person did. @throws `AUDIT_UNWRITABLE` */
  note(action: AuditAction, operator: Operator | undefined, facts: Facts): Promise<void>
}

export function peopleOfTill(people: People, till: string | undefined, needed: boolean): TillPeople {
  const { signOn, approvals, audit, refundLimit } = people

  async function note(action: AuditAction, operator: Operator | undefined, facts: Facts): Promise<void> {
    await audit.add({ action, till, operator: operator?.number, role: operator?.role, facts })
  }

  return {
    ...people,
    ...{ till, needed, note },
    require(principal, roles) {
      if (!needed) return undefined
      const operator = signOn.operatorOf(principal)
      if (operator === undefined) throw agentError('SIGN_ON_NEEDED')
      requireRole(operator, roles)
      return operator
    },
    async checkRefund(operator, { payOrdId, amount, before, approval, key }) {
      if (operator === undefined || refundLimit === undefined) return
      if (amount !== undefined && amount + fenOf(before ?? '0') <= fenOf(refundLimit)) return
      if (approval === undefined || payOrdId === undefined || amount === undefined)
        throw agentError('APPROVAL_NEEDED', { members: { refundLimit } })
      const { by } = approvals.use(approval, { till, payOrdId, fen: amount }, operator.number)
      await note('approval-used', operator, { payOrdId, amount: String(yuanFromFen(amount)), by, key })
    },
  }
}

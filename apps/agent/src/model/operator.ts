/**
 * What a person may do at the agent.
 *
 * - `cashier`: uploads, payments, revokes, refunds
 * - `supervisor`: that too, decides what became of unknown outcomes, and approves refunds over the limit
 * - `it`: operators, and no money
 */
export const operatorRoles = ['cashier', 'supervisor', 'it'] as const
export type OperatorRole = (typeof operatorRoles)[number]

/** A person who uses the agent, as the institution names its people. */
export interface Operator {
  /** 1 to 20 letters, digits, `-` and `_`; never given to another person. */
  readonly number: string
  readonly name: string
  readonly role: OperatorRole
  /** False: may not sign on any more. Operators are not removed, because the audit list names them. */
  readonly active: boolean
}

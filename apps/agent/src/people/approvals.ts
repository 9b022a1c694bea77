import { randomUUID } from 'node:crypto'
import { agentError } from '../errors/agent-error.ts'

const LIFETIME = 5 * 60_000

/** The refund that a second person has agreed to: this order, at most this amount, at this till. */
export interface ApprovedRefund {
  readonly till: string | undefined
  readonly payOrdId: string
  readonly fen: bigint
}

/** A refund over the limit that a second person has agreed to. */
export interface Approval extends ApprovedRefund {
  readonly id: string
  /** Number of the second person. */
  readonly by: string
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

/** Refunds over the limit need the word of a second person. */
export interface Approvals {
  give(refund: ApprovedRefund, by: string): Approval
  /** Uses an approval up. @throws `APPROVAL_INVALID` */
  use(id: string, refund: ApprovedRefund, asked: string): Approval
}

export function createApprovals(clock: () => number): Approvals {
  const open = new Map<string, Approval>()
  return {
    give(refund, by) {
      for (const { id, expiresAt } of open.values()) if (expiresAt <= clock()) open.delete(id)
      const approval = { ...refund, id: randomUUID(), by, expiresAt: clock() + LIFETIME }
      open.set(approval.id, approval)
      return approval
    },
    use(id, { till, payOrdId, fen }, asked) {
      const given = open.get(id)
      const fits =
        given !== undefined &&
        given.expiresAt > clock() &&
        given.till === till &&
        given.payOrdId === payOrdId &&
        given.fen === fen &&
        // The first person has not become the second one by signing on as the other meanwhile.
        given.by !== asked
      if (!fits) throw agentError('APPROVAL_INVALID')
      open.delete(id)
      return given
    },
  }
}

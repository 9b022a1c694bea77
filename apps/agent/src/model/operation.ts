import type { LedgerOperation } from '@nationec/ledger'

type Named = Pick<LedgerOperation, 'id' | 'key' | 'kind' | 'state'>
type Known = Pick<LedgerOperation, 'medOrgOrd' | 'payOrdId' | 'appRefdSn' | 'refdSn' | 'transType' | 'amount' | 'code'>

/** An operation as callers see it: numbers of orders, and nothing of a person. */
export interface Operation extends Named, Partial<Known> {
  /** In `done` and `closed`. */
  readonly outcome?: 'done' | 'not-done' | undefined
  /** Where the outcome is known from. */
  readonly proof?: 'answer' | 'memory' | 'query' | 'person' | undefined
  /** Number of the person who asked for it, where people sign on. */
  readonly operator?: string | undefined
  /** ISO 8601, as all times are. */
  readonly startedAt: string
  readonly changedAt: string
  /** In `unknown`: when the agent asks next by itself. */
  readonly nextAt?: string | undefined
}

import type { References } from './references.ts'

/** What moves money, or may. */
export type OperationKind = 'upload' | 'place' | 'revoke' | 'refund' | 'raw'

/**
 * Where an operation stands.
 *
 * - `running`: it is at the terminal, or waits for it
 * - `done`: answered, or a query has proved that it was done
 * - `refused`: answered, and refused: nothing was done
 * - `unknown`: it left, and its outcome is not known
 * - `closed`: it was unknown, and a query or a person has said what became of it
 */
export type OperationState = 'running' | 'done' | 'refused' | 'unknown' | 'closed'

/** What a query or a person says of an unknown operation. */
export type OperationOutcome = 'done' | 'not-done'

/** An operation as callers see it: numbers of orders, and nothing of a person. */
export interface Operation extends Omit<References, 'refdType' | 'ordStasBefore'> {
  readonly id: string
  readonly key: string
  readonly kind: OperationKind
  readonly state: OperationState
  readonly outcome?: OperationOutcome | undefined
  readonly resolvedBy?: 'answer' | 'query' | 'person' | undefined
  /** ISO 8601. */
  readonly startedAt: string
  readonly endedAt?: string | undefined
  /** Code of the error that it ended with. */
  readonly code?: string | undefined
}

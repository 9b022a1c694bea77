import type { OperationKind, OperationOutcome } from '../model/operation.ts'
import type { OrderFacts } from '../model/order.ts'
import type { References } from '../model/references.ts'

/** One line of the journal. */
export type JournalRecord =
  /** Written before the first byte leaves for the terminal. */
  | {
      readonly type: 'begin'
      readonly id: string
      readonly scope: string
      readonly key: string
      readonly kind: OperationKind
      readonly digest: string
      readonly references: References
      readonly at: number
    }
  /** Written before the caller sees the answer. `answer` is sealed. */
  | {
      readonly type: 'end'
      readonly id: string
      readonly state: 'done' | 'refused' | 'unknown'
      readonly status: number
      readonly code?: string | undefined
      readonly references: References
      readonly answer: string
      readonly at: number
    }
  /** The request never reached the terminal: its key is free again. */
  | { readonly type: 'free'; readonly id: string; readonly at: number }
  /** An unknown outcome became known. */
  | {
      readonly type: 'resolve'
      readonly id: string
      readonly outcome: OperationOutcome
      readonly by: 'answer' | 'query' | 'person'
      readonly references: References
      readonly at: number
    }
  /** What is known of an order. */
  | { readonly type: 'order'; readonly order: OrderFacts; readonly at: number }

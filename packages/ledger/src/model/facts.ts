import type { OrderState } from '@nationec/protocol'
import type { Facts } from '../store/rows.ts'

/** An error as it is kept for the caller: what `toJSON` of a nationec error gives; nothing personal in it. */
export interface Failure {
  readonly code: string
  readonly delivery: string
  /** The body of an answer that said no: a refund of `FAIL` or `EXP`, a revoke of `false`. */
  readonly answer?: unknown
  readonly [member: string]: unknown
}

/** A state of an order as an answer told it. */
export type SeenState = OrderState & {
  readonly payOrdId?: string | undefined
  readonly medOrgOrd?: string | undefined
}

/** The order when a question was sent: an answer proves nothing of what came after it. */
export interface Asked {
  readonly version: number
  readonly refunds: number
  /** Whether a refund was open. */
  readonly refunding: boolean
  /** Operations of the order that were not open any more, or unknown already. */
  readonly provable: readonly string[]
}

/** What became known of one operation. */
export type Fact =
  /** It never left. `owner`: only while this attempt is the one that is stored. */
  | { readonly type: 'not-sent'; readonly failure: Failure; readonly owner?: string | undefined }
  /** Its answer came, and says that it was done. */
  | {
      readonly type: 'done'
      readonly proof: 'answer' | 'memory'
      /** The whole answer, as JSON text. */
      readonly answer: string
      readonly payOrdId?: string | undefined
      readonly refdSn?: string | undefined
      /** The state of the order, where the answer tells one. */
      readonly state?: SeenState | undefined
    }
  | { readonly type: 'refused'; readonly proof: 'answer' | 'memory'; readonly failure: Failure }
  /** No answer, none that can be read, or one that does not say whether it was done. */
  | {
      readonly type: 'lost'
      readonly failure: Failure
      readonly person?: 'refund-unclear' | 'foreign-number' | undefined
    }
  /** The process that ran it is gone. */
  | { readonly type: 'died'; readonly failure: Failure }
  /** The party that would remember it has never seen it. */
  | { readonly type: 'never-seen' }
  /** It went to a terminal that is not there any more; only a person can ask that one. */
  | { readonly type: 'elsewhere' }
  /** A question was asked and proved nothing. `hopeless`: there is no one to ask. */
  | { readonly type: 'asked'; readonly hopeless?: boolean | undefined }
  | {
      readonly type: 'decided'
      readonly outcome: 'done' | 'not-done'
      readonly by: string
      readonly because: string
      readonly payOrdId?: string | undefined
      readonly known: Facts
    }

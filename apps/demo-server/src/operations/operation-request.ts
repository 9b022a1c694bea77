import type { OperationKind } from '../model/operation.ts'
import type { References } from '../model/references.ts'
import type { Entry } from './entry.ts'

/** What came of an operation, as the one who asked gets it. */
export interface OperationReply {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  /** True when the body is a problem document. */
  readonly problem: boolean
  readonly entry: Entry
  /** True when nothing was sent for this request. */
  readonly replayed: boolean
}

/** What an operation gives when the terminal has answered. */
export interface Performed {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  /** What is known now of its numbers. */
  readonly references?: References | undefined
  /** The answer says that the outcome is open, as EXP of a refund does. */
  readonly uncertain?: unknown
}

export interface OperationRequest {
  readonly kind: OperationKind
  /** Whose key it is: keys of two origins never meet. */
  readonly scope: string
  readonly key: string
  /** Of everything that makes the request what it is. */
  readonly digest: string
  readonly references: References
  /** A refusal frees the key, for keys that are made from the request itself. */
  readonly freeAfterRefusal?: boolean
  perform(): Promise<Performed>
}

import type { OrderAmounts } from '@nationec/protocol'
import type { OperationNote } from '../../books/operation-note.ts'
import type { References } from '../../output/failure.ts'

/** What a command that sent one request prints with `--json`; `schema/answer.json` describes it. */
export interface CallResult {
  readonly transType: string
  /** Whether a message of this project checked request and answer. */
  readonly checked: boolean
  /** The state of an order, where the answer tells it. */
  readonly status?: string
  readonly ordStas?: string
  /** Why a state is `unrecognised`. */
  readonly reason?: string
  readonly amounts?: OrderAmounts
  readonly body: unknown
  readonly extData?: unknown
  /** Our numbers and the centre's: how the order is found again. */
  readonly references: References
  /** Of the ledger, where the command moves money. */
  readonly operation?: OperationNote
}

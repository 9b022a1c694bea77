import { type BilingualText, type Delivery, type ErrorEntry, NationEcError } from '@nationec/errors'
import { describeIssues, type Issue } from './issue.ts'

export type ProtocolErrorCode =
  | 'REQUEST_INVALID'
  | 'REQUEST_LIMIT'
  | 'ANSWER_EMPTY'
  | 'ANSWER_UNREADABLE'
  | 'ANSWER_INVALID'
  | 'PUSH_INVALID'
  | 'MONEY_INVALID'
  | 'TIME_INVALID'
  | 'BUSINESS_TYPE_INVALID'
  | 'PROFILE_INVALID'
  | 'CODE_ENTRY_INVALID'

/** A message that cannot be sent, or an answer that cannot be used; `issues` lists every bad field by its path. */
export class ProtocolError extends NationEcError<ProtocolErrorCode> {
  readonly issues: readonly Issue[]

  /** @param entry the texts of the code, out of `protocolErrors` */
  constructor(code: ProtocolErrorCode, entry: ErrorEntry, parts: ProtocolErrorParts = {}) {
    const { issues = [], details = [], delivery } = parts
    super({ code, entry, delivery, details: [...details, ...describeIssues(issues)] })
    this.name = 'ProtocolError'
    this.issues = issues
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), issues: this.issues }
  }
}

export interface ProtocolErrorParts {
  readonly issues?: readonly Issue[]
  readonly details?: readonly BilingualText[]
  readonly delivery?: Delivery
}

/** The same failure with another advice. */
export function advised(error: ProtocolError, advice: BilingualText): ProtocolError {
  const { code, issues, details, delivery, layer, summary } = error
  const own = details.slice(0, details.length - describeIssues(issues).length)
  return new ProtocolError(code, { layer, delivery, summary, advice }, { issues, details: own, delivery })
}

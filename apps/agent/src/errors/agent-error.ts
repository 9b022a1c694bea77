import { type BilingualText, type Delivery, NationEcError } from '@nationec/errors'
import type { Issue } from '@nationec/protocol'
import { type AgentErrorCode, agentErrors } from './agent-errors.ts'

/** What an {@link AgentError} is made of besides its code. */
export interface AgentErrorParts {
  readonly details?: readonly BilingualText[] | undefined
  readonly delivery?: Delivery | undefined
  readonly cause?: unknown
  /** Every bad field, by its path. */
  readonly issues?: readonly Issue[] | undefined
  /** Members that the answer to the request gets besides the usual ones. */
  readonly members?: Readonly<Record<string, unknown>> | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** The agent refused a request, or could not start. */
export class AgentError extends NationEcError<AgentErrorCode> {
  readonly issues: readonly Issue[]
  readonly members: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string>>

  constructor(code: AgentErrorCode, parts: AgentErrorParts = {}) {
    const { issues = [], members = {}, headers = {}, details = [], delivery, cause } = parts
    const lines = issues.map(({ path, text }) => ({ en: `${path}: ${text.en};`, zh: `${path}：${text.zh}；` }))
    super({ code, entry: agentErrors[code], details: [...details, ...lines], delivery, cause })
    this.name = 'AgentError'
    this.issues = issues
    this.members = members
    this.headers = headers
  }
}

export function agentError(code: AgentErrorCode, parts?: AgentErrorParts): AgentError {
  return new AgentError(code, parts)
}

import { type BilingualText, isBilingualText, readErrorRecord } from '@nationec/errors'
import { TransportError, transportError, transportErrors } from '@nationec/transport'

export const AGENT = 'agent'

type Problem = Readonly<Record<string, unknown>>

/**
 * Reads an answer that is not a success: the envelope where the terminal has refused, else the agent's own error.
 *
 * @throws the agent's error with its code and delivery; `SEND_FAILED`, `unknown`, for what is no problem document
 */
export function envelopeOfProblem(problem: unknown): string {
  if (!isObject(problem))
    throw transportError(AGENT, 'SEND_FAILED', { cause: new Error('the answer is no problem document') })
  const { code, responseCode, responseMessage } = problem
  const refused = typeof responseCode === 'string' || (typeof responseCode === 'number' && responseCode !== 0)
  if (code === 'BUSINESS_REFUSED' && refused) return JSON.stringify({ code: responseCode, message: responseMessage })
  throw problemError(problem)
}

/** The agent's error as it would be thrown here. */
export function problemError(problem: Problem): TransportError<string> {
  const read = readErrorRecord(problem, transportErrors.SEND_FAILED)
  if (read === undefined) return transportError(AGENT, 'SEND_FAILED')
  const { issues } = problem
  const details = [...read.details, ...(Array.isArray(issues) ? issues.flatMap(issueText) : [])]
  return new TransportError({ transport: AGENT, code: read.code, entry: read.entry, details })
}

function issueText(issue: unknown): BilingualText[] {
  if (!isObject(issue)) return []
  const { path, text } = issue
  if (typeof path !== 'string' || !/^[\w.()[\]]{1,80}$/.test(path) || !isBilingualText(text)) return []
  return [{ en: `${path}: ${text.en}.`, zh: `${path}：${text.zh}。` }]
}

export function isObject(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** JSON, or `undefined` where there is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

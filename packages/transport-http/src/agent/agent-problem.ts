import type { BilingualText, Delivery, ErrorEntry, Layer } from '@nationec/errors'
import { TransportError, transportError, transportErrors } from '@nationec/transport'

export const AGENT = 'agent'

type Problem = Readonly<Record<string, unknown>>

const LAYERS: readonly string[] = ['client', 'protocol', 'business', 'transport', 'library', 'host', 'simulator']
const DELIVERIES: readonly string[] = ['not-sent', 'unknown', 'answered']

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
  const { code, details, issues } = problem
  if (typeof code !== 'string' || !/^[A-Z][A-Z0-9_]{0,60}$/.test(code)) return transportError(AGENT, 'SEND_FAILED')
  const facts = [...textsOf(details), ...(Array.isArray(issues) ? issues.flatMap(issueText) : [])]
  return new TransportError({ transport: AGENT, code, entry: entryOf(problem), details: facts })
}

/** What it does not say, or says in other words, is what is known of any request that was sent: nothing. */
function entryOf({ layer, delivery, summary, advice }: Problem): ErrorEntry {
  const unknown = transportErrors.SEND_FAILED
  return {
    layer: LAYERS.includes(String(layer)) ? (layer as Layer) : 'host',
    delivery: DELIVERIES.includes(String(delivery)) ? (delivery as Delivery) : 'unknown',
    summary: isText(summary) ? summary : unknown.summary,
    advice: isText(advice) ? advice : unknown.advice,
  }
}

function issueText(issue: unknown): BilingualText[] {
  if (!isObject(issue)) return []
  const { path, text } = issue
  if (typeof path !== 'string' || !/^[\w.()[\]]{1,80}$/.test(path) || !isText(text)) return []
  return [{ en: `${path}: ${text.en}.`, zh: `${path}：${text.zh}。` }]
}

function textsOf(details: unknown): BilingualText[] {
  return Array.isArray(details) ? details.filter(isText) : []
}

function isText(value: unknown): value is BilingualText {
  return isObject(value) && typeof value['en'] === 'string' && typeof value['zh'] === 'string'
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

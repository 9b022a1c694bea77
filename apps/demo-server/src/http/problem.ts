import { isNationEcError, type NationEcError } from '@nationec/errors'
import { agentError } from '../errors/agent-error.ts'
import { statusOf } from './status-of.ts'

export type Language = 'zh' | 'en'

/** A problem document (RFC 9457) with the members of our errors. */
export type Problem = Readonly<Record<string, unknown>>

/** An error as it is answered, before the request and its language are known. */
export interface DescribedError {
  readonly status: number
  readonly body: Problem
}

/** Describes any error; a foreign one tells nothing of itself, because it may quote anything. */
export function describeError(error: unknown): DescribedError {
  const ours = isNationEcError(error) ? error : agentError('AGENT_FAILED', { cause: error })
  const { code, delivery, layer, summary, advice, details, docsUrl } = ours
  const status = statusOf(ours)
  const body = { type: docsUrl, status, code, delivery, layer, summary, advice, details, ...ownMembers(ours) }
  return { status, body }
}

/** Members that some errors have besides. */
function ownMembers(error: NationEcError): Record<string, unknown> {
  const members: Record<string, unknown> = {}
  if ('issues' in error && Array.isArray(error.issues) && error.issues.length > 0)
    members['issues'] = error.issues.map(inBody)
  if ('responseCode' in error) members['responseCode'] = error.responseCode
  if ('responseMessage' in error) members['responseMessage'] = error.responseMessage
  if ('members' in error && typeof error.members === 'object') Object.assign(members, error.members)
  return members
}

/** In the body of an HTTP request stands what the envelope has in `data`. */
function inBody(issue: { readonly path: string }): unknown {
  return issue.path.startsWith('data.') ? { ...issue, path: issue.path.slice('data.'.length) } : issue
}

/** Puts a title and a detail in the reader's language in front, and the request behind. */
export function writeProblem(body: Problem, language: Language, requestId: string): string {
  const { type, status, ...rest } = body
  const title = textIn(body['summary'], language)
  const detail = textIn(body['advice'], language)
  return JSON.stringify({ type, title, status, detail, instance: `urn:nationec:request:${requestId}`, ...rest })
}

function textIn(text: unknown, language: Language): unknown {
  return typeof text === 'object' && text !== null && language in text
    ? (text as Readonly<Record<string, unknown>>)[language]
    : undefined
}

export function languageOf(acceptLanguage: string | undefined): Language {
  return acceptLanguage !== undefined && /^\s*en\b/i.test(acceptLanguage) ? 'en' : 'zh'
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

import { isNationEcError, type NationEcError } from '@nationec/errors'
import { agentError } from '../errors/agent-error.ts'
import type { AgentErrorCode } from '../errors/agent-errors.ts'
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
  const ours = isNationEcError(error) ? inWordsOfAgent(error) : agentError('AGENT_FAILED', { cause: error })
  return describeFailure(ours)
}

/** Describes an error of nationec, or one as the ledger has kept it. */
export function describeFailure(failure: KeptFailure): DescribedError {
  const { code, delivery, layer, summary, advice, details, docsUrl } = failure
  const status = statusOf({ code, delivery, layer })
  const body = { type: docsUrl, status, code, delivery, layer, summary, advice, details, ...ownMembers(failure) }
  return { status, body }
}

/** The members of an error that are answered. */
export type KeptFailure = { readonly code: string } & {
  readonly [Name in 'delivery' | 'layer' | 'summary' | 'advice' | 'details' | 'docsUrl']?: unknown
}

/** What the ledger refuses and tells how to go on from, in words of its own methods: here it is a path or a parameter. */
const OWN_WORDS = ['OUTCOME_OPEN', 'POSSIBLE_DUPLICATE', 'OPERATION_NOT_KNOWN'] as const satisfies AgentErrorCode[]

function inWordsOfAgent(error: NationEcError): NationEcError {
  const code = OWN_WORDS.find((own) => own === error.code)
  return code === undefined ? error : Object.assign(agentError(code, { details: error.details }), ownMembers(error))
}

/** Members that some errors have besides. */
function ownMembers(error: object): Record<string, unknown> {
  const members: Record<string, unknown> = {}
  if ('issues' in error && Array.isArray(error.issues) && error.issues.length > 0)
    members['issues'] = error.issues.map(inBody)
  if ('responseCode' in error) members['responseCode'] = error.responseCode
  if ('responseMessage' in error) members['responseMessage'] = error.responseMessage
  if ('operationId' in error && error.operationId !== undefined) members['operationId'] = error.operationId
  if ('members' in error && typeof error.members === 'object' && error.members !== null)
    Object.assign(members, error.members)
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

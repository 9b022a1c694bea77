import { type BilingualText, type Delivery, type LocalCode, texts } from './texts.ts'

/** The body of an error answer of the agent (RFC 9457), as far as the SDK reads it. */
export interface Problem {
  readonly code: string
  readonly status: number
  readonly delivery?: Delivery
  readonly summary?: BilingualText
  readonly advice?: BilingualText
  /** The wrong fields of a body that was refused before anything was sent. */
  readonly issues?: readonly Issue[]
  readonly [member: string]: unknown
}

/** One wrong field: where it is, the rule, and what to do. Never the value itself. */
export interface Issue {
  /** For example `feedetailList[3].cnt`. */
  readonly path: string
  readonly rule: string
  readonly text: BilingualText
}

interface AgentErrorParts {
  readonly code: string
  readonly delivery: Delivery
  readonly summary: BilingualText
  readonly advice: BilingualText
  readonly problem?: Problem
  readonly key?: string
  readonly cause?: unknown
}

/**
 * Every failure of the SDK: read `delivery` first, then `code`.
 *
 * `message` is Chinese and can be shown to a cashier; it names the wrong fields and the return code of a refusal. `summary`
 * and `advice` hold both languages. `problem` is the agent's own answer, when there is one: `issues` are the wrong fields
 * with a text in both languages, and `operation` says what is known of the money. `key` is the key under which to ask again. No text holds a patient's data.
 *
 * @example
 * ```ts
 * import { AgentError } from '@nationec/browser'
 *
 * const show = (error: unknown) => {
 *   if (error instanceof AgentError && error.delivery === 'unknown') return `结果未知，请先查询：${error.message}`
 *   return error instanceof AgentError ? error.message : '页面出错'
 * }
 * console.log(show(new Error('?'))) // 页面出错
 * ```
 */
export class AgentError extends Error {
  readonly code: string
  readonly delivery: Delivery
  readonly summary: BilingualText
  readonly advice: BilingualText
  readonly problem: Problem | undefined
  readonly key: string | undefined
  override readonly cause: unknown

  constructor(parts: AgentErrorParts) {
    super(`${parts.summary.zh}${factsIn(parts.problem)}${parts.advice.zh}`)
    this.name = 'AgentError'
    this.code = parts.code
    this.delivery = parts.delivery
    this.summary = parts.summary
    this.advice = parts.advice
    this.problem = parts.problem
    this.key = parts.key
    this.cause = parts.cause
  }
}

/** As many wrong fields as a person reads. */
const SHOWN = 10

/** What the agent's answer says besides, in Chinese: the wrong fields, or the code of a refusal. */
function factsIn(problem: Problem | undefined): string {
  if (problem === undefined) return ''
  const { issues, responseCode } = problem
  const code = typeof responseCode === 'number' ? `返回码 ${responseCode}。` : ''
  if (!Array.isArray(issues) || issues.length === 0) return code
  const told = issues.filter(isIssue)
  const lines = told.slice(0, SHOWN).map(({ path, text }) => `${path}：${text.zh}`)
  const more = told.length > SHOWN ? `；另有 ${told.length - SHOWN} 处` : ''
  return told.length === 0 ? code : `${code}${lines.join('；')}${more}。`
}

function isIssue(value: unknown): value is Issue {
  const { path, text } = (value || {}) as Partial<Issue>
  return typeof path === 'string' && typeof text === 'object' && text !== null && typeof text.zh === 'string'
}

/** An error that the SDK found out by itself. */
export function localError(
  code: LocalCode,
  delivery: Delivery,
  more: { readonly key?: string; readonly cause?: unknown } = {},
): AgentError {
  return new AgentError({ code, delivery, ...texts[code], ...more })
}

/**
 * The agent's own error answer.
 *
 * @param unreadable what is known when the answer is no problem document at all
 */
export function problemError(body: unknown, status: number, unreadable: Delivery, key?: string): AgentError {
  const withKey = key === undefined ? {} : { key }
  const problem = body as Partial<Problem> | null | undefined
  if (typeof problem !== 'object' || problem === null || typeof problem.code !== 'string')
    return localError('ANSWER_UNREADABLE', unreadable, withKey)
  const { summary, advice } = texts.ANSWER_UNREADABLE
  const known = { code: problem.code, delivery: unreadable, summary, advice }
  return new AgentError({ ...known, ...problem, ...withKey, problem: { ...problem, code: problem.code, status } })
}

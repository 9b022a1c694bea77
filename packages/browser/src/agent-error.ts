import { type BilingualText, type Delivery, type LocalCode, texts } from './texts.ts'

/** The body of an error answer of the agent (RFC 9457), as far as the SDK reads it. */
export interface Problem {
  readonly code: string
  readonly status: number
  readonly delivery?: Delivery
  readonly summary?: BilingualText
  readonly advice?: BilingualText
  readonly [member: string]: unknown
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
 * `message` is Chinese and can be shown to a cashier; `summary` and `advice` hold both languages. `problem` is the agent's
 * own answer, when there is one: `issues` names the wrong fields, which `message` does not, and `operation` says what is
 * known of the money. `key` is the key under which to ask again. No text holds a patient's data.
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
    super(`${parts.summary.zh}${parts.advice.zh}`)
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

/** An error that the SDK found out by itself. */
export function localError(
  code: LocalCode,
  delivery: Delivery,
  more: { readonly key?: string; readonly cause?: unknown } = {},
): AgentError {
  return new AgentError(Object.assign({ code, delivery }, texts[code], more))
}

/** For `requireOption` and `requireKnownOptions`: makes `OPTION_INVALID`. */
export function optionError({ zh, en }: BilingualText): AgentError {
  const { summary, advice } = texts.OPTION_INVALID
  return new AgentError({
    code: 'OPTION_INVALID',
    delivery: 'not-sent',
    summary: { zh: summary.zh + zh, en: `${summary.en} ${en}` },
    advice,
  })
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

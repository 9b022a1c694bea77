import type { BilingualText, ErrorEntry } from './catalogue.ts'
import type { Delivery, Layer } from './delivery.ts'

/** Every code is a heading of this page. */
const DOCS_PAGE = 'https://github.com/nationec/nationec/blob/main/docs/errors.md'

/** Registered globally, so that an error is recognised across two installed versions and across ESM and CommonJS. */
const MARK = Symbol.for('@nationec/errors')

/** What an error is made of. */
export interface NationEcErrorParts<Code extends string = string> {
  readonly code: Code
  readonly entry: ErrorEntry
  /** Default: the entry's own. State it when the place that throws knows better. */
  readonly delivery?: Delivery | undefined
  /** Short facts behind the summary. Never a patient's name, number or token, never the request text. */
  readonly details?: readonly BilingualText[] | undefined
  /** The error this one wraps, kept as an object. */
  readonly cause?: unknown
}

/**
 * The base of every error that nationec throws: read `delivery` first, then `code`.
 *
 * The message is `[CODE] English summary details advice`, followed by the Chinese text and the page that explains the
 * code; the parts stay readable as properties. No part holds personal data. A `cause` is what a library or a
 * driver threw: print it with care.
 *
 * @example
 * ```ts
 * import { isNationEcError } from '@nationec/errors'
 *
 * try {
 *   throw new Error('not one of ours')
 * } catch (error) {
 *   if (isNationEcError(error) && error.delivery === 'unknown') console.log('query the order, never repeat')
 * }
 * ```
 */
export class NationEcError<Code extends string = string> extends Error {
  readonly code: Code
  readonly delivery: Delivery
  readonly layer: Layer
  readonly summary: BilingualText
  readonly advice: BilingualText
  readonly details: readonly BilingualText[]
  readonly docsUrl: string

  constructor(parts: NationEcErrorParts<Code>) {
    const { code, entry, details = [] } = parts
    const docsUrl = `${DOCS_PAGE}#${code.toLowerCase()}`
    super(composeMessage(code, entry, details, docsUrl), parts.cause === undefined ? undefined : { cause: parts.cause })
    this.name = 'NationEcError'
    this.code = code
    this.delivery = parts.delivery ?? entry.delivery
    this.layer = entry.layer
    this.summary = entry.summary
    this.advice = entry.advice
    this.details = details
    this.docsUrl = docsUrl
    Object.defineProperty(this, MARK, { value: true })
  }

  /** A form for logs: everything but the stack and the cause, which may hold what a driver wrote. */
  toJSON(): Record<string, unknown> {
    const { name, code, delivery, layer, summary, details, advice, docsUrl } = this
    return { name, code, delivery, layer, summary, details, advice, docsUrl }
  }
}

/**
 * Tells whether a caught value is an error of nationec, also when it comes from another copy of the package.
 *
 * @param value what was caught
 * @param code only this code, when given
 */
export function isNationEcError<Code extends string = string>(
  value: unknown,
  code?: Code,
): value is NationEcError<Code> {
  if (typeof value !== 'object' || value === null || !(MARK in value)) return false
  return code === undefined || ('code' in value && value.code === code)
}

function composeMessage(
  code: string,
  { summary, advice }: ErrorEntry,
  details: readonly BilingualText[],
  docsUrl: string,
): string {
  const inLanguage = (language: 'en' | 'zh'): string =>
    [summary, ...details, advice].map((text) => text[language]).join(language === 'en' ? ' ' : '')
  return `[${code}] ${inLanguage('en')}\n${inLanguage('zh')}\n${docsUrl}`
}

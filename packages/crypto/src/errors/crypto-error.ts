import type { CryptoErrorCode } from './catalogue.ts'
import type { BilingualText, ErrorTexts } from './error-texts.ts'

/** Every code is a heading of this page. */
const DOCS_PAGE = 'https://github.com/nationec/nationec/blob/main/docs/errors.md'

/** The mark of nationec's errors, by which `isNationEcError` knows those of this package. */
const MARK = Symbol.for('@nationec/errors')

/**
 * Every error that this package throws on purpose: a literal `code`, English and Chinese text, never a secret.
 *
 * No message, detail or property holds a key, a plaintext, a nonce or a byte of them; there is no `cause`, because what
 * a library threw may hold one.
 *
 * @example
 * ```ts
 * import { CryptoError, hexToBytes } from '@nationec/crypto'
 *
 * try {
 *   hexToBytes('not hex')
 * } catch (error) {
 *   if (error instanceof CryptoError) console.log(error.code) // CRYPTO_ENCODING_INVALID
 * }
 * ```
 */
export class CryptoError<Code extends CryptoErrorCode = CryptoErrorCode> extends Error {
  readonly code: Code
  readonly delivery: 'not-sent' = 'not-sent'
  readonly layer: 'client' = 'client'
  readonly summary: BilingualText
  readonly advice: BilingualText
  readonly details: readonly BilingualText[]
  readonly docsUrl: string

  /**
   * @param texts those of the code, out of `cryptoErrors`
   * @param detail the short fact behind the code: which argument, which length; never its value
   */
  constructor(code: Code, { summary, advice }: ErrorTexts, detail?: BilingualText) {
    const details = detail === undefined ? [] : [detail]
    const docsUrl = `${DOCS_PAGE}#${code.toLowerCase()}`
    const english = [summary, ...details, advice].map(({ en }) => en).join(' ')
    const chinese = [summary, ...details, advice].map(({ zh }) => zh).join('')
    super(`[${code}] ${english}\n${chinese}\n${docsUrl}`)
    this.name = 'CryptoError'
    this.code = code
    this.summary = summary
    this.advice = advice
    this.details = details
    this.docsUrl = docsUrl
    Object.defineProperty(this, MARK, { value: true })
  }

  /** A form for logs: everything but the stack. */
  toJSON(): Record<string, unknown> {
    const { name, code, delivery, layer, summary, details, advice, docsUrl } = this
    return { name, code, delivery, layer, summary, details, advice, docsUrl }
  }
}

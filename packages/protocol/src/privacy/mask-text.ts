import { MASK } from './mask.ts'

/**
 * An identity number or an older one (15 to 18 digits, the last may be X), a card or account number, a telephone number.
 * The first alternative is the centre's number of an order, which is kept.
 */
const NUMBERS = /(?<![A-Za-z0-9])ORD[A-Z0-9]{16,40}(?![A-Za-z0-9])|\d{15,}[\dXx]?|(?<!\d)1[3-9]\d{9}(?!\d)/g

/** A token: a long run of letters and digits that has both. Numbers of orders (ORD…) are not personal. */
const TOKENS = /(?<![A-Za-z0-9])(?!ORD)(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{20,}(?![A-Za-z0-9])/gi

/**
 * Takes everything personal out of a text that the terminal or the centre wrote: first every given value, then what looks
 * like an identity number, a telephone number or a token.
 *
 * @param values what the request held, from `hiddenTexts`
 */
export function maskText(text: string, values: readonly string[] = []): string {
  return hideTexts(text, values)
    .replace(NUMBERS, (number) => (number.startsWith('ORD') ? number : MASK))
    .replace(TOKENS, MASK)
}

/** Takes given texts of two characters and more out of a text, the longest first, also as JSON writes them. */
export function hideTexts(text: string, hidden: readonly string[]): string {
  let masked = text
  for (const value of [...hidden].sort((left, right) => right.length - left.length)) {
    if (value.length < 2) continue
    masked = masked.replaceAll(value, MASK)
    if (/["\\\p{Cc}]/u.test(value)) masked = masked.replaceAll(JSON.stringify(value).slice(1, -1), MASK)
  }
  return masked
}

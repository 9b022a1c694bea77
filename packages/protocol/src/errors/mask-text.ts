/** An identity number or an older one (15 to 18 digits, the last may be X), a card or account number, a telephone number. */
const NUMBERS = /\d{15,}[\dXx]?|(?<!\d)1[3-9]\d{9}(?!\d)/g

/** A token: a long run of letters and digits that has both. Order numbers (ORD…) are not personal. */
const TOKENS = /(?<![A-Za-z0-9])(?!ORD)(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{20,}(?![A-Za-z0-9])/gi

const MASK = '***'

/**
 * Takes everything personal out of a text that somebody else wrote.
 *
 * First every given value (what the request held of names, numbers and tokens), then whatever looks like an identity
 * number, a telephone number or a token.
 */
export function maskText(text: string, values: readonly string[] = []): string {
  let masked = text
  for (const value of [...values].sort((left, right) => right.length - left.length)) {
    if (value.length > 1) masked = masked.replaceAll(value, MASK)
  }
  return masked.replace(NUMBERS, MASK).replace(TOKENS, MASK)
}

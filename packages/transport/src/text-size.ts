import { utf8Length } from '@nationec/errors'

/** Strings have this in every supported runtime; the TypeScript library for ES2023 does not know it yet. */
interface WellFormedCheck {
  isWellFormed(): boolean
}

/**
 * Tells whether a text is over a limit of bytes.
 *
 * A unit of a string is one to three bytes in UTF-8, so most texts are judged by their length alone.
 */
export function exceedsUtf8(text: string, limit: number): boolean {
  if (text.length * 3 <= limit) return false
  return text.length > limit || utf8Length(text) > limit
}

/** Tells whether a C string can carry the text: no NUL, which ends it, and no half of a surrogate pair. */
export function isCarriable(text: string): boolean {
  return !text.includes('\0') && (text as unknown as WellFormedCheck).isWellFormed()
}

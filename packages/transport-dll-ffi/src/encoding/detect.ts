import { decodeUtf8 } from '@nationec/errors'
import { decodeGb18030 } from '@nationec/protocol/gb18030'
import type { Charset } from './charset.ts'

/**
 * Why a character set was chosen.
 *
 * - `only-utf-8`: the bytes are UTF-8 and are not GB18030
 * - `chinese-in-utf-8`: they are both, and as UTF-8 they read as Chinese
 * - `not-utf-8`: they are not UTF-8, and are GB18030 throughout
 * - `either, as before` and `either, by the specification`: they are both, and read as Chinese in GB18030 only, or too
 *   short to tell; what the library has answered in so far decides, else UTF-8
 */
export type Evidence =
  | 'only-utf-8'
  | 'chinese-in-utf-8'
  | 'not-utf-8'
  | 'either, as before'
  | 'either, by the specification'

/** A text that was read, and how. */
export interface Detected {
  readonly text: string
  readonly chosen: Charset
  readonly because: Evidence
}

/** What the look at a text gives: it is ASCII, or the choice, or no choice fits. */
export type Detection = Detected | { readonly ascii: string } | { readonly unreadable: 'neither' | 'mixed' | 'cut' }

/** Chinese characters and their punctuation: three or four bytes in UTF-8. */
const CHINESE = /[\u3000-\u9fff\uff00-\uffef\u{20000}-\u{3ffff}]/u
/** So many in a row that GB18030 bytes look like them by chance less than once in a million times. */
const SURELY_CHINESE = /[\u3000-\u9fff\uff00-\uffef\u{20000}-\u{3ffff}]{3}/u

/** Reads bytes of an unnamed character set. Never guesses between two: `because` says what decided. */
export function detectText(bytes: Uint8Array, before: Charset | undefined): Detection {
  const utf8 = decodeUtf8(bytes)
  if (utf8 !== undefined) {
    // One byte a character: nothing but ASCII.
    if (utf8.length === bytes.length) return { ascii: utf8 }
    return ofUtf8(utf8, bytes, before)
  }
  if (isCutUtf8(bytes)) return { unreadable: 'cut' }
  const text = decodeGb18030(bytes)
  if (text === undefined) return { unreadable: 'neither' }
  if (hasUtf8Part(bytes)) return { unreadable: 'mixed' }
  return { text, chosen: 'gb18030', because: 'not-utf-8' }
}

function ofUtf8(utf8: string, bytes: Uint8Array, before: Charset | undefined): Detected {
  const gb18030 = decodeGb18030(bytes)
  if (gb18030 === undefined) return { text: utf8, chosen: 'utf-8', because: 'only-utf-8' }
  // A few Chinese characters of GBK can be valid UTF-8; then they mostly read as Greek, Cyrillic, Arabic and the like.
  const evident = before === 'gb18030' ? SURELY_CHINESE : CHINESE
  if (evident.test(utf8)) return { text: utf8, chosen: 'utf-8', because: 'chinese-in-utf-8' }
  if (before === 'gb18030') return { text: gb18030, chosen: 'gb18030', because: 'either, as before' }
  const because = before === 'utf-8' ? 'either, as before' : 'either, by the specification'
  return { text: utf8, chosen: 'utf-8', because }
}

/** Whether only the last character is incomplete. A whole answer is JSON, which ends in ASCII. */
function isCutUtf8(bytes: Uint8Array): boolean {
  for (let start = bytes.length - 1; start >= bytes.length - 3 && start >= 0; start -= 1) {
    const byte = bytes[start] ?? 0
    if (byte < 0x80) return false
    const isFirstOfCharacter = byte >= 0xc0
    if (isFirstOfCharacter) return CHINESE.test(decodeUtf8(bytes.subarray(0, start)) ?? '')
  }
  return false
}

/**
 * Whether one piece of bytes that are not UTF-8 as a whole surely is: a library that puts a text of its own beside the
 * centre's. A quotation mark stands in no character of several bytes, so what is between two of them stands alone.
 */
function hasUtf8Part(bytes: Uint8Array): boolean {
  const QUOTATION_MARK = 0x22
  let start = 0
  while (start < bytes.length) {
    const found = bytes.indexOf(QUOTATION_MARK, start)
    const end = found === -1 ? bytes.length : found
    if (end - start >= 9 && SURELY_CHINESE.test(decodeUtf8(bytes.subarray(start, end)) ?? '')) return true
    start = end + 1
  }
  return false
}

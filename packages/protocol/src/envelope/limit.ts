import type { Issue } from '../errors/issue.ts'
import type { Profile } from '../profile/profile.ts'
import { byteLength } from '../schema/byte-length.ts'

/** Tells whether a text is over a limit of bytes. A UTF-16 unit takes at most four in either charset: short texts need no count. */
export function exceeds(text: string, limit: number, profile: Profile): boolean {
  return text.length * 4 > limit && byteLength(text, profile.charset) > limit
}

/** One of the limits with a K (clauses 2.2.4 and 3.2) is passed. */
export function overLimit(path: string, limit: number): Issue {
  return {
    path,
    rule: 'length',
    text: { en: `at most ${limit / 1024}K bytes`, zh: `长度不得超过 ${limit / 1024}K 字节` },
  }
}

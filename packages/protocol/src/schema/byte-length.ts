import { utf8Length } from '@nationec/errors'
import type { Charset } from '../profile/profile.ts'
import { gb18030Length } from '../text/gb18030.ts'

/** The most bytes that a UTF-16 unit takes in either charset. */
const MOST = 4

/**
 * The number of bytes a text takes on the wire. A text that GB18030 lacks a character of counts as the most that it could
 * take: the transport refuses it for the character, not for its length.
 */
export function byteLength(text: string, charset: Charset = 'utf-8'): number {
  return charset === 'utf-8' ? utf8Length(text) : (gb18030Length(text) ?? MOST * text.length)
}

/** The number of characters (code points); a character outside the basic plane is one. */
export function characterLength(text: string): number {
  let characters = text.length
  for (let index = 0; index < text.length - 1; index += 1) {
    if ((text.codePointAt(index) ?? 0) > 0xffff) {
      characters -= 1
      index += 1
    }
  }
  return characters
}

import { encodeGb18030 } from '@nationec/protocol/gb18030'
import { encodeUtf8 } from './utf8.ts'

/** A character set in which a library may take or give text: UTF-8 by the specification, GB18030 (which holds GBK) in the field. */
export type Charset = 'utf-8' | 'gb18030'

/** The character set of what a library gives: named, or found out for each answer. */
export type AnswerCharset = Charset | 'detect'

/** The bytes of a well-formed text, or `undefined` if the character set lacks one of its characters. */
export function encodeText(text: string, charset: Charset): Uint8Array | undefined {
  return charset === 'utf-8' ? encodeUtf8(text) : encodeGb18030(text)
}

import { Buffer } from 'node:buffer'
import iconv from 'iconv-lite'

const QUESTION_MARK = 0x3f
const REPLACEMENT = '\ufffd'
/** A private-use character that GB18030 gives no code of its own: its bytes read back as something else. */
const HOMELESS = '\ue5e5'

/** The bytes of a well-formed text, or `undefined` if GB18030 lacks one of its characters. */
export function encodeGb18030(text: string): Uint8Array | undefined {
  if (text.includes(HOMELESS)) return undefined
  const bytes = iconv.encode(text, 'gb18030')
  // What cannot be carried becomes a question mark, a byte that stands in no character of several bytes.
  return countByte(bytes, QUESTION_MARK) === countUnit(text, QUESTION_MARK) ? bytes : undefined
}

/** The text of the bytes, or `undefined` if they are not GB18030 from beginning to end. */
export function decodeGb18030(bytes: Uint8Array): string | undefined {
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'gb18030', {
    stripBOM: false,
  })
  return text.includes(REPLACEMENT) ? undefined : text
}

function countByte(bytes: Uint8Array, wanted: number): number {
  let count = 0
  for (let at = bytes.indexOf(wanted); at !== -1; at = bytes.indexOf(wanted, at + 1)) count += 1
  return count
}

function countUnit(text: string, wanted: number): number {
  const character = String.fromCharCode(wanted)
  let count = 0
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count += 1
  return count
}

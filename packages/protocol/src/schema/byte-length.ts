import type { Charset } from '../profile/profile.ts'

/** The number of bytes a text takes on the wire. For GB18030 it is exact or, for rare characters, above the truth. */
export function byteLength(text: string, charset: Charset = 'utf-8'): number {
  return charset === 'utf-8' ? utf8Length(text) : gb18030Length(text)
}

const encoder = new TextEncoder()
/** Encoding into a buffer that is used again is many times as fast as counting units in a loop. */
const scratch = new Uint8Array(64 * 1024)

function utf8Length(text: string): number {
  let bytes = 0
  for (let start = 0; start < text.length; ) {
    const { read, written } = encoder.encodeInto(start === 0 ? text : text.slice(start), scratch)
    bytes += written
    start += read
  }
  return bytes
}

/** ASCII takes one byte, common Chinese characters and punctuation two, everything else two or four: counted as four. */
function gb18030Length(text: string): number {
  let bytes = text.length
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) continue
    if (isTwoBytes(unit)) bytes += 1
    else {
      bytes += 3
      if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(index + 1))) {
        index += 1
        bytes -= 1
      }
    }
  }
  return bytes
}

/** Rows 1 and 3 of GB 2312 as far as names of people, drugs and hospitals use them; the other marks count as four. */
const PUNCTUATION = new Set(Array.from('·—‘’“”…\u3000、。《》「」『』【】〔〕￥', (mark) => mark.charCodeAt(0)))

const isTwoBytes = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fa5) || (unit >= 0xff01 && unit <= 0xff5e) || PUNCTUATION.has(unit)

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** The number of characters (code points); a character outside the basic plane is one. */
export function characterLength(text: string): number {
  let characters = text.length
  for (let index = 0; index < text.length - 1; index += 1) {
    if (isHighSurrogate(text.charCodeAt(index)) && isLowSurrogate(text.charCodeAt(index + 1))) {
      characters -= 1
      index += 1
    }
  }
  return characters
}

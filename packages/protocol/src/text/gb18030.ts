/**
 * GB18030, which holds GBK and GB2312: the character set of many vendors' libraries and of Windows in Chinese.
 *
 * The runtime's own decoder holds the code table. The encoder turns that table round, so the two cannot disagree.
 *
 * @module
 */

/** The 126 first bytes and 190 second bytes of the two-byte codes. */
const FIRST = 0x81
const FIRST_LAST = 0xfe
const SECOND = 0x40
const SECOND_LAST = 0xfe
const NO_SECOND = 0x7f
/** Four-byte codes count upwards from 81 30 81 30; so many of them stand for the basic plane. */
const BASIC_FOUR = 39_420
/** The number of the four-byte code of U+10000. Above it, code and code point count upwards together. */
const SUPPLEMENTARY = 189_000

/** U+E5E5 has no code: the bytes that its place in the table would give read as U+3000. */
const WITHOUT_CODE = 0xe5e5

/**
 * Private-use characters whose two-byte codes GB 18030-2022 gave to characters of Unicode's own. A text from before that
 * edition means the same sign, so it keeps its bytes. They read back as the new character.
 */
const FORMER_CODES: readonly (readonly [codePoint: number, code: number, count: number])[] = [
  [0xe78d, 0xa6d9, 7],
  [0xe794, 0xa6ec, 2],
  [0xe796, 0xa6f3, 1],
  [0xe81e, 0xfe59, 1],
  [0xe826, 0xfe61, 1],
  [0xe82b, 0xfe66, 2],
  [0xe832, 0xfe6d, 1],
  [0xe843, 0xfe7e, 1],
  [0xe854, 0xfe90, 1],
  [0xe864, 0xfea0, 1],
]

// The mark at the start is part of the text.
const OPTIONS = { fatal: true, ignoreBOM: true } as const

let strict: InstanceType<typeof TextDecoder> | undefined
/** By code point: first byte times 256 plus second byte; 0 where there is no two-byte code. */
let twoBytes: Uint16Array | undefined
/** By code point: the number of the four-byte code; of use where there is no two-byte code. */
let fourBytes: Uint16Array | undefined

/**
 * Gives the bytes of a text in GB18030, or `undefined` if the character set lacks one of its characters.
 *
 * It lacks U+E5E5 and halves of surrogate pairs. Eighteen private-use characters that were moved by GB 18030-2022 are
 * encoded as before and read back as the characters that took their place.
 *
 * The first call builds tables of 256 KiB.
 *
 * @throws `RangeError` on a runtime that was built without GB18030
 * @example
 * ```ts
 * import { encodeGb18030 } from '@nationec/protocol/gb18030'
 *
 * console.log(encodeGb18030('医保')) // Uint8Array [ 210, 189, 177, 163 ]
 * ```
 */
export function encodeGb18030(text: string): Uint8Array | undefined {
  const length = gb18030Length(text)
  if (length === undefined) return undefined
  const bytes = new Uint8Array(length)
  twoBytes ??= twoByteTable()
  fourBytes ??= fourByteTable()
  let at = 0
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) {
      bytes[at] = unit
      at += 1
      continue
    }
    const code = twoBytes[unit] ?? 0
    if (code > 0) {
      bytes[at] = code >> 8
      bytes[at + 1] = code & 0xff
      at += 2
      continue
    }
    const isPair = unit >= 0xd800 && unit <= 0xdfff
    putFour(bytes, at, isPair ? SUPPLEMENTARY + (text.codePointAt(index) ?? 0) - 0x10000 : (fourBytes[unit] ?? 0))
    at += 4
    if (isPair) index += 1
  }
  return bytes
}

/**
 * Counts the bytes of a text in GB18030 without making them; `undefined` where {@link encodeGb18030} gives `undefined`.
 *
 * @throws `RangeError` on a runtime that was built without GB18030
 * @example
 * ```ts
 * import { gb18030Length } from '@nationec/protocol/gb18030'
 *
 * console.log(gb18030Length('医保 A')) // 6
 * ```
 */
export function gb18030Length(text: string): number | undefined {
  twoBytes ??= twoByteTable()
  let length = 0
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) length += 1
    else if ((twoBytes[unit] ?? 0) > 0) length += 2
    else {
      const isPair = (text.codePointAt(index) ?? 0) > 0xffff
      // Every other character of the basic plane has a four-byte code.
      if (unit === WITHOUT_CODE || (!isPair && unit >= 0xd800 && unit <= 0xdfff)) return undefined
      length += 4
      if (isPair) index += 1
    }
  }
  return length
}

/**
 * Gives the text of bytes in GB18030, or `undefined` if they are not GB18030 from beginning to end. A byte order mark
 * stays in the text.
 *
 * @throws `RangeError` on a runtime that was built without GB18030
 * @example
 * ```ts
 * import { decodeGb18030 } from '@nationec/protocol/gb18030'
 *
 * console.log(decodeGb18030(Uint8Array.of(0xd2, 0xbd, 0xb1, 0xa3))) // 医保
 * console.log(decodeGb18030(Uint8Array.of(0xd2))) // undefined
 * ```
 */
export function decodeGb18030(bytes: Uint8Array): string | undefined {
  strict ??= new TextDecoder('gb18030', OPTIONS)
  try {
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}

function putFour(bytes: Uint8Array, at: number, number: number): void {
  bytes[at] = FIRST + Math.floor(number / 12_600)
  bytes[at + 1] = 0x30 + (Math.floor(number / 1260) % 10)
  bytes[at + 2] = FIRST + (Math.floor(number / 10) % 126)
  bytes[at + 3] = 0x30 + (number % 10)
}

/** Decodes every two-byte code once. Where two codes stand for one character, the lower one is taken. */
function twoByteTable(): Uint16Array {
  const table = new Uint16Array(0x10000)
  const decoder = new TextDecoder('gb18030', OPTIONS)
  for (let first = FIRST; first <= FIRST_LAST; first += 1) {
    for (let second = SECOND; second <= SECOND_LAST; second += 1) {
      if (second === NO_SECOND) continue
      table[decoder.decode(Uint8Array.of(first, second)).charCodeAt(0)] ||= first * 256 + second
    }
  }
  for (const [codePoint, code, count] of FORMER_CODES) {
    for (let index = 0; index < count; index += 1) table[codePoint + index] ||= code + index
  }
  table[WITHOUT_CODE] = 0
  return table
}

/** Decodes every four-byte code of the basic plane once. */
function fourByteTable(): Uint16Array {
  const table = new Uint16Array(0x10000)
  const codes = new Uint8Array(BASIC_FOUR * 4)
  for (let number = 0; number < BASIC_FOUR; number += 1) putFour(codes, number * 4, number)
  const characters = new TextDecoder('gb18030', OPTIONS).decode(codes)
  // From the last to the first: where two codes stand for one character, the lower one is taken.
  for (let number = BASIC_FOUR - 1; number >= 0; number -= 1) table[characters.charCodeAt(number)] = number
  return table
}

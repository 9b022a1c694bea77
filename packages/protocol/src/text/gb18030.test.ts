import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { describe, it } from 'node:test'
import iconv from 'iconv-lite'
import { decodeGb18030, encodeGb18030, gb18030Length } from '../gb18030.ts'

/** The two-byte codes that GB 18030-2022 gave to other characters, with what stood and what stands there. */
const MOVED: readonly (readonly [code: number, former: number, now: number])[] = [
  [0xa6d9, 0xe78d, 0xfe10],
  [0xa6da, 0xe78e, 0xfe12],
  [0xa6db, 0xe78f, 0xfe11],
  [0xa6dc, 0xe790, 0xfe13],
  [0xa6dd, 0xe791, 0xfe14],
  [0xa6de, 0xe792, 0xfe15],
  [0xa6df, 0xe793, 0xfe16],
  [0xa6ec, 0xe794, 0xfe17],
  [0xa6ed, 0xe795, 0xfe18],
  [0xa6f3, 0xe796, 0xfe19],
  [0xfe59, 0xe81e, 0x9fb4],
  [0xfe61, 0xe826, 0x9fb5],
  [0xfe66, 0xe82b, 0x9fb6],
  [0xfe67, 0xe82c, 0x9fb7],
  [0xfe6d, 0xe832, 0x9fb8],
  [0xfe7e, 0xe843, 0x9fb9],
  [0xfe90, 0xe854, 0x9fba],
  [0xfea0, 0xe864, 0x9fbb],
]
const FORMER = new Map(MOVED.map(([, former, now]) => [former, now]))
const NOW = new Set(MOVED.map(([, , now]) => now))
const WITHOUT_CODE = 0xe5e5

/** The basic plane, and every 61st code point above it. */
function* codePoints(): Generator<number> {
  for (let point = 0; point < 0x10000; point += 1) if (point < 0xd800 || point > 0xdfff) yield point
  for (let point = 0x10000; point < 0x110000; point += 61) yield point
  yield 0x10ffff
}

function hexOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes && Buffer.from(bytes).toString('hex')
}

describe('GB18030', () => {
  it('carries every character there and back, but for the one it lacks and those that were moved', () => {
    for (const point of codePoints()) {
      const character = String.fromCodePoint(point)
      const bytes = encodeGb18030(character)
      if (point === WITHOUT_CODE) {
        assert.equal(bytes, undefined)
        continue
      }
      if (bytes === undefined) assert.fail(`no code for ${point.toString(16)}`)
      const back = decodeGb18030(bytes)
      if (back !== String.fromCodePoint(FORMER.get(point) ?? point))
        assert.fail(`${point.toString(16)}: ${hexOf(bytes)}`)
      if (gb18030Length(character) !== bytes.length) assert.fail(`length of ${point.toString(16)}`)
    }
  })

  it('gives the bytes that an independent codec gives, but for the characters that took a place in 2022', () => {
    for (const point of codePoints()) {
      if (point === WITHOUT_CODE || NOW.has(point)) continue
      const character = String.fromCodePoint(point)
      const ours = hexOf(encodeGb18030(character))
      const theirs = iconv.encode(character, 'gb18030').toString('hex')
      if (ours !== theirs) assert.fail(`${point.toString(16)}: ${ours}, not ${theirs}`)
    }
  })

  it('reads every two-byte code as that codec does, but for those that were moved', () => {
    const moved = new Map(MOVED.map(([code, , now]) => [code, now]))
    for (let code = 0x8140; code <= 0xfefe; code += 1) {
      const second = code & 0xff
      if (second < 0x40 || second === 0x7f || second === 0xff) continue
      const bytes = Uint8Array.of(code >> 8, second)
      const now = moved.get(code)
      const expected = now === undefined ? iconv.decode(Buffer.from(bytes), 'gb18030') : String.fromCodePoint(now)
      if (decodeGb18030(bytes) !== expected) assert.fail(code.toString(16))
    }
  })

  it('gives characters that took a place in 2022 its two bytes', () => {
    for (const [code, , now] of MOVED) assert.equal(hexOf(encodeGb18030(String.fromCodePoint(now))), code.toString(16))
  })

  it('has the codes that the standard prints', () => {
    assert.equal(hexOf(encodeGb18030('医保€〇㐀𠮷\u{10ffff}')), 'd2bdb1a3a2e3a9968139ee399534b235e3329a35')
    assert.equal(hexOf(encodeGb18030('a?\u0080')), '613f81308130')
  })

  it('refuses what it lacks, and halves of surrogate pairs', () => {
    for (const text of ['a\ue5e5', '\ud842', '\udfb7', '\udfb7\ud842', 'a\ud842b']) {
      assert.equal(encodeGb18030(text), undefined)
      assert.equal(gb18030Length(text), undefined)
    }
  })

  it('refuses bytes that are not GB18030, and reads on afterwards', () => {
    const broken = [
      [0xff],
      [0xb0],
      [0x81, 0x30],
      [0xc1, 0x7f],
      [0x81, 0x30, 0x81],
      [0xe3, 0x32, 0x9a, 0x36],
      [0x84, 0x31, 0xa4, 0x40],
    ]
    for (const bytes of broken) {
      assert.equal(decodeGb18030(Uint8Array.from(bytes)), undefined)
      assert.equal(decodeGb18030(Uint8Array.of(0xd2, 0xbd)), '医')
    }
  })

  it('keeps a byte order mark, a NUL and a replacement character that is in the text', () => {
    for (const text of ['\ufeff医', 'a\u0000b', '\ufffd', '']) {
      assert.equal(decodeGb18030(encodeGb18030(text) ?? assert.fail('encodable')), text)
    }
  })
})

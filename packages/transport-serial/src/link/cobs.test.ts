import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { cobsDecode, cobsEncode, longestEncoding } from './cobs.ts'

/** Few values, so that zeros and long runs without one both occur. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 600 }),
  fc.uint8Array({ max: 1, maxLength: 40 }),
  fc.uint8Array({ min: 1, minLength: 250, maxLength: 1300 }),
  fc
    .tuple(fc.uint8Array({ min: 1, minLength: 250, maxLength: 258 }), fc.uint8Array({ max: 1, maxLength: 4 }))
    .map(([run, rest]) => Uint8Array.from([...run, ...rest])),
)

describe('COBS', () => {
  const run = Array.from({ length: 254 }, (_, index) => index + 1)
  for (const [name, plain, encoded] of [
    ['nothing', [], [1]],
    ['one zero', [0], [1, 1]],
    ['two zeros', [0, 0], [1, 1, 1]],
    ['a zero in the middle', [0x11, 0x22, 0, 0x33], [3, 0x11, 0x22, 2, 0x33]],
    ['no zero', [0x11, 0x22, 0x33, 0x44], [5, 0x11, 0x22, 0x33, 0x44]],
    ['zeros at the end', [0x11, 0, 0, 0], [2, 0x11, 1, 1, 1]],
    ['254 without a zero', run, [255, ...run]],
    ['254 and a zero', [...run, 0], [255, ...run, 1, 1]],
    ['254 and one more', [...run, 255], [255, ...run, 2, 255]],
    ['a zero and 254', [0, ...run], [1, 255, ...run]],
  ] as const) {
    it(`encodes ${name}`, () => {
      assert.deepEqual([...encode(Uint8Array.from(plain))], encoded)
      assert.deepEqual([...(decode(Uint8Array.from(encoded)) ?? [])], plain)
    })
  }

  it('gives back every frame, has no zero in it and keeps to its bound', () => {
    fc.assert(
      fc.property(bytes, (plain) => {
        const encoded = encode(plain)
        assert.ok(!encoded.includes(0))
        assert.ok(encoded.length <= longestEncoding(plain.length))
        assert.deepEqual(encoded, byTheBook(plain))
        assert.deepEqual(decode(encoded), plain)
      }),
      { numRuns: 1000, seed: 2 },
    )
  })

  it('decodes in place, and what is no encoding gives nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ min: 1, maxLength: 400 }), (wild) => {
        const apart = decode(wild)
        const copy = Uint8Array.from(wild)
        const length = cobsDecode(copy, 0, copy.length, copy)
        assert.deepEqual(length < 0 ? undefined : copy.slice(0, length), apart)
        if (apart !== undefined) assert.ok(apart.length < Math.max(1, wild.length))
      }),
      { numRuns: 1000, seed: 3 },
    )
  })
})

function encode(plain: Uint8Array): Uint8Array {
  const target = new Uint8Array(longestEncoding(plain.length))
  return target.slice(0, cobsEncode(plain, 0, plain.length, target, 0))
}

function decode(encoded: Uint8Array): Uint8Array | undefined {
  const target = new Uint8Array(encoded.length)
  const length = cobsDecode(encoded, 0, encoded.length, target)
  return length < 0 ? undefined : target.slice(0, length)
}

/** As one would explain it: cut at the zeros of the text with one more zero at its end; each piece has its length in front. */
function byTheBook(plain: Uint8Array): Uint8Array {
  const encoded: number[] = []
  const pieces: number[][] = [[]]
  for (const byte of plain) {
    if (byte === 0) pieces.push([])
    else pieces.at(-1)?.push(byte)
  }
  pieces.forEach((piece, index) => {
    let rest = piece
    for (; rest.length >= 254; rest = rest.slice(254)) encoded.push(255, ...rest.slice(0, 254))
    const isLast = index === pieces.length - 1
    if (!isLast || rest.length > 0 || piece.length === 0) encoded.push(rest.length + 1, ...rest)
  })
  return Uint8Array.from(encoded)
}

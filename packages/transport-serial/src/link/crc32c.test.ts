import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { crc32c } from './crc32c.ts'

const ascending = Uint8Array.from({ length: 32 }, (_, index) => index)

describe('CRC-32C', () => {
  // RFC 3720, appendix B.4, and the usual check value.
  for (const [name, bytes, check] of [
    ['nothing', new Uint8Array(0), 0],
    ['"123456789"', new TextEncoder().encode('123456789'), 0xe306_9283],
    ['32 zeros', new Uint8Array(32), 0x8a91_36aa],
    ['32 times FF', new Uint8Array(32).fill(0xff), 0x62a8_ab43],
    ['0 to 31', ascending, 0x46dd_794e],
    ['31 to 0', ascending.toReversed(), 0x113f_db5c],
  ] as const) {
    it(`of ${name} is what the standard says`, () => assert.equal(crc32c(bytes), check))
  }

  it('is that of the definition, bit by bit, for any part of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), fc.nat(100), (bytes, one, other) => {
        const start = Math.min(one, other, bytes.length)
        const end = Math.min(Math.max(one, other), bytes.length)
        assert.equal(crc32c(bytes, start, end), bitByBit(bytes.subarray(start, end)))
      }),
      { numRuns: 500, seed: 1 },
    )
  })

  it('changes with the number of zeros at either end', () => {
    const checks = new Set(Array.from({ length: 64 }, (_, zeros) => crc32c(new Uint8Array(zeros))))
    assert.equal(checks.size, 64)
  })
})

function bitByBit(bytes: Uint8Array): number {
  let crc = 0xffff_ffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f6_3b78 : 0)
  }
  return ~crc >>> 0
}

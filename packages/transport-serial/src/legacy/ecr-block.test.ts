import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { ACK, createEcrReader, type EcrSign, encodeAck, encodeBlock, LONGEST_DATA } from './ecr-block.ts'

const data = fc.uint8Array({ minLength: 1, maxLength: LONGEST_DATA })
/** What cannot begin a block or answer one. */
const quiet = fc
  .array(fc.constantFrom(0x00, 0x03, 0x41, 0x7f, 0xff), { maxLength: 20 })
  .map((all) => Uint8Array.from(all))

function read(pieces: readonly Uint8Array[]): EcrSign[] {
  const reader = createEcrReader()
  const signs: EcrSign[] = []
  for (const piece of pieces) reader.push(piece, (sign) => signs.push(sign))
  return signs
}

describe('blocks of the ECR example', () => {
  it('are bytes that a hand can check', () => {
    // 00 ^ 02 ^ 41 ^ 42 ^ 03 = 02
    assert.deepEqual([...encodeBlock(Uint8Array.of(0x41, 0x42))], [0x02, 0x00, 0x02, 0x41, 0x42, 0x03, 0x02])
  })

  it('are found in pieces of any size, after noise that is no block', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(quiet, data), { maxLength: 5 }), fc.integer({ min: 1, max: 9 }), (all, size) => {
        const bytes = Uint8Array.from(all.flatMap(([noise, given]) => [...noise, ...encodeBlock(given)]))
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
          bytes.subarray(index * size, (index + 1) * size),
        )
        assert.deepEqual(
          read(pieces),
          all.map(([, given]) => ({ type: 'block', data: given })),
        )
      }),
      { numRuns: 100, seed: 5 },
    )
  })

  it('are answered by their number, and a stray answer takes nothing of the block behind it', () => {
    const given = Uint8Array.of(0x41, 0x42)
    const block = { type: 'block', data: given }
    assert.deepEqual(read([encodeAck(6), encodeBlock(given)]), [{ type: 'ack', number: 6 }, block])
    for (const stray of [[ACK], [ACK, ACK], [ACK, 0x02], [ACK, 1, 1], [ACK, ACK, ACK, ACK]]) {
      const signs = read([Uint8Array.from(stray), encodeBlock(given)])
      assert.ok(!signs.some(({ type }) => type === 'ack'))
      if (!stray.includes(0x02)) assert.deepEqual(signs, [block], String(stray))
    }
  })

  it('are damaged by any single bit after the length, and never given', () => {
    fc.assert(
      fc.property(data, fc.nat(), fc.nat(7), (given, at, bit) => {
        const block = encodeBlock(given)
        const place = 3 + (at % (block.length - 3))
        block[place] = (block[place] ?? 0) ^ (1 << bit)
        assert.deepEqual(read([block])[0], { type: 'damaged' })
      }),
      { numRuns: 200, seed: 6 },
    )
  })

  it('are not protected against two errors in one column: that is why a secure channel belongs on top', () => {
    const block = encodeBlock(Uint8Array.of(10, 20, 30))
    block[3] = 10 ^ 0x80
    block[4] = 20 ^ 0x80
    assert.deepEqual(read([block]), [{ type: 'block', data: Uint8Array.of(0x8a, 0x94, 30) }])
  })

  it('come out of no bytes whatever with an exception, or longer than they may be', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3_000 }), (bytes) => {
        for (const sign of read([bytes])) if (sign.type === 'block') assert.ok(sign.data.length <= LONGEST_DATA)
      }),
      { numRuns: 200, seed: 7 },
    )
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createFrameReader } from './frame-reader.ts'
import { encodeFrame, type Frame } from './frames.ts'

const payload = fc.uint8Array({ maxLength: 300 })
const frame = fc.record(
  { id: fc.nat(0xffff_ffff), kind: fc.integer({ min: 1, max: 105 }), payload },
  { noNullPrototype: true },
)
/** Noise with the beginning of a frame in it, as a library prints that means harm. */
const noise = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  fc
    .constantFrom('NEC1', 'NNEC1', 'NEC1\x04\0\0\0\x01\0\0\0\x67\0\0\0????')
    .map((text) => new TextEncoder().encode(text)),
)

describe('the frame reader', () => {
  it('finds every frame between noise, however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(noise, frame), { maxLength: 12 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 90 })),
        (parts, cuts) => {
          const bytes = Buffer.concat(parts.flatMap(([before, next]) => [before, encodeFrame(next)]))
          const found: Frame[] = []
          const reader = createFrameReader((next) => found.push(next))
          let at = 0
          for (const cut of cuts) {
            if (at >= bytes.length) break
            reader.push(bytes.subarray(at, at + cut))
            at += cut
          }
          assert.deepEqual(
            found,
            parts.map(([, next]) => next),
          )
          assert.equal(
            reader.skipped,
            parts.reduce((sum, [{ length }]) => sum + length, 0),
          )
          assert.equal(reader.insideFrame, false)
        },
      ),
      { numRuns: 300, seed: 105 },
    )
  })

  it('has the header that the protocol gives as its example', () => {
    const header = encodeFrame({ id: 1, kind: 102, payload: new Uint8Array(0) })
    assert.equal(Buffer.from(header).toString('hex'), '4e45433100000000010000006600000073 8bf1ef'.replace(' ', ''))
  })

  it('says so when it ends inside a frame', () => {
    const reader = createFrameReader(() => assert.fail('there is no whole frame'))
    reader.push(encodeFrame({ id: 1, kind: 103, payload: new Uint8Array(9) }).subarray(0, 25))
    assert.equal(reader.insideFrame, true)
  })

  it('takes no length that no host sends', () => {
    const bytes = encodeFrame({ id: 1, kind: 103, payload: new Uint8Array(4) })
    new DataView(bytes.buffer).setUint32(4, 0x7fff_ffff, true)
    const reader = createFrameReader(() => assert.fail('not a frame'))
    reader.push(bytes)
    assert.ok(reader.skipped > 0)
  })
})

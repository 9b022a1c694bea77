import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Frame, HEADER_BYTES, MAX_ENCODED, MAX_FRAME, type StreamId, writeFrame } from './frame.ts'
import { createFrameReader } from './frame-reader.ts'

const frame = fc.record(
  {
    type: fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Frame['type']>,
    stream: fc.constantFrom<StreamId>(0, 1),
    side: fc.constantFrom<0 | 1>(0, 1),
    epoch: fc.nat(255),
    offset: fc.nat(0xffff_ffff),
    payload: fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.uint8Array({ minLength: 240, maxLength: 4080 })),
  },
  { noNullPrototype: true },
)
const garbage = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ min: 1, minLength: 4000, maxLength: 9000 }))

describe('the frame reader', () => {
  it('finds every frame behind a delimiter, whatever came before and however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.option(garbage), frame), { maxLength: 6 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 5000 })),
        (parts, cuts) => {
          const line = parts.flatMap(([before, next]) =>
            before === null ? [...encode(next)] : [...before, 0, ...encode(next)],
          )
          assert.deepEqual(
            read(line, cuts).frames.filter(isOneOf(parts.map(([, next]) => next))),
            parts.map(([, next]) => next),
          )
        },
      ),
      { numRuns: 150, seed: 4 },
    )
  })

  it('loses at most the frame that garbage runs into', () => {
    fc.assert(
      fc.property(garbage, frame, frame, (before, lost, found) => {
        const { frames } = read([...before, ...encode(lost), ...encode(found)])
        assert.deepEqual(frames.at(-1), found)
      }),
      { numRuns: 150, seed: 5 },
    )
  })

  it('takes no frame of which one bit is wrong', () => {
    fc.assert(
      fc.property(frame, fc.nat(), (whole, where) => {
        const line = encode(whole)
        const bit = where % ((line.length - 1) * 8)
        line[bit >>> 3] = (line[bit >>> 3] ?? 0) ^ (1 << (bit & 7))
        assert.deepEqual(read([...line]).frames, [])
      }),
      { numRuns: 1000, seed: 6 },
    )
  })

  it('takes any bytes and remembers no more than one frame of them', () => {
    const reader = createFrameReader()
    for (let round = 0; round < 2000; round += 1)
      reader.push(new Uint8Array(1000).fill(7), () => assert.fail('a frame'))
    reader.push(new Uint8Array(1), () => assert.fail('a frame'))
    assert.equal(reader.rejected, 1)
    const frames: Frame[] = []
    reader.push(encode({ type: 5, stream: 0, side: 0, epoch: 9, offset: 1, payload: new Uint8Array(0) }), (next) =>
      frames.push(next),
    )
    assert.equal(frames.length, 1)
  })

  it('forgets the frame that was open when the port was closed', () => {
    const reader = createFrameReader()
    reader.push(Uint8Array.of(1, 2, 3), () => assert.fail('a frame'))
    reader.clear()
    reader.push(Uint8Array.of(0), () => assert.fail('a frame'))
    assert.equal(reader.rejected, 0)
  })
})

function encode({ type, stream, side, epoch, offset, payload }: Frame): Uint8Array {
  const raw = new Uint8Array(MAX_FRAME)
  raw.set(payload, HEADER_BYTES)
  const target = new Uint8Array(MAX_ENCODED + 1)
  return target.slice(0, writeFrame(raw, type, stream, { number: epoch, side }, offset, payload.length, target, 0))
}

function read(line: readonly number[], cuts?: Iterable<number>): { frames: Frame[] } {
  const reader = createFrameReader()
  const frames: Frame[] = []
  let at = 0
  for (const cut of cuts ?? [line.length]) {
    if (at >= line.length) break
    reader.push(Uint8Array.from(line.slice(at, at + cut)), (next) =>
      frames.push({ ...next, payload: next.payload.slice() }),
    )
    at += cut
  }
  return { frames }
}

/** Garbage may by chance be a frame; the tests only count those that were sent. */
function isOneOf(sent: readonly Frame[]): (found: Frame) => boolean {
  return (found) => sent.some(({ offset, epoch }) => offset === found.offset && epoch === found.epoch)
}

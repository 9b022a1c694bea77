import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readAck, writeAck } from './ack.ts'
import { ByteQueue } from './byte-queue.ts'
import { createMessageReader, lengthPrefix } from './message-reader.ts'
import { expandOffset } from './offsets.ts'
import { RangeSet } from './ranges.ts'
import { MOST_IN_VARINT, readVarints, varintLength, writeVarint } from './varint.ts'

const runs = (seed: number) => ({ numRuns: 300, seed })

describe('offsets', () => {
  it('come back from 32 bits when they are near', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 40), fc.integer({ min: -(2 ** 30), max: 2 ** 30 }), (near, distance) => {
        const offset = Math.max(0, near + distance)
        assert.equal(expandOffset(offset % 2 ** 32, near), offset)
      }),
      runs(10),
    )
  })
})

describe('varints', () => {
  it('come back, in the number of bytes that was said', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(300), fc.nat(MOST_IN_VARINT))), (numbers) => {
        const bytes = new Uint8Array(4 * numbers.length)
        let at = 0
        for (const number of numbers) {
          const end = writeVarint(number, bytes, at)
          assert.equal(end - at, varintLength(number))
          at = end
        }
        assert.deepEqual(readVarints(bytes.subarray(0, at), numbers.length), numbers)
      }),
      runs(11),
    )
  })

  it('are refused when they are too long, too many or unfinished', () => {
    assert.equal(readVarints(Uint8Array.of(0x80, 0x80, 0x80, 0x80, 0), 9), undefined)
    assert.equal(readVarints(Uint8Array.of(1, 2, 3), 2), undefined)
    assert.equal(readVarints(Uint8Array.of(1, 0x80), 9), undefined)
  })
})

describe('acknowledgements', () => {
  it('come back', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 9000 })), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(fc.nat(2 ** 34), fc.nat(65_536), steps, (next, credit, pairs) => {
        let end = next
        const ranges = pairs.map(([gap, length]) => {
          const start = end + gap
          end = start + length
          return { start, end }
        })
        const payload = new Uint8Array(60)
        const length = writeAck({ next, credit, ranges }, payload, 0)
        assert.deepEqual(readAck(next % 2 ** 32, payload.subarray(0, length), next), { next, credit, ranges })
      }),
      runs(12),
    )
  })

  it('of any bytes throw nothing and give ascending ranges', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), fc.uint8Array({ maxLength: 60 }), (offset, payload) => {
        const news = readAck(offset, payload, 0)
        let last = news?.next ?? 0
        for (const { start, end } of news?.ranges ?? []) {
          assert.ok(start > last && end > start)
          last = end
        }
      }),
      runs(13),
    )
  })
})

describe('a set of ranges', () => {
  const operation = fc.tuple(fc.boolean(), fc.nat(60), fc.nat(20))

  it('holds what a plain set of numbers holds', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 40 }), (operations) => {
        const ranges = new RangeSet()
        const plain = new Set<number>()
        for (const [isAdded, start, length] of operations) {
          if (isAdded) ranges.add(start, start + length)
          else ranges.remove(start, start + length)
          for (let at = start; at < start + length; at += 1) isAdded ? plain.add(at) : plain.delete(at)
          assert.deepEqual([...ranges], rangesOf(plain))
        }
        for (let at = 0; at < 90; at += 1) {
          const range = ranges.containing(at)
          assert.equal(range !== undefined, plain.has(at))
          if (range !== undefined) assert.ok(range.start <= at && at < range.end)
        }
      }),
      runs(14),
    )
  })
})

describe('a queue of bytes', () => {
  const operation = fc.oneof(
    fc.record({ add: fc.uint8Array({ maxLength: 3000 }) }),
    fc.record({ release: fc.double({ min: 0, max: 1, noNaN: true }) }),
  )

  it('gives every part of what it holds', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 33), fc.array(operation, { maxLength: 30 }), (start, operations) => {
        const queue = new ByteQueue(start)
        let held: number[] = []
        let from = start
        for (const step of operations) {
          if ('add' in step) {
            queue.append(step.add)
            held = [...held, ...step.add]
          } else {
            const count = Math.floor(step.release * held.length)
            queue.release(from + count)
            held = held.slice(count)
            from += count
          }
          assert.equal(queue.start, from)
          assert.equal(queue.end, from + held.length)
          const middle = Math.floor(held.length / 2)
          const part = new Uint8Array(held.length - middle)
          queue.read(from + middle, queue.end, part, 0)
          assert.deepEqual(part, Uint8Array.from(held.slice(middle)))
        }
      }),
      { numRuns: 100, seed: 15 },
    )
  })
})

describe('the message reader', () => {
  const message = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 300 }),
    fc.uint8Array({ minLength: 70_000, maxLength: 90_000 }),
  )

  it('gives back the messages, however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 5 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 50_000 })),
        (messages, cuts) => {
          const line = Buffer.concat(messages.flatMap((bytes) => [lengthPrefix(bytes.length), bytes]))
          const reader = createMessageReader(100_000)
          const found: Uint8Array[] = []
          let at = 0
          for (const cut of cuts) {
            if (at >= line.length) break
            assert.ok(reader.push(line.subarray(at, at + cut), (bytes) => found.push(bytes)))
            at += cut
          }
          assert.equal(found.length, messages.length)
          for (const [index, bytes] of messages.entries()) assert.ok(Buffer.from(found[index] ?? []).equals(bytes))
        },
      ),
      { numRuns: 40, seed: 16 },
    )
  })

  it('refuses a message that is empty or longer than agreed', () => {
    const refuses = (...bytes: number[]) => !createMessageReader(200).push(Uint8Array.from(bytes), () => {})
    assert.ok(refuses(0))
    assert.ok(refuses(...lengthPrefix(201)))
    assert.ok(refuses(0xff, 0xff, 0xff, 0xff))
    assert.ok(!refuses(...lengthPrefix(200)))
  })
})

function rangesOf(plain: ReadonlySet<number>): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = []
  for (const at of [...plain].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last?.end === at) last.end = at + 1
    else ranges.push({ start: at, end: at + 1 })
  }
  return ranges
}

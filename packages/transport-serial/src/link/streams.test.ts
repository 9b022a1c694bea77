import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { seeded } from '../fixtures/line/seeded.ts'
import { ReceiveStream } from './receive-stream.ts'
import { SendStream } from './send-stream.ts'

const WINDOW = 1000

describe('the receiving half of a stream', () => {
  const piece = fc.record({ offset: fc.nat(2500), length: fc.integer({ min: 1, max: 300 }), reading: fc.boolean() })

  for (const start of [0, 2 ** 32 - 700]) {
    it(`puts pieces in order, whichever come how often, from offset ${start} on`, () => {
      const text = seeded(1).bytes(3000)
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
          const stream = new ReceiveStream(WINDOW, start)
          const delivered: number[] = []
          const deliver = (bytes: Uint8Array) => delivered.push(...bytes)
          const has = new Set<number>()
          let contiguous = 0
          for (const { offset, length, reading } of pieces) {
            stream.setReading(reading, deliver)
            const part = text.subarray(offset, offset + length)
            const accepted = stream.accept(start + offset, part, deliver)
            // What is acknowledged has been kept, what lies beyond the window never is.
            assert.equal(
              accepted,
              offset + part.length <= delivered.length + WINDOW || offset + part.length <= contiguous,
            )
            if (accepted) for (let at = offset; at < offset + part.length; at += 1) has.add(at)
            while (has.has(contiguous)) contiguous += 1
            assert.equal(stream.next, start + contiguous)
            if (reading) assert.equal(delivered.length, contiguous)
            const { next, credit, ranges } = stream.acknowledgement()
            assert.equal(next + credit, start + delivered.length + WINDOW)
            for (const range of ranges) {
              for (let at = range.start; at < range.end; at += 1) assert.ok(has.has(at - start))
            }
          }
          assert.deepEqual(Uint8Array.from(delivered), text.slice(0, delivered.length))
        }),
        { numRuns: 200, seed: 20 },
      )
    })
  }

  it('makes no more than so many holes', () => {
    const stream = new ReceiveStream(65_536)
    const accepted = Array.from({ length: 1000 }, (_, index) =>
      stream.accept(2 * index + 1, Uint8Array.of(1), () => {}),
    )
    assert.equal(accepted.filter(Boolean).length, 256)
    assert.ok(
      stream.accept(0, Uint8Array.of(1), () => {}),
      'and still takes what is missing',
    )
    assert.equal(stream.next, 2)
  })
})

describe('the sending half of a stream', () => {
  for (const start of [0, 2 ** 32 - 3000]) {
    it(`brings every byte over a line that loses frames and acknowledgements, from offset ${start} on`, () => {
      for (let seed = 1; seed <= 60; seed += 1) {
        const draws = seeded(seed)
        const text = draws.bytes(draws.between(1, 8000))
        const sender = new SendStream(WINDOW, start)
        const receiver = new ReceiveStream(WINDOW, start)
        const delivered: number[] = []
        sender.append(text)
        let order = 0
        let rounds = 0
        for (; sender.pending > 0; rounds += 1) {
          assert.ok(rounds < 5000, `seed ${seed} does not end`)
          const range = sender.next(draws.between(1, 200))
          if (range !== undefined) {
            const bytes = new Uint8Array(range.end - range.start)
            sender.read(range, bytes, 0)
            sender.sent(range, order, order)
            order += 1
            assert.ok(range.end <= start + delivered.length + WINDOW, 'the window was kept')
            if (draws.next() < 0.7) receiver.accept(range.start, bytes, (part) => delivered.push(...part))
          } else sender.probe()
          if (draws.next() < 0.6) assert.ok(sender.acknowledge(receiver.acknowledgement()))
        }
        assert.deepEqual(Uint8Array.from(delivered), text)
      }
    })
  }

  it('believes no acknowledgement of what was never sent', () => {
    const sender = new SendStream(WINDOW)
    sender.append(new Uint8Array(100))
    sender.sent({ start: 0, end: 50 }, 1, 0)
    assert.equal(sender.acknowledge({ next: 51, credit: 0, ranges: [] }), undefined)
    assert.equal(sender.acknowledge({ next: 0, credit: 0, ranges: [{ start: 40, end: 51 }] }), undefined)
    assert.equal(sender.acknowledge({ next: 50, credit: 0, ranges: [] })?.arrived.length, 1)
  })

  it('sends again at once what was sent before something that arrived', () => {
    const sender = new SendStream(WINDOW)
    sender.append(new Uint8Array(300))
    for (const [order, start] of [0, 100, 200].entries()) sender.sent({ start, end: start + 100 }, order, 0)
    assert.equal(sender.next(500), undefined)
    sender.acknowledge({ next: 0, credit: WINDOW, ranges: [{ start: 100, end: 200 }] })
    assert.deepEqual(sender.next(60), { start: 0, end: 60 })
    assert.ok(sender.hasInFlight, 'what was sent later is not judged')
  })
})

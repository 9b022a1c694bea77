import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createRandom } from './random.ts'

describe('the random numbers', () => {
  it('stay in their range and repeat for the same seed', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.integer({ min: 1, max: 1_000_000 }), (seed, limit) => {
        const [first, second] = [createRandom(seed), createRandom(seed)]
        for (let index = 0; index < 5; index += 1) {
          const value = first.below(limit)
          assert.ok(Number.isInteger(value) && value >= 0 && value < limit)
          assert.equal(second.below(limit), value)
        }
        assert.match(first.digits(7), /^\d{7}$/)
        assert.match(first.hex(32), /^[0-9a-f]{32}$/)
      }),
      { seed: 20_261_123, numRuns: 200 },
    )
  })

  it('do not repeat soon, and use every digit about equally', () => {
    const random = createRandom(1)
    const tokens = new Set(Array.from({ length: 20_000 }, () => random.hex(32)))
    assert.equal(tokens.size, 20_000)
    const counts = new Map<string, number>()
    for (const digit of random.digits(20_000)) counts.set(digit, (counts.get(digit) ?? 0) + 1)
    for (const count of counts.values()) assert.ok(count > 1_800 && count < 2_200)
  })
})

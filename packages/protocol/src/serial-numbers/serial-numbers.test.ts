import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createSerialNumbers, formatWireTime } from '@nationec/protocol'
import fc from 'fast-check'

const orgId = 'H33010200001'

describe('serial numbers', () => {
  it('have the shape of clause 2.2.3: time, a middle part, the institution', () => {
    const now = Date.UTC(2026, 10, 23, 2, 15, 0)
    const next = createSerialNumbers({ orgId, now: () => now })
    assert.match(next(), new RegExp(`^${formatWireTime(now)}[0-9A-HJKMNP-TV-Z]{20}${orgId}$`))
  })

  it('keep to the length budget, and say what the least is', () => {
    assert.equal(createSerialNumbers({ orgId, length: 38 })().length, 38)
    assert.equal(createSerialNumbers({ orgId, length: 200 })().length, 46)
    assert.throws(() => createSerialNumbers({ orgId, length: 37 }), /at least 38/)
    // A number has no length: the random part would be empty, and every process would make the same numbers.
    for (const bad of ['', 'H 1', '机构', 'H'.repeat(41), 33_010_200_001, undefined, null]) {
      assert.throws(() => createSerialNumbers({ orgId: bad as string }), { code: 'OPTION_INVALID' })
    }
  })

  it('do not repeat and never go back in time, whatever the clock does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -3_600_000, max: 3_600_000 }), { minLength: 1, maxLength: 300 }),
        (steps) => {
          let now = Date.UTC(2026, 10, 23)
          const next = createSerialNumbers({ orgId, now: () => now })
          const made = steps.map((step) => {
            now += step
            return next()
          })
          assert.equal(new Set(made).size, made.length)
          const times = made.map((number) => number.slice(0, 14))
          assert.deepEqual(times, times.toSorted())
        },
      ),
      { numRuns: 200, seed: 20261123 },
    )
  })

  it('do not repeat among many tills that count at the same moment', () => {
    const tills = Array.from({ length: 1000 }, () => createSerialNumbers({ orgId, length: 38, now: () => 0 }))
    const made = tills.flatMap((next) => Array.from({ length: 20 }, next))
    assert.equal(new Set(made).size, made.length)
  })

  it('use the randomness they are given, byte for byte', () => {
    const make = (): string => createSerialNumbers({ orgId, now: () => 0, random: (bytes) => void bytes.fill(31) })()
    assert.equal(make(), make())
    assert.match(make(), /Z{16}0000/)
  })
})

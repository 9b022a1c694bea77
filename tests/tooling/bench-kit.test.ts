// @runtimes node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { median, perSecond, ratio } from '../../scripts/bench-kit.ts'

describe('the median', () => {
  it('is the middle one, or lies between the middle two', () => {
    assert.equal(median([3, 1, 2]), 2)
    assert.equal(median([4, 1, 2, 3]), 2.5)
    assert.equal(median([7]), 7)
    assert.throws(() => median([]), RangeError)
  })

  it('has as many values below it as above', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const middle = median(values)
        const below = values.filter((value) => value < middle).length
        const above = values.filter((value) => value > middle).length
        assert.ok(below <= values.length / 2 && above <= values.length / 2)
      }),
      { seed: 7, numRuns: 200 },
    )
  })
})

describe('the measurements', () => {
  const quick = { samples: 3, milliseconds: 1 }

  it('run both works in turns and give a number above nothing', async () => {
    const calls = { work: 0, baseline: 0 }
    const measured = await ratio(
      () => calls.work++,
      async () => calls.baseline++,
      quick,
    )
    assert.ok(measured > 0 && calls.work > 0 && calls.baseline > 0)
  })

  it('wait for asynchronous work', async () => {
    let finished = 0
    const rate = await perSecond(async () => {
      await Promise.resolve()
      finished += 1
    }, quick)
    assert.ok(rate > 0 && finished > 0)
  })
})

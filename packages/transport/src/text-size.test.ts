import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { utf8Length } from '@nationec/errors'
import fc from 'fast-check'
import { exceedsUtf8, isCarriable } from './text-size.ts'

const text = fc.string({ unit: 'binary', maxLength: 300 })

describe('exceedsUtf8', () => {
  it('agrees with the count at every limit', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: -3, max: 3 }), fc.nat(1_200), (sample, near, far) => {
        for (const limit of [Math.max(0, utf8Length(sample) + near), far]) {
          assert.equal(exceedsUtf8(sample, limit), utf8Length(sample) > limit)
        }
      }),
      { numRuns: 500, seed: 7 },
    )
  })
})

describe('isCarriable', () => {
  it('is true of text without NUL and without halves of characters', () => {
    fc.assert(
      fc.property(text, (sample) => isCarriable(sample) === !sample.includes('\0')),
      { numRuns: 300, seed: 7 },
    )
  })

  it('is false of half a character anywhere', () => {
    for (const half of ['\ud842', '\udfb7']) {
      for (const broken of [half, `药${half}`, `${half}药`, `𠮷${half}`]) assert.equal(isCarriable(broken), false)
    }
  })
})

// @runtimes node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { deal } from '../../scripts/test/deal.mjs'

describe('dealing test files out', () => {
  it('gives every file to one hand, and no hand more than one above another', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), fc.integer({ min: 1, max: 9 }), (files, hands) => {
        const dealt = deal(files, hands)
        assert.deepEqual(dealt.flat().sort(), [...files].sort())
        const sizes = dealt.map(({ length }) => length)
        assert.ok(sizes.every((size) => size > 0 && size >= Math.max(...sizes) - 1))
        assert.ok(dealt.length <= hands)
      }),
    )
  })
})

// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isNationEcError } from '@nationec/errors'
import fc from 'fast-check'
import { encodeGbk } from '../output/gbk.ts'
import { textOf } from './text-of.ts'

const runs = { numRuns: 300, seed: 20_261_123 }

describe('bytes as text', () => {
  it('are what was written in UTF-8, with or without a mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replace(/^\ufeff/, '')
        assert.equal(textOf(new TextEncoder().encode(plain)), plain)
        assert.equal(textOf(new TextEncoder().encode(`\ufeff${plain}`)), plain)
      }),
      runs,
    )
  })

  it('are Chinese in GBK where they are no UTF-8', () => {
    assert.equal(textOf(encodeGbk('{"officeName":"内科"}')), '{"officeName":"内科"}')
  })

  it('are text, or refused without a word of them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        try {
          return typeof textOf(bytes) === 'string'
        } catch (error) {
          return isNationEcError(error, 'INPUT_INVALID')
        }
      }),
      runs,
    )
  })
})

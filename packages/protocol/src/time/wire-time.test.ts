import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { formatWireTime, isWireTime, parseWireTime, type TimeForm } from '@nationec/protocol'
import fc from 'fast-check'

const FORMS: readonly TimeForm[] = ['yyyyMMddHHmmss', 'yyyyMMdd', 'HHmmss', 'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd']

describe('wire time', () => {
  it('is Asia/Shanghai, across midnight and the turn of the year', () => {
    assert.equal(formatWireTime(Date.UTC(2026, 10, 23, 15, 59, 59)), '20261123235959')
    assert.equal(formatWireTime(Date.UTC(2026, 10, 23, 16, 0, 0)), '20261124000000')
    assert.equal(formatWireTime(new Date('2026-12-31T16:00:00.999Z'), 'yyyy-MM-dd HH:mm:ss'), '2027-01-01 00:00:00')
    assert.equal(formatWireTime(Date.UTC(2026, 0, 1, 2, 3, 4), 'HHmmss'), '100304')
    assert.equal(formatWireTime(Date.UTC(2026, 0, 1), 'yyyyMMdd'), '20260101')
  })

  it('refuses moments that do not exist', () => {
    for (const text of ['20260229000000', '20261301000000', '20260431000000', '20260101240000', '20260101006000']) {
      assert.equal(isWireTime(text), false, text)
      assert.throws(() => parseWireTime(text), { code: 'TIME_INVALID' })
    }
    for (const text of ['', '2026', '2026-01-01 00:00:00', '20260101 00000', '２０２６０１０１００００００']) {
      assert.equal(isWireTime(text), false, text)
    }
    assert.equal(isWireTime('20240229000000'), true)
    assert.throws(() => formatWireTime(Number.NaN), { code: 'TIME_INVALID' })
    assert.throws(() => formatWireTime(Date.UTC(10000, 0, 1)), { code: 'TIME_INVALID' })
  })

  it('reads back what it wrote, to the second', () => {
    const year0 = -62_167_219_200_000
    const moment = fc.integer({ min: Math.ceil(year0 / 1000) + 86_400, max: 253_402_271_999 })
    fc.assert(
      fc.property(moment, (seconds) => {
        for (const form of ['yyyyMMddHHmmss', 'yyyy-MM-dd HH:mm:ss'] as const) {
          assert.equal(parseWireTime(formatWireTime(seconds * 1000, form), form), seconds * 1000)
        }
      }),
      { numRuns: 500, seed: 20261123 },
    )
  })

  it('accepts in every form exactly what it would write itself', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FORMS),
        fc.stringMatching(/^[0-9]{2,4}[-]?[0-9]{2}[-]?[0-9]{2}( [0-9]{2}:[0-9]{2}:[0-9]{2}|[0-9]{6})?$/),
        (form, text) => {
          if (isWireTime(text, form)) assert.equal(formatWireTime(parseWireTime(text, form), form), text)
        },
      ),
      { numRuns: 1000, seed: 20261123 },
    )
  })
})

// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { businessType, composeBusinessType, parseBusinessType } from '@nationec/protocol'
import fc from 'fast-check'
import { tableC1, tableC1Example } from '../fixtures/table-c1.ts'

const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`))

describe('business types (table C.1)', () => {
  it('holds every row of the specification, word for word', () => {
    assert.equal(tableC1.length, 17)
    assert.equal(new Set(tableC1.map(([firstLevel]) => firstLevel)).size, 3)
    const rows = businessType.entries
      .filter(({ evidence }) => evidence === 'confirmed')
      .map((entry) => [entry.category, entry.categoryName?.zh, entry.kind, entry.zh, entry.description?.zh])
    assert.deepEqual(rows, tableC1)
  })

  it('composes and parses every row', () => {
    for (const [category, categoryName, kind, name, description] of tableC1) {
      const code = composeBusinessType(category, kind)
      const parsed = parseBusinessType(code)
      assert.deepEqual(
        [parsed.category, parsed.categoryName?.zh, parsed.kind, parsed.name?.zh, parsed.description?.zh, parsed.known],
        [category, categoryName, kind, name, description, true],
      )
      assert.ok(parsed.name?.en && parsed.categoryName?.en && parsed.description?.en)
    }
  })

  it('writes registration in a hospital as the specification does', () => {
    assert.equal(composeBusinessType('01', '101'), tableC1Example)
    assert.equal(businessType.get(tableC1Example)?.zh, '挂号')
  })

  it('keeps 03131 and 03132 apart from 01102', () => {
    // One public constant for 03132 holds 01102.
    assert.equal(composeBusinessType('03', '132'), '03132')
    assert.equal(parseBusinessType('03132').name?.zh, '医疗类 APP 线上结算')
    assert.equal(parseBusinessType('01102').name?.zh, '住院建档')
  })

  it('lists 04106 and 04107 as single source, without a first-level name', () => {
    for (const code of ['04106', '04107']) {
      assert.equal(businessType.get(code)?.evidence, 'single source')
      assert.equal(parseBusinessType(code).known, true)
      assert.equal(parseBusinessType(code).categoryName, undefined)
    }
  })

  it('parses what it composes, known or not', () => {
    fc.assert(
      fc.property(digits(2), digits(3), (category, kind) => {
        const parsed = parseBusinessType(composeBusinessType(category, kind))
        assert.equal(parsed.category, category)
        assert.equal(parsed.kind, kind)
        assert.equal(parsed.known, businessType.get(category + kind) !== undefined)
        assert.equal(parsed.name !== undefined, parsed.known)
      }),
      { numRuns: 500, seed: 31 },
    )
  })

  it('refuses every other shape', () => {
    const refused = { code: 'BUSINESS_TYPE_INVALID' }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        if (/^[0-9]{5}$/.test(text)) return
        assert.throws(() => parseBusinessType(text), refused)
      }),
      { numRuns: 300, seed: 32 },
    )
    for (const [category, kind] of [
      ['1', '101'],
      ['01', '10'],
      ['001', '01'],
      ['01', '101\n'],
      ['０１', '101'],
      ['', ''],
    ] as const) {
      assert.throws(() => composeBusinessType(category, kind), refused)
    }
  })
})

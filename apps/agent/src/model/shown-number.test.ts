import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { shownNumber, shownNumbers } from './shown-number.ts'

const PERSONAL = ['11010519491231002X', '11010519491231002x', '110101199003077758', '110105491231002', '13812345678']

describe('a number in a list', () => {
  it('that is an identity or a telephone number is shown as a digest, alone or with words around it', () => {
    for (const number of PERSONAL) {
      for (const text of [number, `refund-${number}`, `${number}/2`, `a.${number}:b`]) {
        const shown = shownNumber(text)
        assert.match(shown, /^#[0-9a-f]{24}$/, text)
        assert.equal(shownNumber(text), shown, 'one is told from another')
      }
    }
    assert.equal(new Set(PERSONAL.map(shownNumber)).size, PERSONAL.length)
  })

  it('of an order stays what it is: times, counters, centre numbers, keys', () => {
    for (const number of [
      'ORD330100202611300000000001',
      '202611301020350001',
      '20261130102035',
      '110101199003077759',
      '990101199003077758',
      '110101199013077758',
      '23812345678',
      '123456789012345',
      '0b0e7a51-23c4-4c11-9d0a-138123456789',
      'k1',
      '',
    ]) {
      assert.equal(shownNumber(number), number)
    }
    assert.equal(shownNumber(undefined), undefined)
  })

  it('is looked for wherever it stands in the facts of a list', () => {
    const [shown] = [shownNumber('13812345678')]
    assert.deepEqual(shownNumbers({ a: ['13812345678', 7, null, true], b: { c: 'x' } }), {
      a: [shown, 7, null, true],
      b: { c: 'x' },
    })
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  addYuan,
  compareYuan,
  fenOf,
  formatYuan,
  isYuan,
  ProtocolError,
  subtractYuan,
  sumYuan,
  type Yuan,
  yuan,
  yuanFromFen,
} from '@nationec/protocol'
import fc from 'fast-check'

const LIMIT = 10n ** 16n - 1n
const fen = fc.bigInt({ min: -LIMIT, max: LIMIT })

function refuses(value: unknown): void {
  assert.throws(
    () => yuan(value as string),
    (error) => error instanceof ProtocolError && error.code === 'MONEY_INVALID' && error.delivery === 'not-sent',
  )
  assert.equal(isYuan(value), false)
}

describe('yuan', () => {
  it('is not made out of a float by way of fen', () => {
    for (const fen of [12_850, 0.5, Number.NaN, '12850', undefined]) {
      assert.throws(() => yuanFromFen(fen as never), { code: 'MONEY_INVALID' })
    }
  })

  it('writes two decimals', () => {
    const written = ['0', '1', '1.5', '128.50', '007.1', '-0.01', '3.10000'].map(yuan)
    assert.deepEqual(written, ['0.00', '1.00', '1.50', '128.50', '7.10', '-0.01', '3.10'])
  })

  it('refuses what is not an exact amount', () => {
    for (const value of ['', ' 1', '1 ', '1.', '.5', '1.005', '1e3', '1,000', '１', '+1', '0x10', 'NaN', '--1'])
      refuses(value)
    for (const value of [1, 1.5, 10n, null, undefined, {}, ['1']]) refuses(value)
  })

  it('holds sixteen digits exactly (N16.2) and refuses the seventeenth', () => {
    assert.equal(yuan('99999999999999.99'), '99999999999999.99')
    refuses('100000000000000.00')
    assert.throws(() => addYuan(yuan('99999999999999.99'), yuan('0.01')), { code: 'MONEY_INVALID' })
  })

  it('never writes a negative zero', () => {
    assert.equal(yuan('-0'), '0.00')
    assert.equal(subtractYuan(yuan('1'), yuan('1')), '0.00')
  })

  it('says nothing of the value it refused', () => {
    assert.throws(
      () => yuan('13800138000x'),
      (error: Error) => !error.message.includes('13800138000'),
    )
  })

  it('is the inverse of fen, and arithmetic is exact', () => {
    fc.assert(
      fc.property(fen, fen, (left, right) => {
        const [a, b] = [yuanFromFen(left), yuanFromFen(right)]
        assert.equal(fenOf(a), left)
        assert.equal(yuan(a), a)
        assert.equal(Math.sign(compareYuan(a, b)), left < right ? -1 : left > right ? 1 : 0)
        if (left + right <= LIMIT && left + right >= -LIMIT) {
          assert.equal(fenOf(addYuan(a, b)), left + right)
          assert.equal(subtractYuan(addYuan(a, b), b), a)
        }
      }),
      { numRuns: 500, seed: 20261123 },
    )
  })

  it('is summed from anything that gives amounts', () => {
    assert.equal(sumYuan([]), '0.00')
    assert.equal(sumYuan(new Set([yuan('0.10'), yuan('0.20')])), '0.30')
    const given = (function* () {
      yield yuan('9.00')
      yield yuan('10.00')
    })()
    assert.equal(sumYuan(given), '19.00')
  })

  it('is text at run time: in JSON, compared by ===, and read again', () => {
    const amount = yuan('128.5')
    assert.equal(formatYuan(amount), '128.50')
    assert.equal(JSON.stringify({ amount }), '{"amount":"128.50"}')
    assert.ok(amount === yuan('128.50') && amount === yuan(formatYuan(amount)) && amount === yuan(amount))
    for (const wrong of [128.5, undefined, 'x']) {
      assert.throws(() => formatYuan(wrong as never), { code: 'MONEY_INVALID' })
    }
  })

  it('is ordered by its value', () => {
    const ordered = ['10.00', '9.00', '-1', '0'].map((text) => yuan(text)).toSorted(compareYuan)
    assert.deepEqual(ordered.map(formatYuan), ['-1.00', '0.00', '9.00', '10.00'])
  })

  it('sums in any order to the same amount', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { maxLength: 200 }), (parts) => {
        const amounts: Yuan[] = parts.map(yuanFromFen)
        assert.equal(addYuan(...amounts), addYuan(...amounts.toReversed()))
        assert.equal(
          fenOf(addYuan(...amounts)),
          parts.reduce((sum, part) => sum + part, 0n),
        )
      }),
      { numRuns: 100, seed: 20261123 },
    )
  })
})

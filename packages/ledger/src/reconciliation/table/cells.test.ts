// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { formatYuan, yuanFromFen } from '@nationec/protocol'
import fc from 'fast-check'
import { plainCell, readAmount, readNumber, readTime } from './cells.ts'

describe('readAmount', () => {
  it('reads every amount in every way of writing it', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.nat(5), (fen, way) => {
        const amount = yuanFromFen(fen)
        const value = formatYuan(amount)
        const bare = value.replace('-', '')
        const grouped = bare.replace(/\B(?=(\d{3})+\.)/g, ',')
        const sign = fen < 0n ? '-' : ''
        const written = [
          value,
          `${sign}${grouped}`,
          fen < 0n ? `(${grouped})` : grouped,
          `${sign}￥${bare}`,
          `${value} 元`,
          value.replace(/\.?0+$/, '') || '0',
        ][way] as string
        // Without its decimals a whole amount may have lost zeros of its own.
        if (way === 5 && !value.endsWith('.00') && !value.includes('.')) return
        assert.deepEqual(readAmount(way === 5 ? trimmed(value) : written), { value: amount })
      }),
    )
  })

  it('refuses what is no amount', () => {
    for (const text of [
      '1,23',
      '12,34,567',
      '1.234',
      '1e5',
      'abc',
      '1 2',
      '--1',
      '(-1)',
      '1.',
      '.5',
      '12元元',
      '１２',
      '1，000',
    ]) {
      assert.deepEqual(readAmount(text), { rule: 'amount' }, text)
    }
  })

  it('knows a number that Excel has shortened', () => {
    for (const text of ['1.23E+18', '1E+05', '-1.5e-07', '4.40100202602101E+29']) {
      assert.deepEqual(readAmount(text), { rule: 'exponent' })
      assert.deepEqual(readNumber(text), { rule: 'exponent' })
    }
  })
})

/** Without zeros behind the point. */
function trimmed(amount: string): string {
  return amount.replace(/\.00$/, '').replace(/(\.\d)0$/, '$1')
}

describe('readNumber', () => {
  it('takes numbers of orders, and nothing that may be a name', () => {
    for (const text of ['0012', 'ORD440100202202100912430000001', 'A.1/2#3', '1E5', '12E34']) {
      assert.deepEqual(readNumber(text), { value: text })
    }
    for (const text of ['张三', 'a b', 'x'.repeat(65), '<b>', 'a"b'])
      assert.deepEqual(readNumber(text), { rule: 'number' })
  })
})

describe('plainCell', () => {
  it('takes off what spreadsheets put around a number', () => {
    for (const cell of [' 0012 ', '="0012"', "'0012", '`0012', '\t0012\t', '　0012', '= "x"']) {
      assert.equal(plainCell(cell), cell.startsWith('= ') ? cell : '0012')
    }
  })
})

describe('readTime', () => {
  it('reads every moment in every way of writing it', () => {
    const most = Date.UTC(2099, 11, 31)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: most / 1000 }), (second) => {
        const value = new Date(second * 1000).toISOString().slice(0, 19).replace('T', ' ')
        const [day = '', clock = ''] = value.split(' ')
        const short = day.replace(/-0/g, '-').replaceAll('-', '/')
        const [year, month, date] = day.split('-')
        for (const text of [
          value,
          value.replace(' ', 'T'),
          value.replace(/\D/g, ''),
          `${short} ${clock.replace(/^0/, '')}`,
        ]) {
          assert.deepEqual(readTime(text), { value }, text)
        }
        for (const text of [day, short, day.replaceAll('-', ''), `${year}年${month}月${date}日`]) {
          assert.deepEqual(readTime(text), { value: day }, text)
        }
      }),
    )
  })

  it('refuses what is no moment', () => {
    for (const text of ['2026-02-30', '20261301', '2026-11-29 24:00:00', '29/11/2026', '46355.5', '2026', '12:00']) {
      assert.deepEqual(readTime(text), { rule: 'time' }, text)
    }
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseRequestBody, refundOrder } from '@nationec/protocol'

const refund = (amount: unknown) =>
  parseRequestBody(refundOrder, {
    ...{ payOrdId: 'ORD1', appRefdSn: 'R1', appRefdTime: '20261123101500', refdType: 'CASH', ecToken: 'T' },
    ...{ totlRefdAmt: amount, cashRefdAmt: amount },
  }).totlRefdAmt

describe('an amount that is a JSON number', () => {
  it('is taken with at most two decimals, while a double holds it exactly', () => {
    for (const [amount, text] of [
      [121.98, '121.98'],
      [0.1, '0.10'],
      [5, '5.00'],
      [9_999_999_999_999.99, '9999999999999.99'],
    ] as const) {
      assert.equal(refund(amount), text)
    }
  })

  it('is refused otherwise, and text of the same amount is not', () => {
    for (const amount of [0.1 + 0.2, 128.505, 10_000_000_000_000, Number('99999999999999.99'), 1e-7]) {
      assert.throws(() => refund(amount), /number of at most two decimals below 10,000,000,000,000/)
    }
    assert.equal(refund('10000000000000.01'), '10000000000000.01')
  })
})

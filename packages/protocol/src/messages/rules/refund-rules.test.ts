import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  amountsBalance,
  checkRequestBody,
  defaultProfile,
  refundOrder,
  type Yuan,
  yuan,
  yuanFromFen,
} from '@nationec/protocol'
import fc from 'fast-check'
import { type RefundBody, refund } from '../../fixtures/bills.ts'

const runs = { numRuns: 200, seed: 43 }
const fen = fc.bigInt({ min: 0n, max: 10n ** 9n })
const some = fc.bigInt({ min: 1n, max: 10n ** 9n })

function broken(body: RefundBody): string[] {
  return checkRequestBody(refundOrder, body, defaultProfile).map(({ path, rule }) => `${path} ${rule}`)
}

function parts(
  cash: bigint,
  account: bigint,
  fund: bigint,
): Record<'cashRefdAmt' | 'psnAcctRefdAmt' | 'fundRefdAmt' | 'totlRefdAmt', Yuan> {
  return {
    cashRefdAmt: yuanFromFen(cash),
    psnAcctRefdAmt: yuanFromFen(account),
    fundRefdAmt: yuanFromFen(fund),
    totlRefdAmt: yuanFromFen(cash + account + fund),
  }
}

describe('refund parts make the total', () => {
  it('accepts any exact split and catches one fen', () => {
    fc.assert(
      fc.property(some, fen, fen, (cash, account, fund) => {
        const exact = parts(cash, account, fund)
        assert.deepEqual(broken(refund(exact)), [])
        const slipped = { ...exact, totlRefdAmt: yuanFromFen(cash + account + fund + 1n) }
        assert.deepEqual(broken(refund(slipped)), ['totlRefdAmt sum'])
      }),
      runs,
    )
  })

  it('counts a missing part as zero', () => {
    const cashOnly = { psnAcctRefdAmt: undefined, fundRefdAmt: undefined, totlRefdAmt: yuan('2.00') }
    assert.deepEqual(broken(refund({ ...cashOnly, refdType: 'CASH' })), [])
    assert.deepEqual(broken(refund({ ...cashOnly, refdType: 'CASH', totlRefdAmt: yuan('2.01') })), ['totlRefdAmt sum'])
  })

  it('lets a refund of everything leave parts to the centre, never beyond the total', () => {
    const cashOnly = { psnAcctRefdAmt: undefined, fundRefdAmt: undefined }
    assert.deepEqual(broken(refund(cashOnly)), [])
    assert.deepEqual(broken(refund({ ...cashOnly, totlRefdAmt: yuan('1.99') })), ['totlRefdAmt sum'])
  })
})

describe('refund types', () => {
  it('CASH holds cash only, HI holds no cash', () => {
    fc.assert(
      fc.property(some, some, some, (cash, account, fund) => {
        assert.deepEqual(broken(refund({ ...parts(cash, account, fund), refdType: 'CASH' })), [
          'psnAcctRefdAmt value',
          'fundRefdAmt value',
        ])
        assert.deepEqual(broken(refund({ ...parts(cash, account, fund), refdType: 'HI' })), ['cashRefdAmt value'])
        assert.deepEqual(broken(refund({ ...parts(cash, 0n, 0n), refdType: 'CASH' })), [])
        assert.deepEqual(broken(refund({ ...parts(0n, account, fund), refdType: 'HI' })), [])
      }),
      { ...runs, numRuns: 50 },
    )
  })

  it('lets a type nobody has published pass', () => {
    assert.deepEqual(broken(refund({ refdType: 'NEW' })), [])
  })
})

describe('refund amounts', () => {
  it('must give something back and take nothing', () => {
    assert.deepEqual(broken(refund(parts(0n, 0n, 0n))), ['totlRefdAmt value'])
    assert.deepEqual(broken(refund(parts(-1n, 3n, 0n))), ['cashRefdAmt format'])
  })
})

describe('credential of a refund', () => {
  it('is exactly one of ecToken and payAuthNo', () => {
    assert.deepEqual(broken(refund({ ecToken: undefined })), ['ecToken one-of'])
    assert.deepEqual(broken(refund({ payAuthNo: 'AUTH1' })), ['ecToken one-of'])
    assert.deepEqual(broken(refund({ ecToken: undefined, payAuthNo: 'AUTH1' })), [])
  })
})

describe('amountsBalance', () => {
  it('holds for every exact split and for no other, whatever the order', () => {
    fc.assert(
      fc.property(fen, fen, fen, fen, fc.constantFrom(0n, 1n, -1n), (cash, account, fund, other, slip) => {
        const total = cash + account + fund + other + slip
        const answer = {
          feeSumamt: yuanFromFen(total),
          ownPayAmt: yuanFromFen(cash),
          psnAcctPay: yuanFromFen(account),
          fundPay: yuanFromFen(fund),
          othFeeAmt: yuanFromFen(other),
        }
        assert.equal(amountsBalance(answer), slip === 0n)
        assert.equal(amountsBalance({ ...answer, ownPayAmt: answer.fundPay, fundPay: answer.ownPayAmt }), slip === 0n)
      }),
      runs,
    )
  })

  it('does without othFeeAmt and refuses what is no amount', () => {
    const parts = { ownPayAmt: yuan('28.50'), psnAcctPay: yuan('40'), fundPay: yuan('60') }
    const paid = { feeSumamt: yuan('128.50'), ...parts }
    assert.equal(amountsBalance(paid), true)
    assert.throws(() => amountsBalance({ ...paid, fundPay: '6e1' as never }), { code: 'MONEY_INVALID' })
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defineProfile, orderState, readAmounts, type Yuan, yuan, yuanFromFen } from '@nationec/protocol'
import fc from 'fast-check'

const amounts = { feeSumamt: yuan('10'), ownPayAmt: yuan('1'), psnAcctPay: yuan('2'), fundPay: yuan('7') }

describe('the state of an order', () => {
  it('follows the table of ordStas', () => {
    const statuses = Array.from(
      { length: 17 },
      (_, ordStas) => orderState({ ordStas: String(ordStas), ...amounts }).status,
    )
    assert.deepEqual(statuses, [
      ...['pending', 'pending', 'pending', 'completing', 'completing', 'completing', 'settled', 'refunded'],
      ...['partly-refunded', 'partly-refunded', 'partly-refunded', 'partly-refunded', 'revoked', 'revoked'],
      ...['failed', 'failed', 'failed'],
    ])
    assert.equal(orderState({ ordStas: '06', ...amounts }).status, 'settled')
  })

  it('is unrecognised for a state nobody knows: still open, not an exception', () => {
    for (const ordStas of ['17', '25', '-1', 'PAID', 'constructor', '__proto__']) {
      assert.deepEqual(orderState({ ordStas }), { status: 'unrecognised', ordStas, reason: 'state' })
    }
    assert.deepEqual(orderState({}), { status: 'unrecognised', ordStas: undefined, reason: 'state' })
  })

  it('is not settled unless the amounts prove it', () => {
    const { fundPay, ...rest } = amounts
    assert.deepEqual(orderState({ ordStas: '6', ...rest }), {
      status: 'unrecognised',
      ordStas: '6',
      reason: 'amounts-missing',
    })
    const wrong = orderState({ ordStas: '6', ...rest, fundPay: yuan('7.01') })
    assert.deepEqual(wrong, { status: 'unrecognised', ordStas: '6', reason: 'amounts-disagree' })
    assert.equal(fundPay, '7.00')
  })

  it('is not settled with a part below zero, though the sum is right', () => {
    const wrong = { ...amounts, fundPay: yuan('-7'), ownPayAmt: yuan('15') }
    assert.deepEqual(orderState({ ordStas: '6', ...wrong }), {
      status: 'unrecognised',
      ordStas: '6',
      reason: 'amounts-disagree',
    })
    assert.equal(readAmounts({ ...amounts, ownPayAmt: yuan('2'), othFeeAmt: yuan('-1') }), 'disagree')
  })

  it('takes a region’s own states from the profile', () => {
    const region = defineProfile({ name: 'region', orderClasses: { 17: 'revoked' } })
    assert.equal(orderState({ ordStas: '17' }, region).status, 'revoked')
  })
})

describe('amounts', () => {
  it('agree exactly when the parts sum to the total', () => {
    const part = fc.bigInt({ min: 0n, max: 10n ** 10n })
    fc.assert(
      fc.property(
        part,
        part,
        part,
        fc.option(part),
        fc.bigInt({ min: -2n, max: 2n }),
        (fund, account, cash, other, off) => {
          const sum = fund + account + cash + (other ?? 0n)
          const total = sum + off
          fc.pre(total >= 0n)
          const read = readAmounts({
            feeSumamt: yuanFromFen(total),
            fundPay: yuanFromFen(fund),
            psnAcctPay: yuanFromFen(account),
            ownPayAmt: yuanFromFen(cash),
            othFeeAmt: other === null ? undefined : yuanFromFen(other),
          })
          assert.equal(read === 'disagree', off !== 0n)
        },
      ),
      { numRuns: 500, seed: 20261123 },
    )
  })

  it('are missing when one of the four is', () => {
    for (const name of Object.keys(amounts))
      assert.equal(readAmounts({ ...amounts, [name]: undefined as unknown as Yuan }), 'missing')
  })
})

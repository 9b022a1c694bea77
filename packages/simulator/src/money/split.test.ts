import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { splitByShare } from './split.ts'

it('the built-in split sums to the total, takes nothing back and never overdraws the account', () => {
  const fen = fc.bigInt({ min: 0n, max: 10n ** 15n })
  const percent = fc.nat(100)
  fc.assert(
    fc.property(fen, fen, percent, percent, (total, accountBalance, fundShare, accountShare) => {
      const bill = { total, accountBalance, medType: '11', insutype: '310', feeType: '01' }
      const { fund, account, cash } = splitByShare(bill, { fundShare, accountShare })
      assert.equal(fund + account + cash, total)
      assert.ok(fund >= 0n && account >= 0n && cash >= 0n && account <= accountBalance)
    }),
    { seed: 20_261_123, numRuns: 500 },
  )
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { simulateLedger } from './simulate-ledger.ts'

describe('a simulated world', () => {
  it('breaks no rule over a few hundred orders with faults and crashes at every step', async (t) => {
    for (const seed of [1, 2, 3]) {
      const { broken, outcomes, crashes, operations } = await simulateLedger({ seed, orders: 80 })
      t.diagnostic(`${operations} operations, ${crashes} crashes, ${JSON.stringify(outcomes)}`)
      assert.deepEqual(broken, [], `seed ${seed}`)
    }
  })
})

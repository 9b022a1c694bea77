// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { simulateLedger } from './simulate-ledger.ts'

describe('a simulated world', () => {
  it('breaks no rule over orders with faults, and with crashes at every step', async (t) => {
    for (const seed of [1, 3]) {
      const { broken, outcomes, crashes, operations } = await simulateLedger({ seed, orders: 40 })
      t.diagnostic(`${operations} operations, ${crashes} crashes, ${JSON.stringify(outcomes)}`)
      assert.deepEqual(broken, [], `seed ${seed}`)
      assert.ok(operations > 40)
    }
  })

  it('has the same story for the same seed', async () => {
    const [first, second] = [
      await simulateLedger({ seed: 5, orders: 10 }),
      await simulateLedger({ seed: 5, orders: 10 }),
    ]
    assert.deepEqual(second.story, first.story)
    assert.ok(first.story.length > 10)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { lossyStore } from './fixtures/lossy-store.ts'
import { shrinkSimulation, simulateLedger } from './simulate-ledger.ts'

describe('a simulated world', () => {
  it('breaks no rule over orders with faults, and with crashes at every step', async (t) => {
    for (const seed of [1, 2, 3]) {
      const { broken, outcomes, crashes, operations } = await simulateLedger({ seed, orders: 50 })
      t.diagnostic(`${operations} operations, ${crashes} crashes, ${JSON.stringify(outcomes)}`)
      assert.deepEqual(broken, [], `seed ${seed}`)
      assert.ok(operations > 50)
    }
  })

  it('has the same story for the same seed', async () => {
    const [first, second] = [
      await simulateLedger({ seed: 5, orders: 15 }),
      await simulateLedger({ seed: 5, orders: 15 }),
    ]
    assert.deepEqual(second.story, first.story)
    assert.ok(first.story.length > 15)
  })

  it('finds a store that loses acknowledged commits, and shrinks the story', async () => {
    let found: Awaited<ReturnType<typeof shrinkSimulation>> | undefined
    for (let seed = 1; seed <= 10 && (found === undefined || found.broken.length === 0); seed += 1) {
      found = await shrinkSimulation({ seed, orders: 24, store: () => lossyStore(4) })
    }
    assert.ok(found !== undefined && found.broken.length > 0)
    assert.ok(found.orders.length < 24, `${found.orders.length} orders`)
  })
})

// @everyday none
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { lossyStore } from './fixtures/lossy-store.ts'
import { shrinkSimulation } from './simulate-ledger.ts'

describe('a simulated world', () => {
  it('finds a store that loses acknowledged commits, and shrinks the story', async () => {
    let found: Awaited<ReturnType<typeof shrinkSimulation>> | undefined
    for (let seed = 1; seed <= 10 && (found === undefined || found.broken.length === 0); seed += 1) {
      found = await shrinkSimulation({ seed, orders: 24, store: () => lossyStore(4) })
    }
    assert.ok(found !== undefined && found.broken.length > 0)
    assert.ok(found.orders.length < 24, `${found.orders.length} orders`)
  })
})

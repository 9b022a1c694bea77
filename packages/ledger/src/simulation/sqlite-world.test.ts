// @everyday none
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sqliteDisk } from './disk/sqlite-disk.ts'
import {
  type SimulationOptions,
  type SimulationReport,
  shrinkSimulation,
  simulateLedger,
  simulateOn,
} from './simulate-ledger.ts'

/** A world whose SQLite does not wait for its disk. */
async function withoutSyncs(options: SimulationOptions): Promise<SimulationReport> {
  const disk = await sqliteDisk({
    seed: options.seed,
    meddle: (database) => database.exec('PRAGMA synchronous = NORMAL'),
  })
  try {
    return await simulateOn(disk, options)
  } finally {
    disk.remove()
  }
}

describe('a simulated world over SQLite', () => {
  it('breaks no rule while the power fails, the disk is full and commits are in doubt', async (t) => {
    for (const seed of [1, 2]) {
      const { broken, story, crashes, outcomes } = await simulateLedger({ seed, orders: 60, store: 'sqlite' })
      t.diagnostic(`${crashes} crashes, ${JSON.stringify(outcomes)}`)
      assert.deepEqual(broken, [], `seed ${seed}`)
      assert.ok(crashes > 0 && story.some((line) => line.includes('a commit:')))
    }
  })

  it('has the same story for the same seed', async () => {
    const options = { seed: 4, orders: 25, store: 'sqlite' } as const
    const [first, second] = [await simulateLedger(options), await simulateLedger(options)]
    assert.deepEqual(second.story, first.story)
    assert.ok(first.crashes > 0)
  })

  it('finds a database that does not sync its commits, and shrinks the story', async () => {
    let found: SimulationReport | undefined
    for (let seed = 1; seed <= 10 && (found === undefined || found.broken.length === 0); seed += 1) {
      found = await shrinkSimulation({ seed, orders: 24 }, withoutSyncs)
    }
    assert.ok(found !== undefined && found.broken.length > 0)
    assert.ok(found.orders.length < 24, `${found.orders.length} orders`)
  })
})

import assert from 'node:assert/strict'
import process from 'node:process'
import { it } from '../../../../scripts/deep-kit.ts'
import { simulateLedger } from './simulate-ledger.ts'

/** Every run of a night may have its own. */
const seed = Number(process.env['NATIONEC_SEED'] ?? 20_261_123)
/** 10^6 orders by default, in worlds of 2,000. */
const worlds = Number(process.env['NATIONEC_LEDGER_WORLDS'] ?? 500)

for (let world = 0; world < worlds; world += 1) {
  it(`2,000 orders break no rule (seed ${seed + world})`, async () => {
    const { broken } = await simulateLedger({ seed: seed + world, orders: 2_000 })
    assert.deepEqual(broken, [])
  })
}

// 10^6 simulated orders, a part of them on each runtime: what a world goes through does not depend on who runs it. One
// world in twenty lies in SQLite, on a disk that loses its power, is full and fails.
import assert from 'node:assert/strict'
import process from 'node:process'
import { it } from '../../../../scripts/deep-kit.ts'
import { simulateLedger } from './simulate-ledger.ts'

/** Every run of a night may have its own. */
const first = Number(process.env['NATIONEC_SEED'] ?? 20_261_123)
const WORLDS = Number(process.env['NATIONEC_LEDGER_WORLDS'] ?? 1_000)
const ORDERS = 1_000

const RUNTIMES = ['node', 'bun', 'deno'] as const
const runtime = 'Bun' in globalThis ? 'bun' : 'Deno' in globalThis ? 'deno' : 'node'

for (let world = 0; world < WORLDS; world += 1) {
  if (RUNTIMES[world % RUNTIMES.length] !== runtime) continue
  const [seed, store] = [first + world, world % 20 === 19 ? 'sqlite' : 'memory'] as const
  it(`${ORDERS} orders over ${store} break no rule, seed ${seed}`, async () => {
    const { broken } = await simulateLedger({ seed, orders: ORDERS, store })
    assert.deepEqual(broken, [])
  })
}

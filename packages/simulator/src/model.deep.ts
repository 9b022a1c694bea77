import assert from 'node:assert/strict'
import { it } from '../../../scripts/deep-kit.ts'
import { runModel } from './fixtures/model/run-model.ts'

/** Every run of a night may have its own: NATIONEC_SEED=4711 node --test src/model.deep.ts */
const seed = Number(process.env['NATIONEC_SEED'] ?? 20_261_123)

it(`no long sequence of calls, faults and restarts breaks the books (seed ${seed})`, async () => {
  const steps = await runModel({ seed, runs: 400, most: 200 })
  assert.ok(steps > 20_000)
})

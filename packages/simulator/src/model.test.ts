import assert from 'node:assert/strict'
import { it } from 'node:test'
import { runModel } from './fixtures/model/run-model.ts'

it('no sequence of calls, faults and restarts breaks the books', async () => {
  const steps = await runModel({ seed: 20_261_123, runs: 60, most: 60 })
  assert.ok(steps > 500)
})

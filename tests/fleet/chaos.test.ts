// @runtimes node
// @everyday none
// @needs nats-server
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { temporaryFolder } from '../temporary-folder.ts'
import { campaign } from './fixtures/campaign.ts'

describe('tills over NATS while agents and the server are killed and stopped', () => {
  it('carry out no order twice, and tell the truth of each', async () => {
    const folder = temporaryFolder()
    const found = await campaign({ tills: 2, seed: 20_261_130, habit: 'ask', folder, faults: 10 })
    assert.ok(found.orders > 20 && found.unknown > 0, `the test has seen nothing: ${JSON.stringify(found)}`)
    assert.deepEqual({ twice: found.twice, wrong: found.wrong }, { twice: 0, wrong: 0 })
  })

  // A server that stands still holds the answers of what has been carried out.
  it('are seen to carry out orders twice when a caller sends again', async () => {
    const faults = ['stop-server', 'stop-server', 'stop-server', 'stop-server'] as const
    const found = await campaign({ tills: 2, seed: 1, habit: 'retry', folder: temporaryFolder(), faults })
    assert.ok(found.twice > 0, JSON.stringify(found))
  })

  it('are seen to be believed wrongly when the agent that holds the till now is asked', async () => {
    const faults = ['stop-server', 'stop-server', 'stop-server', 'replace-killed'] as const
    const found = await campaign({ tills: 1, seed: 1, habit: 'ask-present', folder: temporaryFolder(), faults })
    assert.ok(found.wrong > 0, JSON.stringify(found))
  })
})

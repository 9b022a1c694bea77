// @runtimes node
// @everyday none
// @needs nats-server
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { temporaryFolder } from '../temporary-folder.ts'
import { campaign } from './fixtures/campaign.ts'

const common = { tills: 2, faults: 14 }

describe('tills over NATS while agents and the server are killed and stopped', () => {
  it('carry out no order twice, and tell the truth of each', async () => {
    const found = await campaign({ ...common, seed: 20_261_130, habit: 'ask', folder: temporaryFolder() })
    assert.ok(found.orders > 50 && found.unknown > 0, `the test has seen nothing: ${JSON.stringify(found)}`)
    assert.deepEqual({ twice: found.twice, wrong: found.wrong }, { twice: 0, wrong: 0 })
  })

  it('are seen to carry out orders twice when a caller sends again', async () => {
    assert.ok((await until('retry', ({ twice }) => twice > 0)).twice > 0)
  })

  it('are seen to be believed wrongly when the agent that holds the till now is asked', async () => {
    assert.ok((await until('ask-present', ({ wrong }) => wrong > 0)).wrong > 0)
  })
})

/** Chance decides when a mistake shows: a control has several goes. */
async function until(habit: 'retry' | 'ask-present', isSeen: (found: Awaited<ReturnType<typeof campaign>>) => boolean) {
  for (let seed = 1; ; seed += 1) {
    const found = await campaign({ ...common, seed, habit, folder: temporaryFolder() })
    if (isSeen(found) || seed === 8) return found
  }
}

// @runtimes node
// @needs nats-server
import assert from 'node:assert/strict'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { it } from '../../scripts/deep-kit.ts'
import { campaign } from './fixtures/campaign.ts'

const FIRST = Number(process.env['NATIONEC_SEED'] ?? 20_261_130)

for (let piece = 0; piece < 40; piece += 1) {
  const seed = FIRST + piece
  it(`no order of four tills is carried out twice or told wrongly through 60 faults (seed ${seed})`, async () => {
    const folder = mkdtempSync(join(realpathSync(tmpdir()), 'nationec-fleet-'))
    try {
      const found = await campaign({ seed, habit: 'ask', folder, tills: 4, faults: 60 })
      assert.deepEqual({ twice: found.twice, wrong: found.wrong }, { twice: 0, wrong: 0 }, JSON.stringify(found))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
}

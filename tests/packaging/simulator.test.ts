// @runtimes node
// @needs build
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { buildFolder } from '../../scripts/setup/build-folder.mjs'

describe('the terminal’s part of the simulator, as built', () => {
  it('loads no cryptography', () => {
    for (const file of ['index.js', 'index.cjs']) {
      const built = readFileSync(join(buildFolder, 'packages/simulator/dist', file), 'utf8')
      assert.doesNotMatch(built, /@nationec\/(?:crypto|payment-centre)/)
    }
  })
})

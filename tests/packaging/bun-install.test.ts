// @runtimes node
/** The same checkout, installed by Bun instead of npm. */
import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { before, describe, it } from 'node:test'
import { run } from '../../scripts/run.mjs'
import { bun, root, toolEnvironment } from '../../scripts/tools.mjs'
import { workspaces } from '../../scripts/workspaces.mjs'
import { trackedFiles } from '../structure/tracked-files.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const checkout = temporaryFolder()
const program = bun()?.path

describe('a checkout installed by bun install', { skip: program === undefined && 'no build for this platform' }, () => {
  before(() => {
    for (const file of trackedFiles(root).filter((file) => existsSync(join(root, file)))) {
      mkdirSync(dirname(join(checkout, file)), { recursive: true })
      cpSync(join(root, file), join(checkout, file))
    }
  })

  it('installs', async () => {
    const { code, output } = await run(program ?? '', ['install', '--ignore-scripts'], { cwd: checkout })
    assert.equal(code, 0, output)
  })

  it('counts as installed for the set-up, which then builds', async () => {
    // The same inputs give the same build: it comes from the cache of this checkout.
    const env = toolEnvironment({ TURBO_CACHE_DIR: join(root, '.turbo/cache') })
    const { code, output } = await run(process.execPath, ['scripts/setup.mjs'], { cwd: checkout, env })
    assert.equal(code, 0, output)
    assert.doesNotMatch(output, /npm ci/)
  })

  it('runs the built packages on Bun', async () => {
    const libraries = workspaces(checkout).filter(({ manifest }) => manifest.private !== true)
    for (const { folder } of libraries) assert.ok(existsSync(join(checkout, folder, 'dist')), `${folder} is not built`)
    const flow = 'tests/packaging/consumers/flow.mjs'
    const { code, output } = await run(program ?? '', [flow], { cwd: checkout, env: toolEnvironment() })
    assert.equal(code, 0, output)
    assert.match(output, /the flow went well/)
  })
})

// @runtimes node
// @everyday none
/** Development runs the sources: a broken line turns its test red on every runtime, without a build and without a flag. */
import assert from 'node:assert/strict'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { run } from '../../scripts/run.mjs'
import { copyCheckout } from '../../scripts/setup/build-folder.mjs'
import { forwardToSources } from '../../scripts/setup/forward.mjs'
import { SOURCES } from '../../scripts/test/runtimes.mjs'
import { bun, cacheFolder, deno, toolEnvironment, toolNode } from '../../scripts/tools.mjs'

const copy = join(cacheFolder, 'sources-test')
const source = join(copy, 'packages/protocol/src/money/yuan.ts')
const test = 'packages/protocol/src/money/yuan.test.ts'

const denoFlags = ['test', '--allow-all', '--no-check', '--no-lock', '--node-modules-dir=manual']
const runtimes: readonly (readonly [name: string, program: string | undefined, args: readonly string[]])[] = [
  ['node', toolNode().path, ['--test']],
  ['bun', bun()?.path, ['test']],
  ['deno', deno()?.path, denoFlags],
]

/** Whether the tests of money pass in the copy. */
async function passes(program: string, args: readonly string[]): Promise<boolean> {
  const { NODE_TEST_CONTEXT: _, ...env } = toolEnvironment()
  const { code, output } = await run(program, [...args, `./${test}`], { cwd: copy, env })
  assert.doesNotMatch(output, /ERR_MODULE_NOT_FOUND|Cannot find (module|package)|Module not found/)
  return code === 0
}

describe('a test file that is started by itself', () => {
  before(() => {
    rmSync(copy, { recursive: true, force: true })
    copyCheckout(copy, (file) => /^(package\.json|packages\/(errors|protocol)\/)/.test(file))
    forwardToSources(copy)
  })
  after(() => rmSync(copy, { recursive: true, force: true }))

  for (const [name, program = '', args] of runtimes) {
    for (const flags of [[], [SOURCES]]) {
      const title = `runs the sources: ${name} ${[...args, ...flags].join(' ')}`
      it(title, { skip: program === '' && 'no build for this platform' }, async () => {
        const good = readFileSync(source, 'utf8')
        assert.equal(await passes(program, [...args, ...flags]), true)
        const broken = good.replace('sum += fenOf(amount)', 'sum -= fenOf(amount)')
        assert.notEqual(broken, good)
        writeFileSync(source, broken)
        try {
          assert.equal(await passes(program, [...args, ...flags]), false)
        } finally {
          writeFileSync(source, good)
        }
      })
    }
  }
})

// @runtimes node machine
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { choose } from '../../scripts/test/choose.mjs'
import { summary } from '../../scripts/test/summary.mjs'
import { runtimesOf } from '../../scripts/test/test-files.mjs'

describe('the words after npm test', () => {
  const steps = ['lint', 'bun', 'packaging']

  it('choose everything when there are none', () => {
    const { wantsStep, wantsFile } = choose([], steps)
    assert.ok(wantsStep('lint') && wantsFile('packages/errors/src/a.test.ts'))
  })

  it('choose a step by its name', () => {
    const { wantsStep, wantsFile } = choose(['bun'], steps)
    assert.deepEqual(steps.filter(wantsStep), ['bun'])
    assert.ok(wantsFile('packages/errors/src/a.test.ts'))
  })

  it('choose files by a part of their path, and both together', () => {
    const { wantsStep, wantsFile } = choose(['bun', './packages/errors'], steps)
    assert.deepEqual(steps.filter(wantsStep), ['bun'])
    assert.ok(wantsFile('packages/errors/src/a.test.ts'))
    assert.ok(!wantsFile('packages/client/src/a.test.ts'))
  })
})

describe('the header of a test file', () => {
  it('is not needed: the file runs everywhere', () => {
    assert.deepEqual(runtimesOf('import x\n', 'a.test.ts'), ['node', 'machine', 'bun', 'deno'])
  })

  it('names the runtimes', () => {
    assert.deepEqual(runtimesOf('// @runtimes node, bun\nimport x\n', 'a.test.ts'), ['node', 'bun'])
  })

  it('must not name anything else: a slip of the pen would drop the file silently', () => {
    assert.throws(() => runtimesOf('// @runtimes nodejs\n', 'a.test.ts'), /a\.test\.ts: @runtimes names "nodejs"/)
    assert.throws(() => runtimesOf('// @runtimes\n', 'a.test.ts'), /@runtimes names ""/)
  })
})

describe('the summary', () => {
  const row = { title: 'Bun', counts: { passed: 2, failed: 1, skipped: 0 }, milliseconds: 1_200 }

  it('ends with the totals alone on a line', () => {
    const rows = [row, { ...row, counts: { passed: 3, failed: 0, skipped: 0 } }]
    assert.equal(summary(rows).split('\n').at(-1), '5 passed, 1 failed')
  })

  it('adds what was skipped, if anything was', () => {
    const rows = [row, { ...row, counts: { passed: 0, failed: 0, skipped: 4 } }]
    assert.equal(summary(rows).split('\n').at(-1), '2 passed, 1 failed, 4 skipped')
  })

  it('shows why a step did not run', () => {
    const counts = { passed: 0, failed: 0, skipped: 0 }
    assert.match(
      summary([row, { title: 'Deno', counts, milliseconds: 0, absent: 'no build' }]),
      /Deno +not run: no build/,
    )
  })
})

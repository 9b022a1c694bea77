import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { root } from '../../scripts/tools.mjs'
import { wrongLockFile } from './lock-file.ts'
import { wrongManifests, wrongReleaseSettings } from './manifests.ts'
import { WORKSPACES, withTree } from './temporary-tree.ts'

describe('this repository', () => {
  it('has package.json files that keep the rules', () => assert.deepEqual(wrongManifests(root), []))

  it('releases every package on its own', () => assert.deepEqual(wrongReleaseSettings(root), []))

  it('has a lock file that installs on every platform and names no host', () =>
    assert.deepEqual(wrongLockFile(root), []))
})

describe('wrongManifests', () => {
  const types = { types: './dist/index.d.ts', default: './dist/index.js' }
  const good = {
    name: '@nationec/errors',
    license: 'Apache-2.0',
    engines: { node: '>=20' },
    files: ['dist', 'src', '!src/**/*.test.ts'],
    exports: { '.': { import: types, require: types }, './package.json': './package.json' },
  }
  const check = (manifest: object, others: object = {}): string[] =>
    withTree(
      {
        'package.json': WORKSPACES,
        'packages/errors/package.json': manifest,
        'packages/errors/README.md': '',
        'packages/errors/LICENSE': '',
        ...others,
      },
      wrongManifests,
    )

  it('has nothing against a good one', () => assert.deepEqual(check(good), []))

  it('finds install scripts, also in the root', () => {
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) {
      const scripts = { [name]: 'node x.js' }
      assert.deepEqual(check({ ...good, scripts }), [`packages/errors: has the install script "${name}"`])
      assert.deepEqual(check(good, { 'package.json': { ...WORKSPACES, scripts } }), [
        `package.json: has the install script "${name}"`,
      ])
    }
  })

  it('finds another licence, other engines, a strange name', () => {
    assert.deepEqual(check({ ...good, license: 'MIT' }), ['packages/errors: license is not Apache-2.0'])
    assert.deepEqual(check({ ...good, engines: { node: '>=18' } }), ['packages/errors: engines.node is not ">=20"'])
    assert.match(check({ ...good, name: 'errors' })[0] ?? '', /its folder says @nationec\/errors/)
  })

  it('finds files that would ship the tests or forget the build', () => {
    assert.equal(check({ ...good, files: ['src'] }).length, 2)
  })

  it('finds types that are not first, or missing', () => {
    const exporting = (target: unknown): string[] =>
      check({ ...good, exports: { '.': target, './package.json': './package.json' } })
    assert.deepEqual(exporting({ default: './dist/index.js', types: './dist/index.d.ts' }), [
      'packages/errors: exports["."] does not have types first',
      'packages/errors: exports["."] does not have default last',
    ])
    assert.deepEqual(exporting({ import: types, require: './dist/index.cjs' }), [
      'packages/errors: exports["."].require has no types',
    ])
    assert.deepEqual(exporting('./dist/index.js'), ['packages/errors: exports["."] has no types'])
  })

  it('finds a package without exports, README or licence text', () => {
    assert.match(check({ ...good, exports: undefined })[0] ?? '', /exports/)
    const tree = { 'package.json': WORKSPACES, 'packages/errors/package.json': good }
    assert.deepEqual(withTree(tree, wrongManifests), [
      'packages/errors: has no README.md',
      'packages/errors: has no LICENSE',
    ])
  })
})

describe('wrongReleaseSettings', () => {
  it('finds packages that are tied together', () => {
    const tree = { '.changeset/config.json': { fixed: [], linked: [['a', 'b']] } }
    assert.deepEqual(withTree(tree, wrongReleaseSettings), ['.changeset/config.json: "linked" must be an empty list'])
    assert.equal(withTree({ '.changeset/config.json': {} }, wrongReleaseSettings).length, 2)
  })
})

describe('wrongLockFile', () => {
  const check = (packages: object): string[] => withTree({ 'package-lock.json': { packages } }, wrongLockFile)

  it('has nothing against a complete one', () => {
    const packages = {
      'node_modules/tool': { optionalDependencies: { 'tool-linux': '1', 'tool-darwin': '1' } },
      'node_modules/tool-linux': {},
      'node_modules/tool/node_modules/tool-darwin': {},
      'node_modules/ours': { resolved: 'packages/ours', link: true },
    }
    assert.deepEqual(check(packages), [])
  })

  it('finds a build for another platform that is missing', () => {
    const packages = { 'node_modules/tool': { optionalDependencies: { 'tool-darwin': '1' } } }
    assert.match(check(packages)[0] ?? '', /wants tool-darwin, which is missing/)
  })

  it('finds the place a package came from', () => {
    assert.match(check({ 'node_modules/tool': { resolved: 'https://host.example/tool.tgz' } })[0] ?? '', /came from/)
  })
})

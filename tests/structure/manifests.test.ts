import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { root } from '../../scripts/tools.mjs'
import { installScripts, wrongLockFile } from './lock-file.ts'
import { wrongManifests, wrongReleaseSettings } from './manifests.ts'
import { WORKSPACES, withTree } from './temporary-tree.ts'

describe('this repository', () => {
  it('has package.json files that keep the rules', () => assert.deepEqual(wrongManifests(root), []))

  it('releases every package on its own', () => assert.deepEqual(wrongReleaseSettings(root), []))

  it('has a lock file that installs on every platform and names no host', () =>
    assert.deepEqual(wrongLockFile(root), []))

  it('makes no user run an install script', () => assert.deepEqual(installScripts(root), []))
})

describe('wrongManifests', () => {
  const types = { types: './dist/index.d.ts', default: './dist/index.js' }
  const good = {
    name: '@nationec/errors',
    license: 'Apache-2.0',
    engines: { node: '>=20' },
    homepage: 'https://example.org/tree/main/packages/errors#readme',
    bugs: 'https://example.org/issues',
    keywords: ['医保'],
    files: ['dist', 'src', '!src/**/*.test.ts'],
    exports: { '.': { '@nationec/source': './src/index.ts', import: types }, './package.json': './package.json' },
  }
  const check = (manifest: object, others: object = {}): string[] =>
    withTree(
      {
        'package.json': WORKSPACES,
        'packages/errors/package.json': manifest,
        'packages/errors/README.md': '',
        'packages/errors/LICENSE': '',
        'packages/errors/src/index.ts': '',
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
    assert.deepEqual(check({ ...good, engines: { node: '>=18' } }), [
      'packages/errors: engines.node is ">=18", not >=20',
    ])
    assert.match(check({ ...good, name: 'errors' })[0] ?? '', /its folder says @nationec\/errors/)
  })

  it('finds a package that a search does not lead to', () => {
    assert.deepEqual(check({ ...good, keywords: ['his'], bugs: undefined, homepage: 'https://example.org' }), [
      'packages/errors: "homepage" does not lead to its folder',
      'packages/errors: has no "bugs"',
      'packages/errors: "keywords" do not name 医保',
    ])
  })

  it('finds a library that is pinned to one version', () => {
    const dependencies = { '@nationec/other': '^0.0.0', zod: '4.6.7' }
    assert.deepEqual(check({ ...good, dependencies }), [
      'packages/errors: depends on zod 4.6.7, which is no caret range',
    ])
  })

  it('finds files that would ship the tests or forget the build', () => {
    assert.equal(check({ ...good, files: ['src'] }).length, 2)
  })

  it('lets a ledger ask for a newer Node than a transport', () => {
    const homepage = 'https://example.org/tree/main/packages/ledger#readme'
    const ledger = { ...good, homepage, name: '@nationec/ledger', engines: { node: '>=22.13' } }
    const tree = {
      'package.json': WORKSPACES,
      'packages/ledger/package.json': ledger,
      'packages/ledger/README.md': '',
      'packages/ledger/LICENSE': '',
      'packages/ledger/src/index.ts': '',
    }
    assert.deepEqual(withTree(tree, wrongManifests), [])
    assert.equal(check({ ...good, engines: { node: '>=22.13' } }).length, 1)
  })

  it('asks less of a package that is not published', () => {
    const manifest = { ...good, private: true, files: undefined, license: 'MIT' }
    assert.deepEqual(check(manifest, { 'packages/errors/README.md': '' }), [
      'packages/errors: license is not Apache-2.0',
    ])
  })

  it('finds an entry that does not lead to its source first', () => {
    const exporting = (target: unknown): string[] =>
      check({ ...good, exports: { '.': target, './package.json': './package.json' } })
    for (const target of [
      { import: types, '@nationec/source': './src/index.ts' },
      { import: types },
      './index.js',
      null,
    ]) {
      assert.deepEqual(exporting(target), ['packages/errors: exports["."] does not have @nationec/source first'])
    }
    for (const source of ['./src/missing.ts', './dist/index.js', types]) {
      assert.match(exporting({ '@nationec/source': source })[0] ?? '', /exports\["\."\] names .*, which is no source/)
    }
  })

  it('finds a package without exports, README or licence text', () => {
    assert.match(check({ ...good, exports: undefined })[0] ?? '', /exports/)
    const tree = {
      'package.json': WORKSPACES,
      'packages/errors/package.json': good,
      'packages/errors/src/index.ts': '',
    }
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

describe('installScripts', () => {
  const check = (packages: object, manifest: object = {}): string[] =>
    withTree(
      {
        'package.json': WORKSPACES,
        'apps/cli/package.json': { name: '@nationec/cli', ...manifest },
        'package-lock.json': { packages },
      },
      installScripts,
    )
  const withScript = { hasInstallScript: true }

  it('finds one behind our own packages and behind others, the nearest copy first', () => {
    const packages = {
      'apps/cli': { dependencies: { '@nationec/client': '*' } },
      'packages/client': { optionalDependencies: { pages: '1' } },
      'node_modules/@nationec/client': { resolved: 'packages/client', link: true },
      'packages/client/node_modules/pages': { dependencies: { counter: '1' } },
      'node_modules/pages': {},
      'node_modules/counter': withScript,
    }
    assert.deepEqual(check(packages), ['apps/cli → @nationec/client → pages → counter has an install script'])
    assert.deepEqual(check(packages, { private: true }), [])
  })

  it('ends where packages need each other', () => {
    const packages = {
      'apps/cli': { dependencies: { a: '1' } },
      'node_modules/a': { dependencies: { b: '1' } },
      'node_modules/b': { dependencies: { a: '1' } },
    }
    assert.deepEqual(check(packages), [])
  })

  it('leaves peers and what only development needs to the user', () => {
    const packages = {
      'apps/cli': { devDependencies: { native: '1' }, peerDependencies: { native: '1' } },
      'node_modules/native': withScript,
    }
    assert.deepEqual(check(packages), [])
  })
})

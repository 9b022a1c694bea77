import assert from 'node:assert/strict'
import { mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, describe, it } from 'node:test'
import { root } from '../../scripts/tools.mjs'
import { workspaces } from '../../scripts/workspaces.mjs'
import { wrongDependencies } from './arrows.ts'
import { folderCircles } from './circles.ts'
import { cruiseSources, violationsIn } from './cruise.ts'
import { makeTree, WORKSPACES, withTree } from './temporary-tree.ts'

describe('the imports of this repository', async () => {
  const cruised = await cruiseSources(root)

  it('keep the rules of .dependency-cruiser.mjs', (t) => {
    t.diagnostic(`${cruised.summary.totalCruised} files, ${cruised.summary.totalDependenciesCruised ?? 0} imports`)
    assert.deepEqual(violationsIn(cruised), [])
  })

  it('go through every package', () => {
    const seen = (folder: string): boolean => cruised.modules.some(({ source }) => source.startsWith(`${folder}/src/`))
    assert.deepEqual(
      workspaces().filter(({ folder }) => !seen(folder)),
      [],
    )
  })

  it('form no circle between the folders of a package', () => assert.deepEqual(folderCircles(cruised), []))

  it('are declared downward in every package.json', () => assert.deepEqual(wrongDependencies(root), []))
})

describe('wrongDependencies', () => {
  const check = (dependencies: object): string[] =>
    withTree(
      {
        'package.json': WORKSPACES,
        'packages/errors/package.json': { name: '@nationec/errors', ...dependencies },
      },
      wrongDependencies,
    )

  it('finds an arrow that runs up, in any kind of dependency', () => {
    for (const kind of ['dependencies', 'peerDependencies', 'optionalDependencies']) {
      assert.deepEqual(check({ [kind]: { '@nationec/client': '*' } }), [
        'packages/errors/package.json: errors (L0) must not import client (L3): arrows run downward only',
      ])
    }
  })

  it('lets a dev dependency run up: the tests may look at the whole', () => {
    assert.deepEqual(check({ devDependencies: { '@nationec/client': '*' } }), [])
  })
})

/** A file for each rule that it breaks; those that break none prove that the rules let good imports pass. */
const files = {
  'package.json': WORKSPACES,
  ...packageOf('errors', {}, { 'index.ts': 'export const errors = 1' }),
  ...packageOf('transport', {}, { 'index.ts': 'export interface A {}', 'conformance.ts': 'export const kit = 1' }),
  ...packageOf(
    'protocol',
    {
      dependencies: { '@nationec/errors': '*', '@nationec/transport': '*', declared: '*' },
      devDependencies: { dev: '*' },
    },
    {
      'good.ts': `import 'declared'\nimport './other.ts'\nimport 'node:fs'\nimport type { A } from '@nationec/errors'`,
      'other.ts': '',
      'static.ts': `import { a } from '@nationec/transport'`,
      'type.ts': `import type { A } from '@nationec/transport'`,
      'export.ts': `export * from '@nationec/transport/conformance'`,
      'dynamic.ts': `const later = await import('@nationec/transport')`,
      'require.ts': `const now = require('@nationec/transport')`,
      'undeclared-ours.ts': `import '@nationec/crypto'`,
      'undeclared.ts': `import 'stray'`,
      'dev.ts': `import 'dev'`,
      'missing.ts': `import './nowhere.ts'`,
      'itself.ts': `import '@nationec/protocol'`,
      'index.ts': '',
      'static.test.ts': `import '@nationec/transport'\nimport 'dev'`,
      'fixtures/program.mjs': `import '@nationec/protocol'`,
    },
  ),
  ...packageOf(
    'crypto',
    {},
    {
      'index.ts': `export type { Two } from './deep/two.ts'`,
      'deep/two.ts': `import '../index.ts'\nexport type Two = 2`,
    },
  ),
  ...packageOf(
    'client',
    {},
    {
      // Two folders need each other through files that do not.
      'one/deep/a.ts': `import '../../two/a.ts'`,
      'one/deeper/b.ts': '',
      'two/a.ts': '',
      'two/b.ts': `import '../one/deeper/b.ts'`,
      // The same below a folder, through a file that lies beside it.
      'in/all.ts': `import './part/a.ts'`,
      'in/part/a.ts': '',
      'in/part/b.ts': `import '../all.ts'`,
      // And none: the index may import all, and all may import what lies beside their folder.
      'index.ts': `import './one/deep/a.ts'\nimport './in/all.ts'\nimport './shared.ts'`,
      'shared.ts': '',
      'one/c.ts': `import '../shared.ts'`,
    },
  ),
  ...foreign('declared'),
  ...foreign('dev'),
  ...foreign('stray'),
}

const expected = [
  'declared: packages/protocol/src/dev.ts → node_modules/dev/index.js',
  'declared: packages/protocol/src/undeclared-ours.ts → packages/crypto/src/index.ts',
  'declared: packages/protocol/src/undeclared.ts → node_modules/stray/index.js',
  'downward: packages/protocol/src/dynamic.ts → packages/transport/src/index.ts',
  'downward: packages/protocol/src/export.ts → packages/transport/src/conformance.ts',
  'downward: packages/protocol/src/require.ts → packages/transport/src/index.ts',
  'downward: packages/protocol/src/static.ts → packages/transport/src/index.ts',
  'downward: packages/protocol/src/type.ts → packages/transport/src/index.ts',
  'no-circle: packages/crypto/src/deep/two.ts → packages/crypto/src/index.ts → packages/crypto/src/deep/two.ts',
  'relative: packages/protocol/src/itself.ts → packages/protocol/src/index.ts',
  'resolves: packages/protocol/src/missing.ts → ./nowhere.ts',
]

describe('the rules on a bad tree', async () => {
  const tree = makeTree(files)
  after(tree.remove)
  for (const { manifest, path } of workspaces(tree.top)) {
    const link = join(tree.top, 'node_modules', manifest.name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(path, link, 'junction')
  }
  const cruised = await cruiseSources(tree.top)

  it('are broken by each bad import, and by no other', () => {
    assert.deepEqual(violationsIn(cruised).sort(), expected)
  })

  it('see the circles between folders, at any depth', () => {
    assert.deepEqual(folderCircles(cruised).sort(), [
      'packages/client/src/in: all.ts → part → all.ts',
      'packages/client/src: one → two → one',
      'packages/crypto/src: deep → index.ts → deep',
    ])
  })
})

function packageOf(name: string, manifest: object, sources: Readonly<Record<string, string>>): Record<string, unknown> {
  const folder = `packages/${name}`
  const exports = { '.': { '@nationec/source': './src/index.ts' }, './*': { '@nationec/source': './src/*.ts' } }
  return {
    [`${folder}/package.json`]: { name: `@nationec/${name}`, exports, ...manifest },
    ...Object.fromEntries(Object.entries(sources).map(([file, text]) => [`${folder}/src/${file}`, text])),
  }
}

function foreign(name: string): Record<string, unknown> {
  return { [`node_modules/${name}/package.json`]: { name, main: 'index.js' }, [`node_modules/${name}/index.js`]: '' }
}

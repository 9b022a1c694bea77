import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { root } from '../../scripts/tools.mjs'
import { workspaces } from '../../scripts/workspaces.mjs'
import { wrongDependencies, wrongImports } from './arrows.ts'
import { levelOf, ourName, wrongArrow } from './house.ts'
import { WORKSPACES, withTree } from './temporary-tree.ts'

describe('the arrows of this repository', () => {
  it('give every package a level', () => {
    const homeless = workspaces().filter(({ manifest }) => levelOf(ourName(manifest.name) ?? '') === undefined)
    assert.deepEqual(
      homeless.map(({ folder }) => folder),
      [],
    )
  })

  it('run downward in every package.json', () => assert.deepEqual(wrongDependencies(root), []))

  it('run downward in every source, and each import is declared', () => assert.deepEqual(wrongImports(root), []))
})

describe('the house', () => {
  it('lets arrows run downward', () => {
    for (const [from, to] of [
      ['protocol', 'errors'],
      ['client', 'protocol'],
      ['transport-serial', 'crypto'],
      ['cli', 'simulator'],
    ] as const) {
      assert.equal(wrongArrow(from, to), undefined)
    }
  })

  it('refuses arrows that run sideways or up', () => {
    for (const [from, to] of [
      ['transport', 'protocol'],
      ['errors', 'protocol'],
      ['transport-mock', 'transport-serial'],
      ['cli', 'demo-server'],
    ] as const) {
      assert.match(wrongArrow(from, to) ?? '', /arrows run downward only/)
    }
  })

  it('refuses a simulator or a client that knows a transport', () => {
    assert.match(wrongArrow('simulator', 'transport-mock') ?? '', /knows no transport/)
    assert.match(wrongArrow('simulator', 'transport') ?? '', /knows no transport/)
    assert.match(wrongArrow('client', 'transport-mock') ?? '', /knows none by name/)
  })

  it('asks for the level of a new package', () => {
    assert.match(wrongArrow('brand-new', 'errors') ?? '', /no level/)
    assert.match(wrongArrow('client', 'brand-new') ?? '', /no level/)
  })
})

describe('the checks on a bad tree', () => {
  const errors = { name: '@nationec/errors' }

  it('find an arrow that runs up, in any kind of dependency', () => {
    for (const kind of ['dependencies', 'peerDependencies', 'optionalDependencies']) {
      const found = withTree(
        {
          'package.json': WORKSPACES,
          'packages/errors/package.json': { ...errors, [kind]: { '@nationec/client': '*' } },
        },
        wrongDependencies,
      )
      assert.deepEqual(found, [
        'packages/errors/package.json: errors (L0) must not import client (L3): arrows run downward only',
      ])
    }
  })

  it('let a dev dependency run up: the tests may look at the whole', () => {
    const tree = {
      'package.json': WORKSPACES,
      'packages/errors/package.json': { ...errors, devDependencies: { '@nationec/client': '*' } },
    }
    assert.deepEqual(withTree(tree, wrongDependencies), [])
  })

  const importing = (source: string, file = 'index.ts'): string[] =>
    withTree(
      {
        'package.json': WORKSPACES,
        'packages/protocol/package.json': {
          name: '@nationec/protocol',
          dependencies: { '@nationec/errors': '*', zod: '*' },
        },
        [`packages/protocol/src/${file}`]: source,
      },
      wrongImports,
    )

  it('accept declared packages, files, and modules of the runtime', () => {
    const source = `import 'zod/mini'\nimport './other.ts'\nimport 'node:fs'\nimport type { A } from '@nationec/errors'`
    assert.deepEqual(importing(source), [])
  })

  it('find an arrow in every form of import', () => {
    for (const source of [
      `import { a } from '@nationec/transport'`,
      `import type { A } from '@nationec/transport'`,
      `export * from '@nationec/transport/conformance'`,
      `const later = await import('@nationec/transport')`,
    ]) {
      const [arrow, undeclared] = importing(source)
      assert.match(arrow ?? '', /^packages\/protocol\/src\/index\.ts: protocol \(L1\) must not import transport/)
      assert.match(undeclared ?? '', /does not name$/)
    }
  })

  it('find an import that package.json does not name', () => {
    assert.deepEqual(importing(`import 'left-pad'`), [
      'packages/protocol/src/index.ts: imports left-pad, which packages/protocol/package.json does not name',
    ])
  })

  it('find a built-in module without node: in front', () => {
    assert.deepEqual(importing(`import 'fs'`), ['packages/protocol/src/index.ts: write node:fs'])
  })

  it('find a source that imports its own package by name', () => {
    assert.match(importing(`import '@nationec/protocol'`)[0] ?? '', /its own package/)
  })

  it('leave tests and their fixtures free', () => {
    assert.deepEqual(importing(`import '@nationec/simulator'`, 'index.test.ts'), [])
    assert.deepEqual(importing(`import '@nationec/protocol'`, 'fixtures/program.mjs'), [])
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { root } from '../../scripts/tools.mjs'
import { workspaces } from '../../scripts/workspaces.mjs'
import { levelOf, ourName, wrongArrow } from './house.ts'
import { wrongHouseLists } from './house-lists.ts'
import { WORKSPACES, withTree } from './temporary-tree.ts'

describe('this repository', () => {
  it('gives every package a level', () => {
    const homeless = workspaces().filter(({ manifest }) => levelOf(ourName(manifest.name) ?? '') === undefined)
    assert.deepEqual(
      homeless.map(({ folder }) => folder),
      [],
    )
  })

  it('lists its packages on the pages as they are', () => assert.deepEqual(wrongHouseLists(root), []))
})

describe('the house', () => {
  it('lets arrows run downward', () => {
    for (const [from, to] of [
      ['protocol', 'errors'],
      ['client', 'protocol'],
      ['transport-serial', 'crypto'],
      ['transport-nats', 'transport'],
      ['terminal', 'transport-http'],
      ['ledger', 'client'],
      ['gateway', 'ledger'],
      ['cli', 'simulator'],
    ] as const) {
      assert.equal(wrongArrow(from, to), undefined)
    }
  })

  it('lets two arrows run sideways, and not back', () => {
    for (const [from, to] of [
      ['crypto', 'errors'],
      ['demo-server', 'agent'],
      ['gateway', 'agent'],
    ] as const) {
      assert.equal(wrongArrow(from, to), undefined)
      assert.match(wrongArrow(to, from) ?? '', /arrows run downward only/)
    }
  })

  it('refuses arrows that run sideways or up', () => {
    for (const [from, to] of [
      ['transport', 'protocol'],
      ['errors', 'protocol'],
      ['transport-mock', 'transport-serial'],
      ['terminal', 'ledger'],
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

describe('wrongHouseLists', () => {
  const row = (folder: string, level: number): string =>
    `| [\`@nationec/${folder.split('/')[1]}\`](${folder}) | what it is | L${level} |`
  const check = ([contributing, ...readme]: readonly string[]): string[] =>
    withTree(
      {
        'package.json': WORKSPACES,
        'packages/errors/package.json': { name: '@nationec/errors' },
        'apps/cli/package.json': { name: '@nationec/cli' },
        'CONTRIBUTING.md': `# The house\n\n${contributing}\n`,
        'README.md': readme.join('\n'),
        'README.zh-CN.md': readme.join('\n'),
      },
      wrongHouseLists,
    )
  const [errors, cli] = [row('packages/errors', 0), row('apps/cli', 5)]
  const house = 'packages/errors   L0   base error\napps/cli   L5   the command\ndocs/   pages'

  it('has nothing against lists that are right', () => assert.deepEqual(check([house, errors, cli]), []))

  it('finds a package that is missing, listed twice, or none', () => {
    assert.deepEqual(check([house, errors]), [
      'README.md must list apps/cli once',
      'README.zh-CN.md must list apps/cli once',
    ])
    assert.equal(check([house, errors, cli, cli]).length, 2)
    assert.deepEqual(check([`${house}\npackages/gone   L1   what was`, errors, cli]), [
      'CONTRIBUTING.md lists packages/gone, which is no package',
    ])
  })

  it('finds another level', () => {
    assert.deepEqual(check([house, errors, row('apps/cli', 4)]), [
      'README.md puts apps/cli on L4, the house on L5',
      'README.zh-CN.md puts apps/cli on L4, the house on L5',
    ])
  })
})

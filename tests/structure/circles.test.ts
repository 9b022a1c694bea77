import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { root } from '../../scripts/tools.mjs'
import { workspaces } from '../../scripts/workspaces.mjs'
import { buildGraph, circlesIn, fileGraph } from './circles.ts'
import { WORKSPACES, withTree } from './temporary-tree.ts'

describe('this repository', () => {
  it('can be built in some order', () => assert.deepEqual(circlesIn(buildGraph(root)), []))

  for (const { folder } of workspaces()) {
    it(`has no circular imports in ${folder}`, () => assert.deepEqual(circlesIn(fileGraph(root, folder)), []))
  }
})

describe('circlesIn', () => {
  it('finds nothing where nothing turns back', () => {
    const diamond = new Map([
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['d']],
    ])
    assert.deepEqual(circlesIn(diamond), [])
  })

  it('finds a circle and names its members in order', () => {
    const graph = new Map([
      ['start', ['a']],
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
    ])
    assert.deepEqual(circlesIn(graph), [['a', 'b', 'c', 'a']])
  })

  it('finds a node that points to itself', () => assert.deepEqual(circlesIn(new Map([['a', ['a']]])), [['a', 'a']]))
})

describe('the graphs of a bad tree', () => {
  it('show a circle between files, type imports included', () => {
    const tree = {
      'packages/errors/src/one.ts': `import type { Two } from './deep/two.ts'`,
      'packages/errors/src/deep/two.ts': `export { one } from '../one.ts'`,
    }
    const circles = withTree(tree, (top) => circlesIn(fileGraph(top, 'packages/errors')))
    assert.deepEqual(circles, [
      ['packages/errors/src/deep/two.ts', 'packages/errors/src/one.ts', 'packages/errors/src/deep/two.ts'],
    ])
  })

  it('show a circle in the build that a dev dependency closes', () => {
    const tree = {
      'package.json': WORKSPACES,
      'packages/a/package.json': { name: 'a', devDependencies: { b: '*' } },
      'packages/b/package.json': { name: 'b', dependencies: { a: '*', zod: '*' } },
    }
    assert.deepEqual(
      withTree(tree, (top) => circlesIn(buildGraph(top))),
      [['a', 'b', 'a']],
    )
  })
})

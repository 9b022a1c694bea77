// @runtimes node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { testsBeside } from '../../scripts/dev/tests-beside.mjs'
import { withTree } from '../structure/temporary-tree.ts'

const tree = {
  'packages/a/src/index.ts': '',
  'packages/a/src/whole.test.ts': '',
  'packages/a/src/money/add.ts': '',
  'packages/a/src/money/add.test.ts': '',
  'packages/a/src/money/compare.ts': '',
  'packages/a/src/money/limits.test.ts': '',
  'packages/a/src/time/deep/zone.ts': '',
  'packages/a/README.md': '',
  'packages/b/src/index.ts': '',
}
const beside = (file: string): string[] => withTree(tree, (top) => testsBeside(top, file))

describe('testsBeside', () => {
  it('takes the test of the same name, or the test itself', () => {
    assert.deepEqual(beside('packages/a/src/money/add.ts'), ['packages/a/src/money/add.test.ts'])
    assert.deepEqual(beside('packages/a/src/money/add.test.ts'), ['packages/a/src/money/add.test.ts'])
  })

  it('else those of the folder, else those of the nearest folder above', () => {
    assert.deepEqual(beside('packages/a/src/money/compare.ts'), [
      'packages/a/src/money/add.test.ts',
      'packages/a/src/money/limits.test.ts',
    ])
    assert.deepEqual(beside('packages/a/src/time/deep/zone.ts'), ['packages/a/src/whole.test.ts'])
  })

  it('takes none of another package, for another kind of file, for a test that is gone, or for what a test writes', () => {
    const made = 'packages/a/src/money/.cache/add.ts'
    for (const file of ['packages/b/src/index.ts', 'packages/a/README.md', 'packages/a/src/gone.test.ts', made])
      assert.deepEqual(beside(file), [])
  })
})

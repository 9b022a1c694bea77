import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { root } from '../../scripts/tools.mjs'
import { withTree } from './temporary-tree.ts'
import { ornaments } from './words.ts'

describe('the words of comments and documents', () => {
  it('are plain', () => assert.deepEqual(ornaments(root), []))

  const check = (file: string, text: string): string[] => withTree({ [file]: text }, ornaments)

  it('are found in sources and documents, in any case', () => {
    for (const word of ['nobody', 'Whoever', 'whatever', 'whichever', 'SOMEBODY']) {
      assert.match(check('packages/a/src/x.ts', `\n// ${word} reads it`)[0] ?? '', /^packages\/a\/src\/x\.ts:2: /, word)
      assert.equal(check('docs/page.md', `As ${word} says`).length, 1)
    }
  })

  it('are found in Chinese, with the word to write instead', () => {
    assert.deepEqual(check('docs/page.md', '加载替身库'), ['docs/page.md:1: "替身": write 模拟'])
    assert.deepEqual(check('docs/page.md', '加载模拟动态库'), [])
  })

  it('are free in tests, in longer words and in names of others', () => {
    assert.deepEqual(check('packages/a/src/x.test.ts', "it('reaches nobody', () => {})"), [])
    assert.deepEqual(check('docs/page.md', 'the user `nobody`, and nobodyElse'), [])
  })
})

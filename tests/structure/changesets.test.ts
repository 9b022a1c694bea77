import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { root } from '../../scripts/tools.mjs'
import { wrongChangesets } from './changesets.ts'
import { WORKSPACES, withTree } from './temporary-tree.ts'

describe('the changesets', () => {
  it('have one line for one package', () => assert.deepEqual(wrongChangesets(root), []))
})

describe('wrongChangesets', () => {
  const check = (text: string): string[] =>
    withTree(
      {
        'package.json': WORKSPACES,
        'packages/errors/package.json': { name: '@nationec/errors' },
        'packages/client/package.json': { name: '@nationec/client' },
        '.changeset/a.md': text,
      },
      wrongChangesets,
    )

  it('has nothing against one line, or against an empty one', () => {
    assert.deepEqual(check('---\n"@nationec/errors": minor\n---\n\nOne line.\n'), [])
    assert.deepEqual(check('---\n---\n'), [])
  })

  it('finds two packages, a package that is none, a paragraph, a long line and no text', () => {
    assert.match(
      check('---\n"@nationec/errors": minor\n"@nationec/client": patch\n---\n\nx\n')[0] ?? '',
      /names 2 packages/,
    )
    assert.match(check('---\n"@nationec/error": minor\n---\n\nx\n')[0] ?? '', /no package @nationec\/error/)
    assert.match(check('---\n"@nationec/errors": minor\n---\n\nx\n\ny\n')[0] ?? '', /not one line/)
    assert.match(check('---\n"@nationec/errors": minor\n---\n')[0] ?? '', /not one line/)
    assert.match(check(`---\n"@nationec/errors": minor\n---\n\n${'x'.repeat(241)}\n`)[0] ?? '', /241 characters/)
  })
})

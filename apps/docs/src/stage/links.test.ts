// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { headingsOf } from './headings.ts'
import { type LinkContext, rewriteLinks } from './links.ts'

const files: Readonly<Record<string, string>> = {
  'docs/start.md': 'en/start.md',
  'docs/start.zh-CN.md': 'start.md',
  'docs/reference/messages.md': 'en/reference/messages.md',
}
const context: LinkContext = {
  file: 'docs/start.zh-CN.md',
  place: 'start.md',
  isBilingual: false,
  placeOf: (file) => files[file],
  chineseOf: (file) => (file === 'docs/start.md' ? 'docs/start.zh-CN.md' : undefined),
  kindOf: (path) => (path in files ? 'file' : path === 'packages/client' ? 'folder' : undefined),
  anchorsOf: () => new Set(['上传', 'a-b']),
}
const rewritten = (text: string, more: Partial<LinkContext> = {}) => rewriteLinks(text, { ...context, ...more })

describe('a link of a page', () => {
  it('leads to the page of the file on the site', () => {
    assert.equal(rewritten('[字段](reference/messages.md#a-b)').text, '[字段](./en/reference/messages.md#a-b)')
    const english = rewritten('[a](start.md#a-b)', {
      file: 'docs/start.md',
      place: 'en/start.md',
      chineseOf: () => undefined,
    })
    assert.equal(english.text, '[a](./start.md#a-b)')
  })

  it('leads to the repository where there is no page', () => {
    assert.match(
      rewritten('[`client`](../packages/client)').text,
      /^\[`client`\]\(https:.*\/tree\/main\/packages\/client\)$/,
    )
  })

  it('is wrong without its file or its heading', () => {
    assert.deepEqual(rewritten('[a](none.md)').wrong, ['docs/start.zh-CN.md: none.md: no such file'])
    assert.deepEqual(rewritten('[a](#none)').wrong, ['docs/start.zh-CN.md: #none: no such heading'])
    assert.deepEqual(rewritten('[a](#上传)').wrong, [])
  })

  it('stays in the language of the page, unless it says that it does not', () => {
    assert.deepEqual(rewritten('[a](start.md)').wrong, ['docs/start.zh-CN.md: start.md: there is docs/start.zh-CN.md'])
    assert.deepEqual(rewritten('[a](start.md)', { isBilingual: true }), { text: '[a](./start.md)', wrong: [] })
    assert.deepEqual(rewritten('[English](start.md) [a](start.md)（英文）').wrong, [])
  })

  it('is left alone in code', () => {
    const text = '`[a](none.md)`\n\n```md\n[a](none.md)\n```\n'
    assert.deepEqual(rewritten(text), { text, wrong: [] })
  })
})

describe('the address of a heading', () => {
  it('is the one that GitHub makes', () => {
    const text = '# SM2, SM3 和 SM4\n\n```sh\n# no heading\n```\n\n## `a` b\n\n## `a` b\n\n### 6. 签名原文（`data`）\n'
    assert.deepEqual(
      headingsOf(text).map(({ slug }) => slug),
      ['sm2-sm3-和-sm4', 'a-b', 'a-b-1', '6-签名原文data'],
    )
  })
})

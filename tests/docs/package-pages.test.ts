// @runtimes node
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { headingsOf } from '../../apps/docs/src/stage/headings.ts'
import { root } from '../../scripts/tools.mjs'
import { workspaces } from '../../scripts/workspaces.mjs'

/** The documents, as a page of npm must name them: it stands outside the repository. */
const DOCS = /https:\/\/github\.com\/nationec\/nationec\/blob\/main\/(docs\/[\w./-]+\.md)(?:#([^)\s]+))?/g

describe('the pages on npm', () => {
  for (const { folder, path } of workspaces().filter(({ manifest }) => manifest.private !== true)) {
    const page = readFileSync(join(path, 'README.md'), 'utf8')

    it(`say in Chinese and in English what it is: ${folder}`, () => {
      const [, ...paragraphs] = page.split('\n\n').slice(0, 4)
      assert.ok(paragraphs.some((text) => (text.match(/[\u4e00-\u9fff]/g)?.length ?? 0) >= 20))
      assert.ok(paragraphs.some((text) => (text.match(/\b[a-z]{2,}\b/g)?.length ?? 0) >= 10))
    })

    it(`lead to documents that exist: ${folder}`, () => {
      for (const [link, file = '', anchor] of page.matchAll(DOCS)) {
        assert.ok(existsSync(join(root, file)), link)
        if (anchor === undefined) continue
        const slugs = headingsOf(readFileSync(join(root, file), 'utf8')).map(({ slug }) => slug)
        assert.ok(slugs.includes(decodeURIComponent(anchor)), link)
      }
    })
  }
})

// @runtimes node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { pictureOf } from '../../apps/docs/src/pictures/picture.ts'
import { readSite } from '../../apps/docs/src/stage/stage.ts'
import { root } from '../../scripts/tools.mjs'

describe('the pages of the documents', () => {
  const { pages } = readSite(root) // names every link that leads nowhere, and every page that lacks a language

  it('have the same blocks of code in both languages', () => {
    const blocks = (text: string): string[] => [...text.matchAll(/^ *```(\w+)$/gm)].map(([, language = '']) => language)
    for (const page of pages.filter(({ language, other }) => language === 'zh' && other !== undefined)) {
      const english = pages.find(({ place }) => place === page.other)
      assert.deepEqual(blocks(page.text), blocks(english?.text ?? ''), page.place)
    }
  })

  it('have the same number of headings in both languages', () => {
    for (const page of pages.filter(({ language, other }) => language === 'zh' && other !== undefined)) {
      const english = pages.find(({ place }) => place === page.other)
      const levels = (from: typeof page | undefined) => from?.headings.map(({ level }) => level).join('')
      assert.equal(levels(page), levels(english), page.place)
    }
  })

  it('have pictures that can be drawn', () => {
    const pictures = pages.flatMap(({ text }) => [...text.matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)])
    assert.ok(pictures.length >= 8)
    for (const [, source = ''] of pictures) assert.match(pictureOf(source), /^<figure .*<svg /)
  })
})

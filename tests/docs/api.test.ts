// @runtimes node
// @everyday none
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as errors from '@nationec/errors'
import * as http from '@nationec/transport-http'
import { apiPages, publishedPackages } from '../../apps/docs/src/api/api-pages.ts'
import { headingsOf } from '../../apps/docs/src/stage/headings.ts'
import { root } from '../../scripts/tools.mjs'

describe('the reference of the packages', () => {
  const chosen = publishedPackages(root).filter(({ name }) => /\/(errors|transport-http)$/.test(name))
  const pages = new Map(apiPages(root, chosen).map(({ name, text }) => [name, text]))

  for (const [name, exported] of Object.entries({ errors, 'transport-http': http }))
    it(`has every name that ${name} exports, with its signature and its text`, () => {
      const text = pages.get(`reference/api/${name}`) ?? ''
      const titles = headingsOf(text).map(({ title }) => title)
      for (const each of Object.keys(exported)) {
        assert.ok(titles.includes(each), each)
        const part = text.split(`### ${each}\n`)[1]?.split('\n### ')[0] ?? ''
        assert.match(part, new RegExp(`\`\`\`ts\\n(abstract )?(function|const|class|enum) ${each}\\b`), each)
        assert.match(part.split('```')[2] ?? '', /\w/, `${each} has no text`)
      }
    })

  it('shows the types too, and the examples', () => {
    const text = pages.get('reference/api/errors') ?? ''
    assert.match(text, /### Delivery\n\n```ts\ntype Delivery = 'not-sent' \| 'unknown' \| 'answered';/)
    assert.match(text, /```ts\nimport \{/)
  })
})

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { PLAINTEXT_MOST, RECORD_HEADER } from './channel/records.ts'
import { TAG_LENGTH } from './channel/seal.ts'
import { attacks } from './fixtures/specification/attacks.ts'
import { reactions } from './fixtures/specification/ends.ts'
import { specificationPages, withParts } from './fixtures/specification/parts.ts'
import { LEAST_MESSAGE } from './link/sync-payload.ts'

describe('the pages of the specification', () => {
  for (const [file, parts] of Object.entries(specificationPages)) {
    const page = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n')

    it(`${file} says what the code does; \`npm run docs\` writes it`, () => {
      assert.equal(page, withParts(page, parts))
    })

    it(`${file} names only sections that it has`, () => {
      const sections = new Set([...page.matchAll(/^#+ (\d+(?:\.\d+)?)/gm)].map(([, number]) => number))
      const named = [...page.matchAll(/^\| (\d(?:\.\d)?) \||\| (\d(?:\.\d)?(?:, \d(?:\.\d)?)*) \|$/gm)]
      assert.ok(named.length > 10)
      for (const [row, one, many] of named) {
        for (const section of (one ?? many ?? '').split(', ')) assert.ok(sections.has(section), row)
      }
    })
  }

  it('name no reason for the end of a channel that no test brings about', () => {
    const folder = new URL('.', import.meta.url)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'))
    const tests = files.map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), folder), 'utf8')).join('\n')
    const missing = Object.keys(reactions).filter((name) => !tests.includes(`'${name}'`))
    assert.deepEqual(missing, [])
  })

  it('name only attacks that a test keeps', () => {
    for (const [attack, file, test] of attacks) {
      assert.ok(readFileSync(new URL(file, import.meta.url), 'utf8').includes(test), `${attack}: ${test}`)
    }
  })

  it('let a link carry the longest record whole', () => {
    assert.equal(LEAST_MESSAGE, RECORD_HEADER + PLAINTEXT_MOST + TAG_LENGTH)
  })
})

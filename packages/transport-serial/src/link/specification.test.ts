import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import { vectorSection } from './fixtures/vectors.ts'

const page = join(import.meta.dirname, '../../../../docs/spec/msl-1.md')

it('has the vectors that the written specification gives', () => {
  const [, written] = readFileSync(page, 'utf8').split(/<!-- vectors -->\n\n|\n\n<!-- end of vectors -->/)
  assert.equal(written, vectorSection())
})

// @runtimes node
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'

const docs = new URL('../../docs/', import.meta.url)
const files = readdirSync(new URL('decisions/', docs)).sort()

describe('the decisions', () => {
  it('each say their number in their heading', () => {
    const wrong = files.filter((file) => {
      const [heading] = readFileSync(new URL(`decisions/${file}`, docs), 'utf8').split('\n')
      return !heading?.startsWith(`# ${Number(file.slice(0, 4))}. `)
    })
    assert.deepEqual(wrong, [])
  })

  it('all stand in the list of documents, in their order', () => {
    const list = readFileSync(new URL('README.md', docs), 'utf8')
    const listed = [...list.matchAll(/^(\d+)\. \[[^\]]+\]\(decisions\/([^)]+)\)$/gm)]
    assert.deepEqual(
      listed.map(([, number, file]) => [Number(number), file]),
      files.map((file) => [Number(file.slice(0, 4)), file]),
    )
  })
})

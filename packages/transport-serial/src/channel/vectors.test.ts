import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { it } from 'node:test'
import { channelVectors } from '../fixtures/channel-vectors.ts'

const page = readFileSync(new URL('../../../../docs/spec/msl-1-channel.md', import.meta.url), 'utf8')

/** The blocks `name` … `hex` under the heading of the vectors. */
function vectorsOfPage(): Record<string, string> {
  const found = page.matchAll(/^#### (\w+)\n\n```text\n([0-9a-f\n]+)```$/gm)
  return Object.fromEntries([...found].map(([, name, hex]) => [name, (hex ?? '').replaceAll('\n', '')]))
}

it('the vectors on the page of the specification are what the code makes', () => {
  assert.deepEqual(vectorsOfPage(), channelVectors())
})

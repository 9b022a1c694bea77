// @runtimes node
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'

interface Published {
  readonly files: Readonly<Record<string, string>>
}

const read = (path: string): Buffer => readFileSync(new URL(path, import.meta.url))
const published: Readonly<Record<string, Published>> = JSON.parse(read('../../../native/hashes.json').toString())

describe('the Windows programs in this package', () => {
  for (const target of ['win32-ia32', 'win32-x64']) {
    const file = 'nationec-host.exe'

    it(`are the host alone: nothing here has the name of the vendor's library (${target})`, () => {
      assert.deepEqual(readdirSync(new URL(`../native/${target}`, import.meta.url)), [file])
    })

    it(`are byte for byte what native/hashes.json publishes (${target})`, () => {
      const hash = createHash('sha256')
        .update(read(`../native/${target}/${file}`))
        .digest('hex')
      assert.equal(hash, published[target]?.files[file])
    })
  }
})

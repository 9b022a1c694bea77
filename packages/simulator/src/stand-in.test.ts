// @runtimes node
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'

const read = (path: string): Buffer => readFileSync(new URL(path, import.meta.url))
const published: Readonly<Record<string, { readonly files: Readonly<Record<string, string>> }>> = JSON.parse(
  read('../../../native/hashes.json').toString(),
)

describe('the stand-in library in this package', () => {
  for (const target of ['win32-ia32', 'win32-x64'])
    it(`is byte for byte what native/hashes.json publishes (${target})`, () => {
      const hash = createHash('sha256')
        .update(read(`../native/${target}/NationECCode.dll`))
        .digest('hex')
      assert.equal(hash, published[target]?.files['NationECCode.dll'])
    })
})

// @runtimes node
// @needs build
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { run } from '../../scripts/run.mjs'
import { tool } from '../../scripts/tools.mjs'
import { temporaryFolder } from '../temporary-folder.ts'
import { wrongContents } from './contents.ts'
import { packAll } from './pack.ts'

const packages = await packAll(temporaryFolder())

for (const { manifest, tarball, files, path } of packages) {
  describe(`the tarball of ${manifest.name}`, () => {
    it('holds what it should, and leads to its sources', () => {
      assert.deepEqual(wrongContents({ path, manifest, files }), [])
    })

    it('satisfies publint', async () => {
      const { buffer, byteOffset, byteLength } = readFileSync(tarball)
      const archive = buffer.slice(byteOffset, byteOffset + byteLength)
      const { messages, pkg } = await publint({ pack: { tarball: archive }, level: 'warning', strict: true })
      assert.deepEqual(
        messages.map((message) => formatMessage(message, pkg, { color: false })),
        [],
      )
    })

    const hasEntries = Object.keys(manifest.exports ?? {}).some((entry) => entry !== './package.json')
    it('has types that are right in every way of resolving', {
      skip: !hasEntries && 'a program, not a library',
    }, async () => {
      const { command, args } = tool('attw')
      // node16: what TypeScript resolved before package.json had "exports" has no entries besides the main one.
      const { code, output } = await run(command, [...args, tarball, '--profile', 'node16', '--no-emoji', '--no-color'])
      assert.equal(code, 0, output)
    })
  })
}

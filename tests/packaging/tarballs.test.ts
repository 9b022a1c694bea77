// @runtimes node
// @needs build
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { filterProblems } from '@arethetypeswrong/core/problems'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { wrongContents } from './contents.ts'
import { packAll } from './pack.ts'

for (const { manifest, tarball, files, path } of await packAll()) {
  describe(`the tarball of ${manifest.name}`, () => {
    const bytes = new Uint8Array(readFileSync(tarball))
    const unpacked = createPackageFromTarballData(bytes)

    it('holds what it should, and leads to its sources', () => {
      const read = (file: string): string => unpacked.readFile(`/node_modules/${manifest.name}/${file}`)
      const hasChangelog = existsSync(join(path, 'CHANGELOG.md'))
      assert.deepEqual(wrongContents({ manifest, files, hasChangelog, read }), [])
    })

    it('satisfies publint', async () => {
      const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, level: 'warning', strict: true })
      assert.deepEqual(
        messages.map((message) => formatMessage(message, pkg, { color: false })),
        [],
      )
    })

    const hasEntries = Object.keys(manifest.exports ?? {}).some((entry) => entry !== './package.json')
    // A program has none.
    if (!hasEntries) return
    it('has types that are right in every way of resolving', async () => {
      const analysis = await checkPackage(unpacked)
      assert.ok(analysis.types !== false, 'it has no types')
      // Not node10: what TypeScript resolved before package.json had "exports" has no entries besides the main one.
      const problems = (['node16-cjs', 'node16-esm', 'bundler'] as const).flatMap((resolutionKind) =>
        filterProblems(analysis, { resolutionKind }),
      )
      assert.deepEqual(problems, [])
    })
  })
}

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const folder = mkdtempSync(join(tmpdir(), 'nationec-bundle-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const PROGRAM = `
import { dllTransport } from '@nationec/transport-dll-ffi'

const { name } = dllTransport({ library: 'NationECCode.dll', encoding: { out: 'gb18030' } })
console.log('made ' + name)
`

describe('a bundle with this package', () => {
  for (const format of ['esm', 'cjs'] as const) {
    it(`starts as ${format}, and needs no loader for modules of the runtime`, async () => {
      const outfile = join(folder, format === 'esm' ? 'program.mjs' : 'program.cjs')
      const { warnings, metafile } = await build({
        stdin: {
          contents: PROGRAM,
          resolveDir: fileURLToPath(new URL('.', import.meta.url)),
          sourcefile: 'program.ts',
        },
        conditions: ['@nationec/source'],
        define: format === 'cjs' ? { 'import.meta.url': '__filename' } : {},
        bundle: true,
        metafile: true,
        platform: 'node',
        external: ['koffi'],
        logLevel: 'silent',
        format,
        outfile,
      })
      assert.deepEqual(warnings, [])
      assert.deepEqual(
        Object.keys(metafile.inputs).filter((file) => /node_modules\/(?:iconv-lite|zod)\//.test(file)),
        [],
      )
      assert.equal(execFileSync(process.execPath, [outfile], { encoding: 'utf8' }).trim(), 'made dll')
    })
  }
})

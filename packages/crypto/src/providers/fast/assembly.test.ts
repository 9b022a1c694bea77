// @runtimes node
// @everyday none
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'

interface AssemblyBuild {
  readonly generatedFolder: string
  readonly generatedFiles: readonly { readonly name: string; readonly text: () => Promise<string> }[]
}

// The address is computed so that tsc does not follow it: the types of the AssemblyScript compiler redeclare `console`
// and `WebAssembly` for the whole program.
const address = new URL('../../../assembly/build.mjs', import.meta.url).href
const { generatedFiles, generatedFolder }: AssemblyBuild = await import(address)

describe('the generated files in the repository', () => {
  for (const { name, text } of generatedFiles) {
    it(`${name}.ts is what its sources in assembly/ give, byte for byte`, async () => {
      const committed = readFileSync(join(generatedFolder, `${name}.ts`), 'utf8')
      assert.ok(committed === (await text()), 'Run: npm run build:wasm --workspace @nationec/crypto')
    })
  }

  it('are all there are', () => {
    const names = generatedFiles.map(({ name }) => `${name}.ts`)
    assert.deepEqual(readdirSync(generatedFolder).sort(), names.sort())
  })
})

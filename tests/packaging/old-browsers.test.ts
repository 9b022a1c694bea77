// @runtimes node
// @needs build
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { buildFolder } from '../../scripts/setup/build-folder.mjs'

const built = (file: string): string => readFileSync(join(buildFolder, 'packages/browser/dist', file), 'utf8')

describe('the built files of the browser package', () => {
  for (const file of ['index.js', 'nation-ec-trans.js'])
    it(`of ${file} hold no syntax that is younger than 2017`, () => {
      const code = built(file).replace(/\/\/# sourceMappingURL.*$/s, '')
      assert.doesNotMatch(code, /\?\?|\?\.[a-zA-Z_[(]/, 'optional chaining or ??')
      assert.doesNotMatch(code, /[({,[]\s*\.\.\.[a-zA-Z_]+\s*[,}]\s*[;})]?\s*=>|\{\s*\.\.\./, 'object spread')
      assert.doesNotMatch(code, /catch\s*\{/, 'catch without a name')
      assert.doesNotMatch(code, /for await|async\s*\*/, 'async iteration')
    })

  it('import nothing', () => {
    assert.doesNotMatch(built('index.js'), /^import .* from/m)
  })
})

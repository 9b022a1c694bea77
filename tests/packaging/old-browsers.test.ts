// @runtimes node
// @needs build
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { parse } from 'acorn'
import { buildFolder } from '../../scripts/setup/build-folder.mjs'

const built = (file: string): string => readFileSync(join(buildFolder, 'packages/browser/dist', file), 'utf8')

describe('the built files of the browser package', () => {
  it('hold no syntax that is younger than 2017, and the script for old pages none younger than 2009', () => {
    assert.doesNotThrow(() => parse(built('index.js'), { ecmaVersion: 2017, sourceType: 'module' }))
    assert.doesNotThrow(() => parse(built('nation-ec-trans.js'), { ecmaVersion: 5 }))
  })

  it('import nothing', () => {
    assert.doesNotMatch(built('index.js'), /^import .* from/m)
  })
})

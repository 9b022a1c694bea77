// @runtimes node
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { withTree } from '../structure/temporary-tree.ts'
import { type Contents, wrongContents } from './contents.ts'

describe('the contents of a package', () => {
  const tree = {
    'dist/index.js': 'export {}\n//# sourceMappingURL=index.js.map',
    'dist/index.js.map': { sources: ['../src/index.ts'] },
  }
  const good = {
    manifest: { name: 'a', version: '0.0.0', exports: { '.': { import: { default: './dist/index.js' } } } },
    files: ['LICENSE', 'README.md', 'dist/index.js', 'dist/index.js.map', 'package.json', 'src/index.ts'],
  }
  const check = (changed: Partial<Contents>, files: object = {}): string[] =>
    withTree({ ...tree, ...files }, (path) => wrongContents({ path: join(path), ...good, ...changed }))
  const without = (name: string): string[] => good.files.filter((file) => file !== name)

  it('may be right', () => assert.deepEqual(check({}), []))

  it('must have a licence text, a README and the sources', () => {
    assert.deepEqual(check({ files: without('LICENSE') }), ['LICENSE is missing'])
    assert.deepEqual(check({ files: without('README.md') }), ['README.md is missing'])
    assert.equal(check({ files: without('src/index.ts') })[0], 'the sources are missing')
  })

  it('must have no tests', () => {
    for (const file of ['src/a.test.ts', 'src/a.deep.ts', 'src/fixtures/a.mjs']) {
      assert.deepEqual(check({ files: [...good.files, file] }), [`${file} is for tests only`])
    }
  })

  it('must hold what package.json promises', () => {
    const manifest = { ...good.manifest, bin: { a: 'bin/a.mjs' } }
    assert.deepEqual(check({ manifest }), ['package.json names bin/a.mjs, which is missing'])
  })

  it('must lead from the build to the sources', () => {
    assert.deepEqual(check({}, { 'dist/index.js': 'export {}' }), ['dist/index.js names no source map'])
    assert.match(check({ files: without('dist/index.js.map') })[0] ?? '', /source map index\.js\.map, which is missing/)
    const moved = check({}, { 'dist/index.js.map': { sources: ['../../src/index.ts'] } })
    assert.match(moved[0] ?? '', /leads to \.\.\/src\/index\.ts, which is missing/)
    const carried = { sources: ['../../../examples/bill.json'], sourcesContent: ['{}'] }
    assert.deepEqual(check({}, { 'dist/index.js.map': carried }), [])
    const ofOneMachine = { sources: ['/elsewhere/dist/index.js'], sourcesContent: ['code'] }
    assert.match(check({}, { 'dist/index.js.map': ofOneMachine })[0] ?? '', /leads to \/elsewhere\/dist/)
  })
})

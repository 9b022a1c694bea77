// @runtimes node
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { withTree } from '../structure/temporary-tree.ts'
import { type Contents, wrongContents } from './contents.ts'

describe('the contents of a package', () => {
  const tree = {
    'dist/index.js': 'export {}\n//# sourceMappingURL=index.js.map',
    'dist/index.js.map': { sources: ['../src/index.ts'] },
  }
  const exports = { '.': { import: { default: './dist/index.js' } } }
  const good = {
    manifest: { name: 'a', version: '0.0.0', files: ['CHANGELOG.md', 'dist'], exports },
    files: ['LICENSE', 'README.md', 'dist/index.js', 'dist/index.js.map', 'package.json', 'src/index.ts'],
    hasChangelog: false,
  }
  const check = (changed: Partial<Contents>, files: object = {}): string[] =>
    withTree({ ...tree, ...files }, (path) =>
      wrongContents({ read: (file) => readFileSync(join(path, file), 'utf8'), ...good, ...changed }),
    )
  const without = (name: string): string[] => good.files.filter((file) => file !== name)
  const withFiles = (...names: string[]): string[] => [...good.files, ...names]

  it('may be right', () => assert.deepEqual(check({}), []))

  it('must have a licence text, a README and the sources', () => {
    assert.deepEqual(check({ files: without('LICENSE') }), ['LICENSE is missing'])
    assert.deepEqual(check({ files: without('README.md') }), ['README.md is missing'])
    assert.equal(check({ files: without('src/index.ts') })[0], 'the sources are missing')
  })

  it('must have the changelog once there is one, and say so before', () => {
    assert.deepEqual(check({ hasChangelog: true }), ['CHANGELOG.md is missing'])
    assert.deepEqual(check({ hasChangelog: true, files: withFiles('CHANGELOG.md') }), [])
    const manifest = { ...good.manifest, files: ['dist'] }
    assert.deepEqual(check({ manifest }), ['"files" of package.json does not name CHANGELOG.md'])
  })

  it('must have no tests', () => {
    for (const file of ['src/a.test.ts', 'src/a.deep.ts', 'src/fixtures/a.mjs']) {
      assert.deepEqual(check({ files: withFiles(file) }), [`${file} is for tests only`])
    }
  })

  it('must hold what package.json promises', () => {
    const manifest = { ...good.manifest, bin: { a: 'bin/a.mjs' } }
    assert.deepEqual(check({ manifest }), ['package.json names bin/a.mjs, which is missing'])
  })

  it('may hold the texts of a search, which are no code', () => {
    const file = 'dist/docs/assets/search-zh.js'
    assert.deepEqual(check({ files: withFiles(file) }, { [file]: 'nationecSearch([])' }), [])
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

  it('must not hold a source twice', () => {
    const twice = { sources: ['../src/index.ts'], sourcesContent: ['export {}'] }
    assert.match(
      check({}, { 'dist/index.js.map': twice })[0] ?? '',
      /carries src\/index\.ts, which lies in the package/,
    )
  })

  it('must name the licence of every library that was bundled', () => {
    const bundled = { sources: ['../../node_modules/@a/b/lib/c.js', '../../node_modules/d/e.js', '../src/index.ts'] }
    const sentences = ['@a/b', 'd'].map((name) => `the code of ${name} is in the package, its licence is not`)
    const notices = 'dist/THIRD-PARTY-NOTICES.txt'
    const tell = (text: string): string[] =>
      check({ files: withFiles(notices) }, { 'dist/index.js.map': bundled, [notices]: text })
    assert.deepEqual(check({}, { 'dist/index.js.map': bundled }), sentences)
    assert.deepEqual(tell('d 1.0.0\nMIT\n'), sentences.slice(0, 1))
    assert.deepEqual(tell('@a/b 2.0.0\nMIT\n\nd 1.0.0\nMIT\n'), [])
    const text = { ...bundled, sourcesContent: ['code', null, null] }
    assert.match(check({}, { 'dist/index.js.map': text })[0] ?? '', /carries .*@a\/b\/lib\/c\.js, which is a library's/)
  })

  it('must bring the sources and the notices of its Windows programs', () => {
    assert.deepEqual(check({ files: withFiles('native/win32-x64/a.exe') }), [
      'native/source/build.mjs is missing',
      'native/source/hashes.json is missing',
      'the code of mingw-w64 runtime is in the package, its licence is not',
    ])
  })
})

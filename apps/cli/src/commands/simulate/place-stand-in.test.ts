// @needs cc
// @everyday none
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { after, describe, it } from 'node:test'
import { nationec, nationecWith } from '../../fixtures/run-nationec.ts'

const folder = mkdtempSync(join(tmpdir(), 'nationec 医保 '))
after(() => rmSync(folder, { recursive: true, force: true }))

const published: Record<string, { files: Record<string, string> }> = JSON.parse(
  readFileSync(new URL('../../../../../native/hashes.json', import.meta.url), 'utf8'),
)

function place(name: string, ...more: string[]) {
  return nationec('simulate', 'dll', '--out', join(folder, name), ...more)
}

describe('nationec simulate dll', () => {
  for (const target of ['win32-ia32', 'win32-x64']) {
    it(`puts the shipped programs for ${target} into a new folder, and says where they are`, async () => {
      const { code, stdout, stderr } = await place(`a/${target}`, '--target', target)
      assert.equal(code, 0, stderr)
      const names = ['NationECCode.dll', 'NationECCode.ini', 'nationec-host.exe']
      const out = join(folder, 'a', target)
      assert.deepEqual(readdirSync(out).sort(), names)
      assert.deepEqual(
        stdout.trim().split('\n').sort(),
        names.map((name) => join(out, name)),
      )
      for (const file of names.filter((name) => !name.endsWith('.ini'))) {
        const hash = createHash('sha256')
          .update(readFileSync(join(out, file)))
          .digest('hex')
        assert.equal(hash, published[target]?.files[file], file)
      }
      assert.match(stderr, /nationec simulate/)
    })
  }

  it('builds for this machine, and leaves the settings of an earlier time alone', {
    skip: process.platform === 'win32' && 'Windows has its programs shipped',
  }, async () => {
    const { code, stdout, stderr } = await place('own')
    assert.equal(code, 0, stderr)
    const library = process.platform === 'darwin' ? 'libNationECCode.dylib' : 'libNationECCode.so'
    assert.deepEqual(readdirSync(join(folder, 'own')).sort(), ['NationECCode.ini', library, 'nationec-host'].sort())
    assert.equal(stdout.trim().split('\n').length, 3)
    const ini = join(folder, 'own', 'NationECCode.ini')
    assert.match(readFileSync(ini, 'utf8'), /^url=http:\/\/127\.0\.0\.1:33900\/$/m)
    writeFileSync(ini, 'mode=mirror\n')
    assert.equal((await place('own')).code, 0)
    assert.equal(readFileSync(ini, 'utf8'), 'mode=mirror\n')
  })

  it('knows no system that it cannot build for', async () => {
    for (const target of ['solaris-sparc', '../..', 'linux', 'Linux-x64', '']) {
      const { code, stdout, stderr } = await place('none', '--target', target)
      assert.deepEqual([code, stdout], [5, ''], target)
      assert.match(stderr, /TARGET_UNKNOWN/)
    }
    assert.ok(!readdirSync(folder).includes('none'), 'nothing was made')
  })

  it('tells what is missing where a build fails', {
    skip: process.platform === 'win32' && 'Windows has its programs shipped',
  }, async () => {
    const { code, stderr } = await nationecWith({ CC: 'no-such-compiler' }, 'simulate', 'dll', '--out', folder)
    assert.equal(code, 5)
    assert.match(stderr, /no-such-compiler/)
    assert.match(stderr, /BUILD_FAILED/)
  })

  it('tells that the folder cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '')
    for (const target of [['--target', 'win32-ia32'], []]) {
      const { code, stderr } = await place('file/below', ...target)
      assert.equal(code, 5)
      assert.match(stderr, /FOLDER_NOT_WRITABLE/)
    }
  })

  it('asks for the folder', async () => {
    assert.equal((await nationec('simulate', 'dll')).code, 2)
  })
})

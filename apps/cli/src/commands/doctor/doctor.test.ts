// @everyday none
import assert from 'node:assert/strict'
import process from 'node:process'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { documentOf } from '../../fixtures/published-schema.ts'
import { nationec, run } from '../../fixtures/run-nationec.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import type { Check } from './checks/check.ts'
import { parseRegistry } from './checks/windows-registry.ts'

const standIn = fileURLToPath(
  new URL('../../../../../packages/simulator/native/win32-ia32/NationECCode.dll', import.meta.url),
)

async function checks(...args: string[]) {
  const { code, stdout } = await nationec('doctor', '--json', ...args)
  const found: Check[] = documentOf('doctor', stdout).checks
  return { code, of: (id: string) => found.find((check) => check.id === id), found }
}

describe('nationec doctor', () => {
  it('needs no device, and ends with 0 where nothing is wrong', async () => {
    const { code, of, found } = await checks()
    assert.equal(code, 0)
    for (const id of [
      'runtime.version',
      'program.self-test',
      'crypto.known-answers',
      'charset.round-trip',
      'clock.plausible',
    ]) {
      assert.equal(of(id)?.result, 'ok', id)
    }
    assert.equal(of('clock.drift')?.result, 'skipped', 'cannot be told offline, and it says so')
    assert.ok(found.every(({ result, fix }) => (fix === undefined) === (result === 'ok' || result === 'skipped')))
    assert.equal(new Set(found.map(({ id }) => id)).size, found.length)
  })

  it('reads bitness, imports, export and version of a library without loading it', async () => {
    const { of } = await checks('--library', standIn)
    assert.match(of('library.bitness')?.why.en ?? '', /^32 bits, x86/)
    assert.match(of('library.dependencies')?.why.en ?? '', /KERNEL32\.dll/i)
    assert.match(of('library.export')?.why.en ?? '', /NationEcTrans/)
    assert.match(of('library.version')?.why.en ?? '', /^File version \d+\.\d+\.\d+\.\d+/)
    assert.equal(of('library.file')?.result, process.platform === 'win32' ? 'ok' : 'problem')
  })

  it('ends with 5 for a problem, and says how to mend it', async () => {
    using folder = temporaryFolder()
    const noLibrary = folder.write('NationECCode.dll', 'not a library')
    for (const args of [
      ['--library', noLibrary],
      ['--library', folder.in('none.dll')],
      ['--transport', 'dll'],
    ]) {
      const { code, of } = await checks(...args)
      assert.equal(code, 5)
      assert.equal(of('library.file')?.result, 'problem')
      assert.ok(of('library.file')?.fix?.zh)
    }
    const { code, of } = await checks('--agent', 'http://somebody:secret@127.0.0.1:1/')
    assert.equal(code, 5)
    assert.deepEqual(
      [of('agent.reachable')?.result, of('agent.reachable')?.why.en.includes('secret')],
      ['problem', false],
    )
  })

  it('is for people without JSON, in both languages, without colour in a pipe', async () => {
    const { stdout } = await run(['doctor'], { env: { FORCE_COLOR: undefined } })
    assert.match(stdout, /^ok {7}runtime\.version$/m)
    assert.match(stdout, /没有问题 no problem/)
    assert.ok(!stdout.includes('\u001b'))
  })
})

describe('the registry of Windows', () => {
  it('is read from what `reg query` prints', () => {
    const text =
      '\r\nHKEY_LOCAL_MACHINE\\HARDWARE\\DEVICEMAP\\SERIALCOMM\r\n    \\Device\\Serial0    REG_SZ    COM1\r\n    \\Device\\VCP 0    REG_SZ    COM12\r\n\r\n'
    assert.deepEqual(parseRegistry(text), [
      { name: '\\Device\\Serial0', value: 'COM1' },
      { name: '\\Device\\VCP 0', value: 'COM12' },
    ])
    assert.deepEqual(parseRegistry('ERROR: no such key'), [])
  })
})

// @needs cc
// @everyday node
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { after, describe, it } from 'node:test'
import { isTransportError } from '@nationec/transport'
import { type DllTransportOptions, dllTransport, inspectLibrary, missingImports } from '@nationec/transport-dll-ffi'
import { NO_32_BITS, runs32 } from '../../../native/build.mjs'
import { makePe } from './fixtures/make-pe.ts'
import { buildNative, tryBuildNative } from './fixtures/native-build.ts'
import { hostedWays, optionsOf, ways } from './fixtures/ways.ts'

const build = buildNative()
const other = process.arch === 'x64' ? tryBuildNative(`${process.platform}-ia32`) : undefined
const folder = mkdtempSync(join(tmpdir(), 'nationec-loading-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const inFolder = (name: string): string => join(folder, name)

/** Tries one exchange; gives the answer, or code and delivery. */
async function outcome(options: DllTransportOptions): Promise<unknown> {
  await using connection = dllTransport(options).connect()
  return await connection.exchange({ text: 'hello' }).catch((error: unknown) => {
    assert.ok(isTransportError(error), String(error))
    return [error.code, error.delivery]
  })
}

/** Compiles a library that needs another, which is then taken away. */
function libraryWithoutItsDependency(): string {
  const compile = (name: string, source: string, ...more: string[]): void => {
    writeFileSync(inFolder(`${name}.c`), source)
    const args = ['-shared', '-fPIC', '-o', inFolder(`lib${name}.so`), inFolder(`${name}.c`), ...more]
    const { status, stderr } = spawnSync('cc', args, { encoding: 'utf8' })
    assert.equal(status, 0, stderr)
  }
  compile('helper', 'int help(void) { return 1; }')
  compile(
    'needy',
    'int help(void); char *NationEcTrans(char *a, char *b, char *c) { return help() ? a : b; }',
    `-L${folder}`,
    '-lhelper',
  )
  copyFileSync(inFolder('libhelper.so'), inFolder('no-export.so'))
  rmSync(inFolder('libhelper.so'))
  return inFolder('libneedy.so')
}

for (const way of ways) {
  describe(`a library that cannot be loaded (${way})`, () => {
    const load = (library: string, more: Partial<DllTransportOptions> = {}) =>
      outcome({ ...optionsOf(way, build), library, ...more })

    it('is not there, is a folder, or is no library', async () => {
      writeFileSync(inFolder('text.dll'), 'MZ, but not a library')
      assert.deepEqual(await load(inFolder('nowhere.dll')), ['LIBRARY_NOT_FOUND', 'not-sent'])
      assert.deepEqual(await load(folder), ['LIBRARY_NOT_READABLE', 'not-sent'])
      assert.deepEqual(await load(inFolder('text.dll')), ['LIBRARY_NOT_A_LIBRARY', 'not-sent'])
    })

    it('needs another, which is named', async () => {
      const library = libraryWithoutItsDependency()
      assert.deepEqual(await missingImports(await inspectLibrary(library)), ['libhelper.so'])
      const transport = dllTransport({ ...optionsOf(way, build), library })
      await assert.rejects(transport.connect().exchange({ text: 'x' }), (error) => {
        assert.ok(isTransportError(error, 'LIBRARY_DEPENDENCY_MISSING'))
        return error.delivery === 'not-sent' && /libhelper\.so/.test(error.message)
      })
    })

    it('exports nothing of the name', async () => {
      libraryWithoutItsDependency()
      assert.deepEqual(await load(inFolder('no-export.so')), ['LIBRARY_EXPORT_MISSING', 'not-sent'])
      assert.deepEqual(await load(build.library, { functionName: 'Another' }), ['LIBRARY_EXPORT_MISSING', 'not-sent'])
    })

    it('is of another system', async () => {
      writeFileSync(inFolder('windows.dll'), makePe({ bits: 32 }))
      const { host, ...rest } = optionsOf(way, build)
      const named = host?.kind === undefined ? {} : { host }
      assert.deepEqual(await outcome({ ...rest, ...named, library: inFolder('windows.dll') }), [
        'LIBRARY_WRONG_PLATFORM',
        'not-sent',
      ])
    })

    if (other !== undefined) {
      it('is of another bitness', async () => {
        assert.deepEqual(await load(other.library), ['LIBRARY_WRONG_BITNESS', 'not-sent'])
      })
    }
  })
}

describe('a library of 32 bits', () => {
  it('works from a program of 64 bits, through a host of its own bitness', {
    skip: other === undefined ? 'no 32-bit compiler' : !runs32() && NO_32_BITS,
  }, async () => {
    assert.ok(other !== undefined)
    const environment = { NATIONEC_STANDIN_MODE: 'mirror' }
    assert.equal(await outcome({ library: other.library, host: { path: other.host, environment } }), 'hello')
    // Host and library lie in one folder, as the command line puts them: the host is found by itself.
    assert.equal(await outcome({ library: other.library, host: { environment } }), 'hello')
  })
})

describe('a library that breaks while it is loaded', () => {
  for (const way of hostedWays) {
    const load = (mode: string, startLimit?: number) => {
      const { host } = optionsOf(way, build)
      const environment = { NATIONEC_STANDIN_MODE: mode }
      return outcome({ library: build.library, host: { ...host, environment, startLimit } })
    }

    it(`crashes (${way})`, async () => assert.deepEqual(await load('crash-load'), ['HOST_CRASHED', 'not-sent']))
    it(`ends the process (${way})`, async () => assert.deepEqual(await load('exit-load'), ['HOST_CRASHED', 'not-sent']))
    it(`hangs (${way})`, async () => assert.deepEqual(await load('hang-load', 250), ['HOST_TIMEOUT', 'not-sent']))
  }
})

describe('a host', () => {
  const { library } = build

  it('that is not there, or cannot run', async () => {
    assert.deepEqual(await outcome({ library, host: { path: inFolder('no-host') } }), ['HOST_START_FAILED', 'not-sent'])
    writeFileSync(inFolder('not-executable'), 'x')
    assert.deepEqual(await outcome({ library, host: { path: inFolder('not-executable') } }), [
      'HOST_START_FAILED',
      'not-sent',
    ])
  })

  it('that is given wrong words', async () => {
    const host = { path: build.host, args: ['--wrong'] }
    assert.deepEqual(await outcome({ library, host }), ['HOST_START_FAILED', 'not-sent'])
  })

  it('is this runtime with koffi where no native one is found, and only for a library that fits it', async () => {
    copyFileSync(library, inFolder('alone.so'))
    const environment = { NATIONEC_STANDIN_MODE: 'mirror' }
    assert.equal(await outcome({ library: inFolder('alone.so'), host: { environment } }), 'hello')
    const native = { library: inFolder('alone.so'), host: { kind: 'native', environment } } as const
    assert.deepEqual(await outcome(native), ['HOST_NOT_FOUND', 'not-sent'])
    if (other === undefined) return
    copyFileSync(other.library, inFolder('other.so'))
    assert.deepEqual(await outcome({ library: inFolder('other.so') }), ['HOST_NOT_FOUND', 'not-sent'])
  })

  it('may see the library under another path', async () => {
    const host = { path: build.host, libraryAs: library, environment: { NATIONEC_STANDIN_MODE: 'mirror' } }
    assert.equal(await outcome({ library: 'Z:\\nowhere\\NationECCode.dll', host }), 'hello')
  })
})

describe('wrong options', () => {
  it('are named', () => {
    for (const wrong of [
      { library: '' },
      { library: 5 },
      { isolation: 'thread' },
      { host: { kind: 'python' } },
      { host: { args: 'x' } },
      { host: { startLimit: 0 } },
      { encoding: { out: 'detect' } },
      { encoding: { in: 'big5' } },
      { recycle: { calls: 0 } },
      { onNotice: 'x' },
      undefined,
    ]) {
      const options = wrong === undefined ? wrong : { library: 'x', ...wrong }
      assert.throws(
        () => dllTransport(options as unknown as DllTransportOptions),
        (error) => isTransportError(error, 'OPTION_INVALID'),
      )
    }
  })
})

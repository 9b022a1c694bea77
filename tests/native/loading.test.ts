// @runtimes node
// @needs cc
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describe, it } from 'node:test'
import { buildTarget, ownTarget, unableToRun } from '../../native/build.mjs'
import { temporaryFolder } from '../temporary-folder.ts'
import { checkOf, KIND } from './frames.ts'
import { HostProcess, startHost } from './host-process.ts'
import { faultOf, type Hello, helloOf } from './payloads.ts'

const folder = temporaryFolder()
const linux = process.platform === 'linux'
const no32 = ownTarget === 'linux-x64' ? unableToRun('linux-ia32') : 'only from linux-x64'

/** Builds a library from a line of C, beside the others. */
function compileLibrary(name: string, source: string, flags: readonly string[] = []): string {
  const output = join(folder, name)
  const { status, stderr } = spawnSync('cc', ['-shared', '-fPIC', '-x', 'c', '-', '-o', output, ...flags], {
    input: source,
    encoding: 'utf8',
  })
  assert.equal(status, 0, stderr)
  return output
}

/** What a host says of a library that it cannot load; it then ends with 69. */
async function refusal(library: string, args: readonly string[] = []): Promise<Hello> {
  await using host = new HostProcess({ library, args })
  const hello = await host.hello()
  assert.equal(hello.loaded, false)
  assert.deepEqual(await host.ending, { code: 69, signal: null })
  return hello
}

describe('hello', () => {
  it('tells what was loaded, by whom and how', async () => {
    await using host = new HostProcess({ mode: 'echo' })
    const hello = await host.hello()
    const { loadMilliseconds, ...rest } = hello
    assert.ok(Number.isSafeInteger(loadMilliseconds))
    const [platform, machine] = [linux ? 'linux' : 'macos', process.arch === 'ia32' ? 'x86' : process.arch]
    assert.deepEqual(rest, {
      ...{ protocol: 1, version: '1.0.0', pid: host.child.pid, platform, machine, bits: 64 },
      ...{ library: buildTarget(ownTarget).library, urlBytes: 4095, inBytes: 921600, outBytes: 921600 },
      ...{ loaded: true, export: 'NationEcTrans', image: { format: linux ? 'elf' : 'macho', bits: 64, machine } },
    })
    assert.deepEqual(await host.close(), { code: 0, signal: null })
  })

  it('checks its headers with FNV-1a, as the page says', () => {
    const header = Buffer.from('4e454331 00000000 01000000 66000000'.replaceAll(' ', ''), 'hex')
    assert.equal(checkOf(header), 0xeff18b73)
  })

  it('finds the library and its settings in a folder with a Chinese name, also by a relative path', async () => {
    const chinese = join(folder, '医保 接口𠮷')
    mkdirSync(chinese)
    copyFileSync(buildTarget(ownTarget).library, join(chinese, 'NationECCode.so'))
    writeFileSync(join(chinese, 'NationECCode.ini'), '\uFEFF; 测试\r\n[standin]\r\n mode = mirror \r\n')
    for (const library of [join(chinese, 'NationECCode.so'), relative('.', join(chinese, 'NationECCode.so'))]) {
      await using host = new HostProcess({ library })
      assert.equal(resolve((await host.hello()).library), join(chinese, 'NationECCode.so'))
      assert.equal((await host.call('姓名')).out.toString(), '姓名')
    }
  })

  it('works in the folder of the library, unless told to stay', async () => {
    const source =
      '#include <unistd.h>\nchar *NationEcTrans(char *u, char *i, char *o) { (void)u; (void)i; getcwd(o, 4096); return "0000"; }'
    const library = compileLibrary('folder.so', source)
    await using inside = await startHost({ library })
    assert.equal((await inside.call('')).out.toString(), folder)
    await using outside = await startHost({ library, args: ['--no-chdir'] })
    assert.equal((await outside.call('')).out.toString(), process.cwd())
  })

  it('takes the name of the export, where it is another', async () => {
    const library = compileLibrary(
      'other.so',
      'char *NationEcTransEx(char *u, char *i, char *o) { (void)u; (void)i; o[0] = 0; return "0000"; }',
    )
    assert.equal((await refusal(library)).error?.kind, 'export-missing')
    await using host = new HostProcess({ library, args: ['--function', 'NationEcTransEx'] })
    assert.equal((await host.hello()).export, 'NationEcTransEx')
    assert.deepEqual((await host.call('')).flags, ['OUT_EMPTY'])
  })

  it('calls a 32-bit library from a 64-bit parent', { skip: no32 }, async () => {
    await using host = new HostProcess({ target: 'linux-ia32', mode: 'mirror' })
    const hello = await host.hello()
    assert.deepEqual([hello.bits, hello.machine, hello.loaded], [32, 'x86', true])
    const input = `{"姓名":"${'医'.repeat(300_000)}"}`
    assert.equal((await host.call(input)).out.toString(), input)
  })
})

describe('a library that cannot be loaded', () => {
  it('is missing', async () => {
    const { error, library } = await refusal(join(folder, '没有.so'))
    assert.deepEqual([error?.kind, library], ['file-missing', join(folder, '没有.so')])
    assert.equal((await refusal(join(folder, 'no', 'such', 'folder.so'))).error?.kind, 'file-missing')
  })

  it('is a folder', async () => assert.equal((await refusal(folder)).error?.kind, 'not-readable'))

  it('is no library', async () => {
    for (const [name, content] of [
      ['empty.so', ''],
      ['text.so', 'this is a text file, quite long enough to hold a header'],
      ['cut.dll', 'MZ'],
      ['class.so', Buffer.from('cafebabe00000034', 'hex')],
    ] as const) {
      writeFileSync(join(folder, name), content)
      assert.equal((await refusal(join(folder, name))).error?.kind, 'not-a-library', name)
    }
  })

  it('is cut short, which some loaders do not survive', async () => {
    const whole = readFileSync(buildTarget(ownTarget).library)
    writeFileSync(join(folder, 'short.so'), whole.subarray(0, 3000))
    await using host = new HostProcess({ library: join(folder, 'short.so') })
    const first = await host.frame()
    if (first.kind === KIND.FAULT) assert.equal(faultOf(first).phase, 'loading')
    else assert.equal(helloOf(first).loaded, false)
  })

  it('is of another width, processor or system, by its header', async () => {
    const elf = (wide: number, machine: number): Buffer => {
      const head = Buffer.alloc(64)
      head.set([0x7f, 0x45, 0x4c, 0x46, wide, 1, 1])
      head.writeUInt16LE(3, 16)
      head.writeUInt16LE(machine, 18)
      return head
    }
    const pe = (machine: number, magic: number): Buffer => {
      const head = Buffer.alloc(256)
      head.write('MZ')
      head.writeUInt32LE(0x80, 0x3c)
      head.write('PE\0\0', 0x80)
      head.writeUInt16LE(machine, 0x84)
      head.writeUInt16LE(magic, 0x98)
      return head
    }
    const cases = [
      ['elf32.so', elf(1, 3), linux ? 'wrong-bitness' : 'wrong-platform', { format: 'elf', bits: 32, machine: 'x86' }],
      [
        'riscv.so',
        elf(2, 243),
        linux ? 'wrong-machine' : 'wrong-platform',
        { format: 'elf', bits: 64, machine: 'other' },
      ],
      ['x86.dll', pe(0x14c, 0x10b), 'wrong-platform', { format: 'pe', bits: 32, machine: 'x86' }],
      ['x64.dll', pe(0x8664, 0x20b), 'wrong-platform', { format: 'pe', bits: 64, machine: 'x64' }],
    ] as const
    for (const [name, head, kind, image] of cases) {
      writeFileSync(join(folder, name), head)
      const hello = await refusal(join(folder, name))
      assert.deepEqual([hello.error?.kind, hello.image], [kind, image])
    }
  })

  it('is a real library of the other width', { skip: no32 }, async () => {
    assert.equal((await refusal(buildTarget('linux-ia32').library)).error?.kind, 'wrong-bitness')
    await using host = new HostProcess({ target: 'linux-ia32', library: buildTarget('linux-x64').library })
    assert.equal((await host.hello()).error?.kind, 'wrong-bitness')
  })

  it('needs a library that is not there, or that lacks a function', {
    skip: linux ? false : 'Linux only',
  }, async () => {
    const trans = 'char *NationEcTrans(char *u, char *i, char *o) { (void)u; (void)i; (void)o; return need(); }'
    compileLibrary('libneeded.so', 'char *need(void) { return "0000"; }', ['-Wl,-soname,libneeded.so'])
    const library = compileLibrary('needy.so', `char *need(void); ${trans}`, [
      ...[`-L${folder}`, '-lneeded', '-Wl,-rpath,$ORIGIN/parts'],
    ])
    const missing = await refusal(library)
    assert.equal(missing.error?.kind, 'dependency-missing')
    assert.match(missing.error?.text ?? '', /libneeded\.so/)
    mkdirSync(join(folder, 'parts'))
    copyFileSync(
      compileLibrary('emptied.so', 'int nothing;', ['-Wl,-soname,libneeded.so']),
      join(folder, 'parts', 'libneeded.so'),
    )
    assert.equal((await refusal(library)).error?.kind, 'dependency-mismatch')
  })

  it('crashes, or leaves, while it starts', async () => {
    await using crashing = new HostProcess({ mode: 'crash-load' })
    const crash = faultOf(await crashing.frame())
    assert.deepEqual([crash.cause, crash.phase, crash.place], ['exception', 'loading', 'null'])
    await using leaving = new HostProcess({ mode: 'exit-load' })
    const exit = faultOf(await leaving.frame())
    assert.deepEqual([exit.cause, exit.phase], ['exit', 'loading'])
    assert.equal((await leaving.ending).code, 77)
  })
})

describe('options', () => {
  const run = (...args: string[]) => spawnSync(buildTarget(ownTarget).host, args, { encoding: 'utf8', input: '' })

  it('says its version', () => assert.equal(run('--version').stdout, 'nationec-host 1.0.0\n'))

  it('refuses what it does not know', () => {
    for (const args of [
      ...[[], ['--library'], ['--library', ''], ['--nonsense'], ['--library', 'x', '--stack-mb', '0']],
      ...[['--library', 'x', '--stack-mb', '8x'], ['--library', 'x', '--out-bytes', '-1'], ['x.so']],
    ]) {
      const { status, stdout, stderr } = run(...args)
      assert.deepEqual([status, stdout], [64, ''], args.join(' '))
      assert.match(stderr, /^nationec-host: /)
    }
  })
})

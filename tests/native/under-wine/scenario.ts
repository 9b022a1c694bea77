/** The host and the stand-in DLL of one bitness under wine, driven from Linux: `native/windows/run-under-wine.sh`. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildTarget } from '../../../native/build.mjs'
import { KIND } from '../frames.ts'
import { faultOf, type Hello, refusalOf } from '../payloads.ts'
import { bodyOf, httpServer } from '../simulator-server.ts'
import { bits, built, compileDll, folder, loadedWineHost, SYMBOL, windowsPath, wineHost } from './wine.ts'

const ACCESS_VIOLATION = 0xc0000005
const INPUT = '{"姓名":"张三𠮷"}'
const machine = bits === 32 ? 'x86' : 'x64'
const TRANS = 'char *__stdcall NationEcTrans(char *u, char *i, char *o)'

/** Linux' numbers of the `ping`s under wine. */
const pings = (): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && commandOf(pid).includes('ping -n 60'))

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ')
  } catch {
    // It has ended meanwhile.
    return ''
  }
}

describe('loading', () => {
  it('says hello', async () => {
    await using host = wineHost({ mode: 'echo' })
    const { loadMilliseconds, pid, ...rest } = await host.hello()
    assert.ok(Number.isSafeInteger(loadMilliseconds) && pid > 0)
    assert.deepEqual(rest, {
      ...{ protocol: 1, version: '1.0.0', platform: 'windows', machine, bits, loaded: true },
      ...{ library: windowsPath(built.library), urlBytes: 4095, inBytes: 921600, outBytes: 921600 },
      ...{ export: 'NationEcTrans', image: { format: 'pe', bits, machine } },
    })
    assert.equal((await host.close()).code, 0)
  })

  it('finds the library, its ini and its dependencies in a folder with a Chinese name', async () => {
    const chinese = join(folder, '医保 接口')
    mkdirSync(chinese)
    copyFileSync(built.library, join(chinese, 'NationECCode.dll'))
    writeFileSync(join(chinese, 'NationECCode.ini'), 'mode=mirror\r\n')
    await using host = wineHost({ library: join(chinese, 'NationECCode.dll') })
    assert.equal((await host.hello()).library, windowsPath(join(chinese, 'NationECCode.dll')))
    assert.equal((await host.call(INPUT)).out.toString(), INPUT)

    // A setting that is too long for it counts as none.
    await using long = await loadedWineHost({ library: join(chinese, 'NationECCode.dll'), mode: 'x'.repeat(600) })
    assert.equal((await long.call(INPUT)).out.toString(), INPUT)

    const needed = compileDll('医保 接口/needed.dll', 'char *need(void) { return "0000"; }', 'need')
    const library = compileDll('医保 接口/needy.dll', `char *need(void); ${TRANS} { *o = 0; return need(); }`, SYMBOL, [
      needed,
    ])
    await using needy = await loadedWineHost({ library })
    assert.equal((await needy.call(INPUT)).returned.toString(), '0000')
  })

  it('finds every name of the export', async () => {
    for (const name of ['NationEcTrans', '_NationEcTrans@12', 'NationEcTrans@12']) {
      const file = `${name.replaceAll(/\W/g, '-')}.dll`
      const library = compileDll(file, `${TRANS} { *o = 0; return "0000"; }`, `"${name}"="${SYMBOL}"`)
      await using host = wineHost({ library })
      assert.equal((await host.hello()).export, name)
      assert.deepEqual((await host.call(INPUT)).flags, ['OUT_EMPTY'])
    }
  })

  it('survives a library with the other calling convention', async () => {
    const source = 'char *NationEcTrans(char *u, char *i, char *o) { o[0] = i[0]; o[1] = 0; return "0000"; }'
    await using host = await loadedWineHost({ library: compileDll('cdecl.dll', source, 'NationEcTrans') })
    for (let call = 0; call < 100; call += 1) assert.equal((await host.call('x')).out.toString(), 'x')
  })

  it('tells why a library cannot be loaded', async () => {
    const refusal = async (library: string): Promise<Hello['error']> => {
      await using host = wineHost({ library })
      const { error } = await host.hello()
      assert.equal((await host.ending).code, 69)
      return error
    }
    const kindOf = async (library: string): Promise<unknown[]> => {
      const error = await refusal(library)
      return [error?.kind, error?.code]
    }
    const other = compileDll('other.dll', 'void other(void) {}', 'other')
    const gone = compileDll('gone.dll', 'char *need(void) { return "0000"; }', 'need')
    const needy = compileDll('lonely/needy.dll', `char *need(void); ${TRANS} { return need(); }`, SYMBOL, [gone])
    const lacking = compileDll('lacking/needy.dll', `char *need(void); ${TRANS} { return need(); }`, SYMBOL, [gone])
    compileDll('lacking/gone.dll', 'int nothing(void) { return 0; }', 'nothing')
    const refusing = compileDll(
      'refusing.dll',
      `int __stdcall DllMain(void *a, unsigned b, void *c) { return 0; } ${TRANS} { return o; }`,
      SYMBOL,
    )
    writeFileSync(join(folder, 'text.dll'), 'not a library at all, but long enough for a header of one')
    writeFileSync(join(folder, 'cut.dll'), 'MZ')
    assert.deepEqual(await kindOf(join(folder, '没有.dll')), ['file-missing', 2])
    assert.deepEqual(await kindOf(join(folder, 'no/folder.dll')), ['file-missing', 3])
    assert.deepEqual(await kindOf(folder), ['not-readable', 5])
    assert.deepEqual(await kindOf(buildTarget('linux-x64').library), ['wrong-platform', 193])
    assert.deepEqual(await kindOf(join(folder, 'text.dll')), ['not-a-library', 193])
    assert.deepEqual(await kindOf(join(folder, 'cut.dll')), ['not-a-library', 193])
    assert.deepEqual(await kindOf(other), ['export-missing', 127])
    assert.deepEqual(await kindOf(needy), ['dependency-missing', 126])
    assert.equal((await refusal(refusing))?.kind, 'start-failed')
    // wine loads it all the same and fails at the call, where Windows refuses to load it (127).
    await using host = wineHost({ library: lacking })
    const { loaded, error } = await host.hello()
    if (loaded) assert.equal((await host.answer(INPUT)).kind, KIND.FAULT)
    else assert.equal(error?.kind, 'dependency-mismatch')
  })
})

describe('calls', () => {
  it('carries text both ways, up to 900K', async () => {
    await using host = await loadedWineHost({ mode: 'mirror' })
    assert.equal((await host.call(INPUT)).out.toString(), INPUT)
    const largest = Buffer.alloc(921_599, '医保')
    const { out, returned } = await host.call(largest)
    assert.ok(out.equals(largest))
    assert.equal(returned.toString(), '0000')
  })

  it('makes every call on one thread', async () => {
    for (const args of [[], ['--com']]) {
      await using host = await loadedWineHost({ mode: 'echo,thread-affine,stack-1m', args })
      const threads = new Set<number>()
      for (let call = 0; call < 10; call += 1)
        threads.add(JSON.parse((await host.call(INPUT)).out.toString()).data.thread)
      assert.equal(threads.size, 1)
    }
  })

  it('understands every kind of answer', async () => {
    const cases = [
      ['unchanged', ['OUT_UNCHANGED'], '0000'],
      ['empty', ['OUT_EMPTY'], '0000'],
      ['unterminated', ['OUT_UNTERMINATED'], '0000'],
      ['append', ['OUT_APPENDED'], '0000'],
      ['no-nul', [], '0000'],
      ['null-return', ['RETURN_NULL'], ''],
      ['number-return', ['RETURN_UNREADABLE'], ''],
      ['long-return', ['RETURN_TRUNCATED'], 'R'.repeat(65_536)],
      ['return-out', ['RETURN_IS_OUT'], INPUT],
      ['change-in', ['IN_CHANGED'], '0000'],
      ['wrong-return', [], 'E1001 终端未连接'],
    ] as const
    for (const [mode, flags, text] of cases) {
      await using host = await loadedWineHost({ mode: `mirror,${mode}` })
      const { returned, ...result } = await host.call(INPUT)
      assert.deepEqual([result.flags, returned.toString()], [flags, text], mode)
    }
  })

  it('converts to GBK and GB18030', async () => {
    await using host = await loadedWineHost({ mode: 'mirror,gbk@1,gb18030@2,gbk-in@3' })
    assert.equal((await host.call('医保')).out.toString('hex'), 'd2bdb1a3')
    const { returned, out } = await host.call('医保𠮷')
    // Windows has GB18030, wine 8 has not.
    if (returned.toString() === '0000') assert.equal(out.toString('hex'), 'd2bdb1a39534b235')
    else assert.match(returned.toString(), /^S008 /)
    assert.equal((await host.call(Buffer.from('d2bdb1a3', 'hex'))).out.toString(), '医保')
  })

  it('refuses what it cannot pass on', async () => {
    await using host = await loadedWineHost({ mode: 'mirror' })
    host.send('x', 'u'.repeat(5000))
    assert.equal(refusalOf(await host.frame()), 1)
    assert.equal((await host.call('x')).out.toString(), 'x')
  })

  it('forwards to a simulator on Linux', async () => {
    await using server = await httpServer(async (request, response) => {
      response.setHeader('X-NationEC-Return', encodeURIComponent('错误'))
      response.end(await bodyOf(request))
    })
    await using host = await loadedWineHost({ mode: 'http', env: { NATIONEC_SIMULATOR_URL: server.url } })
    const large = Buffer.from(`${'医保'.repeat(150_000)}`)
    const { returned, out } = await host.call(large)
    assert.equal(returned.toString(), '错误')
    assert.ok(out.equals(large))
    await server[Symbol.asyncDispose]()
    assert.match((await host.call('x')).returned.toString(), /^S001 /)
  })
})

describe('a library that breaks its process', () => {
  const breakHost = async (mode: string, args: readonly string[] = []) => {
    await using host = await loadedWineHost({ mode: `echo,${mode}`, args })
    const fault = faultOf(await host.answer(INPUT))
    assert.equal(await host.next(), undefined)
    // Linux sees the low eight bits of a Windows exit code.
    return { ...fault, exit: (await host.ending).code }
  }

  it('by an access violation', async () => {
    const { cause, code, access, place, phase, callingThread, exit } = await breakHost('crash')
    assert.deepEqual(
      [cause, code, access, place, phase, callingThread, exit],
      ['exception', ACCESS_VIOLATION, 1, 'null', 'inside', true, 5],
    )
    const after = await breakHost('crash-after')
    assert.equal(after.code, ACCESS_VIOLATION)
    const thread = await breakHost('crash-thread')
    assert.deepEqual([thread.code, thread.callingThread], [ACCESS_VIOLATION, false])
  })

  it('by writing beside OutData', async () => {
    for (const [mode, place, distance] of [
      ['overrun-1', 'after-out', 0],
      ['overrun-page', 'after-out', 0],
      ['underrun', 'before-out', 1],
    ] as const) {
      const fault = await breakHost(mode)
      assert.deepEqual([fault.code, fault.place, fault.distance], [ACCESS_VIOLATION, place, distance], mode)
    }
  })

  it('by writing behind OutData within a catch-all of its own', async () => {
    // What Delphi's try..except does: a handler that swallows whatever comes.
    const source = `
      #include <windows.h>
      #include <setjmp.h>
      static jmp_buf back;
      static LONG CALLBACK swallow(EXCEPTION_POINTERS *p) { (void)p; longjmp(back, 1); }
      ${TRANS} {
        (void)u; (void)i;
        SetUnhandledExceptionFilter(swallow);
        if (setjmp(back) == 0) for (int at = 0; at <= 921600; at++) o[at] = 'x';
        return "0000";
      }`
    await using host = await loadedWineHost({ library: compileDll('swallowing.dll', source, SYMBOL) })
    assert.equal(faultOf(await host.answer(INPUT)).place, 'after-out')
  })

  it('by a stack overflow, an abort, an exit', async () => {
    const stack = await breakHost('stack-overflow')
    assert.deepEqual([stack.code, stack.place], [0xc00000fd, 'stack-end'])
    const abort = await breakHost('abort')
    assert.deepEqual([abort.cause, abort.code], ['exception', 0x40000015])
    const exit = await breakHost('exit')
    assert.deepEqual([exit.cause, exit.phase, exit.exit], ['exit', 'inside', 77])
    await using silent = await loadedWineHost({ mode: 'exit-now' })
    await silent.begin(INPUT)
    assert.equal(await silent.next(), undefined)
    assert.equal((await silent.ending).code, 78)
  })

  it('while it is being loaded', async () => {
    await using crashing = wineHost({ mode: 'crash-load' })
    const first = await crashing.frame()
    // wine's loader, like Windows', turns it into a DLL that refused to start.
    if (first.kind === KIND.FAULT) assert.equal(faultOf(first).phase, 'loading')
    else assert.equal(first.kind, KIND.HELLO)
    await using leaving = wineHost({ mode: 'exit-load' })
    assert.deepEqual(faultOf(await leaving.frame()).cause, 'exit')
  })

  it('not by looking at a bad address and handling it', async () => {
    await using host = await loadedWineHost({ mode: 'mirror,probe' })
    assert.equal((await host.call(INPUT)).out.toString(), INPUT)
  })

  it('and starts again at once', async () => {
    for (const mode of ['crash', 'overrun-1', 'exit', 'abort', 'crash-thread']) {
      await breakHost(mode)
      await using host = await loadedWineHost({ mode: 'mirror' })
      assert.equal((await host.call(INPUT)).out.toString(), INPUT)
    }
  })
})

describe('its streams and its end', () => {
  it('lets nothing that the library prints into the frames', async () => {
    await using host = await loadedWineHost({ mode: 'mirror,print' })
    for (let call = 0; call < 10; call += 1) assert.equal((await host.call(INPUT)).out.toString(), INPUT)
    await host.close()
    assert.deepEqual([host.skipped, host.stderr], [0, ''])
    await using shown = await loadedWineHost({ mode: 'mirror,print', args: ['--show-prints'] })
    await shown.call(INPUT)
    await shown.close()
    assert.equal(shown.skipped, 0)
    assert.match(shown.stderr, /NationECCode: printing/)
  })

  for (const mode of ['hang', 'spin', 'hang-after']) {
    it(`ends with its input while the library does not (${mode})`, async () => {
      await using host = await loadedWineHost({ mode: `echo,${mode}` })
      await host.begin(INPUT)
      assert.equal((await host.close()).code, 0)
      assert.equal(await host.next(), undefined)
    })
  }

  it('ends with its input while the library hangs in its start-up code', async () => {
    await using host = wineHost({ mode: 'hang-load' })
    await sleep(300)
    assert.equal((await host.close()).code, 0)
  })

  it('lets no program of the library outlive it unless told to, and gives none its pipes', async () => {
    const source = `
      #include <windows.h>
      ${TRANS} {
        (void)u; (void)i;
        STARTUPINFOA start = {sizeof start};
        PROCESS_INFORMATION made;
        char words[] = "ping -n 60 127.0.0.1";
        BOOL right = CreateProcessA(NULL, words, NULL, NULL, TRUE, 0, NULL, NULL, &start, &made);
        *o = right ? '1' : '0'; o[1] = 0;
        return "0000";
      }`
    const library = compileDll('starting.dll', source, SYMBOL)
    for (const args of [[], ['--keep-children']]) {
      await using host = await loadedWineHost({ library, args })
      assert.equal((await host.call(INPUT)).out.toString(), '1')
      while (pings().length === 0) await sleep(20)
      // Not the end of standard error, which wine gives to every program on.
      const ended = once(host.child, 'exit')
      host.child.stdin.end()
      assert.deepEqual(await ended, [0, null])
      assert.equal(await host.next(), undefined)
      if (args.length === 0) while (pings().length > 0) await sleep(20)
      assert.equal(pings().length, args.length)
      for (const pid of pings()) process.kill(pid, 'SIGKILL')
    }
  })

  it('ends by a kill', async () => {
    await using host = await loadedWineHost({ mode: 'hang' })
    await host.begin(INPUT)
    assert.equal((await host.kill()).signal, 'SIGKILL')
  })

  it('refuses wrong options', async () => {
    await using host = wineHost({ args: ['--nonsense'] })
    assert.equal((await host.ending).code, 64)
    assert.match(host.stderr, /wrong option or value: --nonsense/)
  })
})

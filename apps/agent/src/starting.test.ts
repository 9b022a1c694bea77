// @everyday none
import assert from 'node:assert/strict'
import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { describe, it } from 'node:test'
import { ORG_ID } from './fixtures/desk.ts'
import { inFolder, onDeno, run, start } from './fixtures/program.ts'
import { makeKeyFolders } from './fixtures/serial-keys.ts'

const SIMULATED = ['--transport', 'simulator', '--port', '0']
const isRoot = process.getuid?.() === 0

/** Starts nothing: the code in the text, exit code 5, and no address. */
async function refuses(code: string, ...args: string[]): Promise<string> {
  const ended = await run(args)
  assert.deepEqual([ended.code, ended.stdout], [5, ''], ended.stderr)
  assert.ok(ended.stderr.includes(`[${code}]`), ended.stderr)
  assert.ok(!ended.stderr.includes('    at '), 'a person reads this, not a stack')
  return ended.stderr
}

describe('what is missing is told at the start, by its code', () => {
  it('a library that is not there, is none, or is of another system', () =>
    inFolder(async (folder) => {
      const dll = ['--transport', 'dll', '--org-id', ORG_ID, '--port', '0', '--data', folder, '--library']
      await refuses('LIBRARY_NOT_FOUND', ...dll, join(folder, 'none.so'))
      await refuses('LIBRARY_NOT_READABLE', ...dll, folder)
      await refuses('LIBRARY_NOT_A_LIBRARY', ...dll, process.argv[1] ?? '')
    }))

  it('a log that cannot be written: a folder, below a file, in the folder of the processes', () =>
    inFolder(async (folder) => {
      await refuses('AGENT_LOG_UNWRITABLE', ...SIMULATED, '--log-file', folder)
      await refuses('AGENT_LOG_UNWRITABLE', ...SIMULATED, '--log-file', join(process.execPath, 'agent.log'))
      if (process.platform === 'linux') {
        await refuses('AGENT_LOG_UNWRITABLE', ...SIMULATED, '--log-file', '/proc/none/agent.log')
      }
    }))

  it('a folder of the ledger that cannot be written', () =>
    inFolder(async (folder) => {
      await refuses('LEDGER_UNREACHABLE', ...SIMULATED, '--data', join(process.execPath, 'data'))
      if (isRoot || process.platform === 'win32') return
      await mkdir(join(folder, 'locked'))
      await chmod(join(folder, 'locked'), 0o500)
      await refuses('LEDGER_UNREACHABLE', ...SIMULATED, '--data', join(folder, 'locked'))
    }))

  it('a key of the serial link', () =>
    inFolder(async (folder) => {
      const serial = ['--transport', 'serial', '--org-id', ORG_ID, '--serial-port', '/dev/nothing', '--port', '0']
      const text = await refuses('SETTING_INVALID', ...serial, '--serial-keys', join(folder, 'none'), '--data', folder)
      assert.match(text, /link\.private\.pem: is missing/)
    }))

  it(
    'a port that is not there is told and does not end the start: it may be plugged in, and the ledger stays in reach',
    { skip: process.platform === 'win32' && 'a port of Windows is no file' },
    () =>
      inFolder(async (folder) => {
        const { till } = makeKeyFolders(folder)
        const serial = ['--transport', 'serial', '--org-id', ORG_ID, '--serial-port', join(folder, 'ttyNone')]
        await using running = await start(...serial, '--serial-keys', till, '--data', folder)
        assert.match(running.stderr(), /\[PORT_MISSING\]/)
        const { status, json } = await running.call('GET', '/readyz')
        assert.equal(status, 200)
        const device = json.checks.find(({ id }: { id: string }) => id === 'device')
        assert.deepEqual([device.ok, device.code], [false, 'PORT_MISSING'])
        assert.ok(device.fix.en.length > 0 && device.fix.zh.length > 0)
      }),
  )
})

describe('a window that is closed', () => {
  it('finishes like a signal to stop', {
    skip: process.platform === 'win32' && 'signals are other ones there',
  }, async () => {
    await using running = await start(...SIMULATED)
    running.child.kill('SIGHUP')
    const [code, signal] = await running.ended
    if (!onDeno) assert.deepEqual([code, signal], [0, null])
    assert.match(running.stderr(), /正在停止/)
  })
})

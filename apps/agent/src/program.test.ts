// @everyday none
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { inFolder, onDeno, run, start } from './fixtures/program.ts'

const SIMULATED = ['--transport', 'simulator']

describe('the agent as a program', () => {
  it('never simulates because a setting was forgotten', async () => {
    const { code, stdout, stderr } = await run(['--port', '0'])
    assert.deepEqual([code, stdout], [5, ''])
    assert.match(stderr, /SETTING_INVALID.*--transport: must be given: dll, serial or http/)
  })

  it('prints its address alone on stdout, and ends with 0 when it is told to', async () => {
    const running = await start(...SIMULATED)
    assert.equal((await running.call('GET', '/livez')).status, 200)
    running.child.kill('SIGTERM')
    const [code] = await running.ended
    // Deno as the parent tells no code of a child that it sent a signal to.
    if (!onDeno) assert.equal(code, 0)
    assert.match(running.stderr(), /正在停止/)
  })

  it('names every wrong setting: where, which rule, what to do', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'agent.json')
      await writeFile(
        file,
        JSON.stringify({ port: 'x', origins: ['his.example'], nothing: 1, logFile: 'l', 王小明: 1 }),
      )
      const { code, stdout, stderr } = await run(['--config', file, '--transport', 'smoke'], {
        NATIONEC_SEED: 'seven',
      })
      assert.equal(code, 5)
      assert.equal(stdout, '')
      for (const part of [
        'SETTING_INVALID',
        'port (--config)',
        'origins (--config)',
        'nothing (--config)',
        '--transport: must be one of',
        'NATIONEC_SEED',
        '须为',
      ]) {
        assert.ok(stderr.includes(part), `${part}\n${stderr}`)
      }
      assert.ok(!stderr.includes('王小明'))
    })
    assert.match((await run(['--transport', 'dll'])).stderr, /--org-id: must be given.*--library: must be given/)
    assert.match((await run(['--nonsense'])).stderr, /--nonsense/)
    assert.equal((await run(['--config', 'no-such-file'])).code, 5)
    assert.match((await run(['--host', '0.0.0.0', ...SIMULATED])).stderr, /allowRemote/)
  })

  it('takes flags before the environment, that before the file, and shows it', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'agent.json')
      await writeFile(file, JSON.stringify({ port: 1, seed: 1, logLevel: 'error' }))
      const environment = { NATIONEC_CONFIG: file, NATIONEC_SEED: '2', NATIONEC_PORT: '2' }
      const { code, stdout } = await run(['--port', '3', '--explain', ...SIMULATED], environment)
      assert.equal(code, 0)
      for (const line of [
        'port = 3 (flag)',
        'seed = 2 (environment)',
        'logLevel = error (file)',
        'host = 127.0.0.1 (default)',
      ]) {
        assert.ok(stdout.includes(line), stdout)
      }
    })
    assert.match((await run(['--help'])).stdout, /--stop-within/)
    assert.match((await run(['--version'])).stdout, /^\d+\.\d+\.\d+/)
  })

  it('refuses a port that is taken', async () => {
    const running = await start(...SIMULATED)
    const { code, stderr } = await run(['--port', new URL(running.base).port, ...SIMULATED])
    assert.equal(code, 5)
    assert.match(stderr, /AGENT_PORT_BUSY/)
    running.child.kill('SIGKILL')
    await running.ended
  })
})

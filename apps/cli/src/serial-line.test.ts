// @needs cc
// @everyday none
import assert from 'node:assert/strict'
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, it } from 'node:test'
import { ptyLine } from '../../../packages/transport-serial/src/fixtures/pty/pty-line.ts'
import { documentOf } from './fixtures/published-schema.ts'
import { nationec, run, serving } from './fixtures/run-nationec.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'
import { OPERATOR } from './fixtures/till.ts'

const stdin = JSON.stringify(OPERATOR)

/** The keys of both sides, each with the public half of the other. */
async function exchangeKeys(folder: string): Promise<{ till: string; terminal: string }> {
  const [till, terminal] = [join(folder, 'till'), join(folder, 'terminal')]
  for (const side of [till, terminal]) assert.equal((await nationec('keys', '--folder', side)).code, 0)
  for (const file of ['link.public.pem', 'signing.public.pem']) {
    cpSync(join(terminal, file), join(till, 'peer', file))
    cpSync(join(till, file), join(terminal, 'peer', file))
  }
  return { till, terminal }
}

describe('the serial line on the command line', {
  skip: process.platform === 'win32' && 'Windows has no pseudo-terminals that are serial ports',
}, () => {
  it('carries a request to a simulator behind a port, through the secure channel', async () => {
    await using line = await ptyLine()
    using folder = temporaryFolder()
    const { till, terminal } = await exchangeKeys(folder.path)
    await using simulator = await serving('simulate', '--serial-port', line.a, '--serial-keys', terminal)
    assert.equal(simulator.url, line.a)
    const settings = [
      '--transport',
      'serial',
      '--serial-port',
      line.b,
      '--serial-keys',
      till,
      '--org-id',
      'H33010200001',
    ]
    const { code, stdout, stderr } = await run(['credential', ...settings, '--json', '--deadline', '20000'], { stdin })
    assert.equal(code, 0, stdout + stderr)
    assert.equal(documentOf('answer', stdout).body.userName, '测试甲')
    assert.ok(existsSync(join(till, 'requests.journal')), 'written down before it left')
  })

  it('says why a channel was lost, for the writer of the other side', async () => {
    await using line = await ptyLine()
    using folder = temporaryFolder()
    using other = temporaryFolder()
    const { terminal } = await exchangeKeys(folder.path)
    const { till } = await exchangeKeys(other.path)
    await using simulator = await serving('simulate', '--serial-port', line.a, '--serial-keys', terminal)
    const serial = ['--transport', 'serial', '--serial-port', line.b, '--serial-keys', till, '--org-id', 'H33010200001']
    assert.equal((await run(['credential', ...serial, '--deadline', '20000'], { stdin })).code, 4)
    assert.match((await simulator.end()).stderr, /channel-lost PEER_KEY_UNKNOWN/)
  })

  it('asks for port and keys, and ends with 4 where nobody answers', async () => {
    await using line = await ptyLine()
    using folder = temporaryFolder()
    const { till } = await exchangeKeys(folder.path)
    const serial = ['credential', '--transport', 'serial', '--org-id', 'H33010200001']
    assert.equal((await run(serial, { stdin })).code, 5)
    assert.equal((await run([...serial, '--serial-port', line.a], { stdin })).code, 5)
    const nowhere = await nationec('simulate', '--serial-port', folder.in('none'), '--serial-keys', till, '--json')
    assert.deepEqual([nowhere.code, documentOf('failure', nowhere.stdout).error.code], [4, 'PORT_MISSING'])
    const missing = await run([...serial, '--serial-port', folder.in('none'), '--serial-keys', till], { stdin })
    assert.equal(missing.code, 4)
    assert.match(missing.stderr, /PORT_MISSING/)
    const silent = await run([...serial, '--serial-port', line.a, '--serial-keys', till, '--deadline', '1500'], {
      stdin,
    })
    assert.equal(silent.code, 4, silent.stderr)
    assert.match(silent.stderr, /delivery: not-sent/)
  })

  it('measures what a line carries, and what memory does', async () => {
    await using line = await ptyLine()
    const real = await nationec(
      'link',
      'bench',
      '--serial-port',
      line.a,
      '--other',
      line.b,
      '--size',
      '16',
      '--serial-baud',
      '921600',
      '--json',
    )
    assert.equal(real.code, 0, real.stderr + real.stdout)
    const { bytes, share } = documentOf('link-bench', real.stdout)
    assert.ok(bytes === 16_384 && share > 0)
    assert.equal(documentOf('link-bench', (await nationec('link', 'bench', '--json')).stdout).line, null)
    assert.equal((await nationec('link', 'bench', '--serial-port', line.a)).code, 2)
  })
})

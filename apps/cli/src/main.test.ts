// @everyday none
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { describe, it } from 'node:test'
import { runAlone, startNationec } from './fixtures/run-nationec.ts'

describe('nationec', () => {
  it('explains itself in both languages', async () => {
    const { code, stdout } = await runAlone(['--help'])
    assert.equal(code, 0)
    assert.match(stdout, /demo/)
    assert.match(stdout, /医保业务综合服务终端/)
  })

  it('explains a command by help, too', async () => {
    const [short, long] = await Promise.all([runAlone(['help', 'sn']), runAlone(['sn', '--help'])])
    assert.deepEqual(short, long)
    assert.equal(short.code, 0)
  })

  it('prints its version', async () => {
    const { code, stdout } = await runAlone(['--version'])
    assert.equal(code, 0)
    assert.match(stdout, /^\d+\.\d+\.\d+/)
  })

  it('ends with 2 for a command line that it does not understand, and says so on stderr', async () => {
    for (const args of [['nothing'], ['demo', '--sed'], ['demo', '--seed', 'x'], ['demo', '--seed', '-1']]) {
      const { code, stdout, stderr } = await runAlone(args)
      assert.equal(code, 2, args.join(' '))
      assert.equal(stdout, '')
      assert.match(stderr, /error/)
    }
  })

  it('plays the demo: progress on stderr, tables on stdout, no colour in a pipe', async () => {
    const { code, stdout, stderr } = await runAlone(['demo'])
    assert.equal(code, 0, stderr)
    assert.match(stdout, /4420\.99 +500\.00 +1394\.71/)
    assert.match(stdout, /Nothing happened twice/)
    assert.match(stderr, /ok {2}fee upload/)
    assert.ok(!stdout.includes('\u001b'))
  })

  it('gives the demo as JSON alone', async () => {
    const { code, stdout, stderr } = await runAlone(['demo', '--json', '--seed', '11'])
    assert.equal(code, 0)
    assert.equal(stderr, '')
    assert.equal(JSON.parse(stdout).main.feeLines, 200)
  })
})

describe('nationec simulate', () => {
  it('refuses settings and faults that do not exist, with the choices', async () => {
    const wrong = [
      ['--set', 'patient=x'],
      ['--set', 'nothing=1'],
      ['--set', 'fundShare=101'],
      ['--faults', 'explode'],
    ]
    for (const args of wrong) {
      const { code, stderr } = await runAlone(['simulate', '--port', '0', ...args])
      assert.equal(code, 2, args.join(' '))
      assert.match(stderr, /SIMULATOR_OPTION_INVALID/)
    }
  })

  it('prints its address alone on stdout, answers, and ends when it is told to', async () => {
    const child = startNationec('simulate', '--port', '0')
    const ended = once(child, 'exit')
    const [line] = await once(child.stdout, 'data')
    const url = String(line).trim()
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+\/$/)
    const answer = await (await fetch(url, { method: 'POST', body: '{}' })).text()
    assert.notEqual(JSON.parse(answer).code, 0)
    child.kill('SIGTERM')
    const [code] = await ended
    // Deno as the parent tells no code of a child that it sent a signal to, even if the child ended by itself.
    if (!('Deno' in globalThis)) assert.equal(code, 0)
  })
})

// @everyday none
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import process from 'node:process'
import { describe, it } from 'node:test'
import { CASHIER, peopledAgent } from '../../fixtures/peopled-agent.ts'
import { documentOf } from '../../fixtures/published-schema.ts'
import { run } from '../../fixtures/run-nationec.ts'

describe('nationec agent sign-on', () => {
  it('lets the commands of its token move money, until the operator signs off', async () => {
    await using agent = await peopledAgent()
    const revoke = async () => {
      const body = { payOrdId: 'P1', payToken: 'T', idNo: '999999199001010010', idType: '01', userName: '测试甲' }
      const { stdout } = await agent.through(['revoke'], { stdin: JSON.stringify(body) })
      return documentOf('failure', stdout).error
    }
    const before = await revoke()
    assert.equal(before.code, 'SIGN_ON_NEEDED')
    assert.match(JSON.stringify(before), /nationec agent sign-on/)
    const signed = await agent.signOn()
    assert.equal(signed.code, 0, signed.stderr)
    assert.equal(signed.stdout.trim(), '1001 陈收费 cashier')
    assert.equal((await revoke()).code, 'BUSINESS_REFUSED', 'it came to the terminal')
    assert.equal((await run(['agent', 'sign-off', ...agent.at])).code, 0)
    assert.equal((await revoke()).code, 'SIGN_ON_NEEDED')
  })

  it('tells a wrong PIN by its code, takes none on the command line, and needs one', async () => {
    await using agent = await peopledAgent()
    const words = ['agent', 'sign-on', '--number', CASHIER.number, ...agent.at]
    const wrong = await run([...words, '--pin-file', '-'], { stdin: '000000\n' })
    assert.match(wrong.stderr, /SIGN_ON_REFUSED/)
    assert.notEqual(wrong.code, 0)
    const open = await run([...words, '--pin', CASHIER.pin])
    assert.equal(open.code, 2)
    assert.doesNotMatch(open.stderr, /100100/)
    assert.match((await run(words)).stderr, /--pin-file/)
  })

  it('asks a person at the terminal, and shows nothing of what is typed', {
    skip:
      (process.platform !== 'linux' || 'Deno' in globalThis || 'Bun' in globalThis) && 'script of util-linux, and Node',
  }, async () => {
    await using agent = await peopledAgent()
    const program = createRequire(import.meta.url)
      .resolve('@nationec/cli/package.json')
      .replace('package.json', 'bin/nationec.mjs')
    const words = [process.execPath, program, 'agent', 'sign-on', '--number', CASHIER.number, ...agent.at]
    const child = spawn('script', ['-qec', words.map((word) => `'${word}'`).join(' '), '/dev/null'])
    const ended = once(child, 'close')
    let shown = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      shown += part
      // A wrong digit that is taken back, and Enter.
      if (shown.includes('PIN 1001:') && child.stdin.writable) child.stdin.end(`${CASHIER.pin.slice(0, 5)}9\u007f0\r`)
    })
    const [code] = await ended
    assert.equal(code, 0, shown)
    assert.match(shown, /1001 陈收费 cashier/)
    assert.doesNotMatch(shown, /10010/)
  })
})

// @everyday none
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { describe, it } from 'node:test'
import { cliErrors } from '../errors/cli-error.ts'
import { nationec, run, runForBytes, startNationec } from '../fixtures/run-nationec.ts'
import { createProgram } from '../program.ts'
import { coloursFor, understandsEscapes } from './colour.ts'
import { encodeGbk } from './gbk.ts'

const gbk = new TextDecoder('gbk')

describe('what the program prints', () => {
  it('is GBK where that is asked for, the same text otherwise', async () => {
    const [utf8, byVariable, byOption, behind] = await Promise.all([
      nationec('codes', '退款'),
      runForBytes(['codes', '退款'], { env: { NATIONEC_CHARSET: 'gbk' } }),
      runForBytes(['--charset', 'gbk', 'codes', '退款']),
      runForBytes(['codes', '退款', '--charset', 'gbk']),
    ])
    assert.match(utf8.stdout, /已退款/)
    for (const { stdout } of [byVariable, byOption, behind]) assert.equal(gbk.decode(stdout), utf8.stdout)
    const help = await runForBytes(['--charset=gbk', 'codes', '--help'])
    assert.match(gbk.decode(help.stdout), /查询全部代码表/)
    const failure = await runForBytes(['codes', '--table', 'x'], { env: { NATIONEC_CHARSET: 'gbk' } })
    assert.ok(!failure.stderr.includes('须为'), 'stderr is GBK as well')
  })

  it('has no character that code page 936 lacks', () => {
    const commands = [createProgram(() => {})]
    for (const command of commands) {
      const help = command.helpInformation()
      assert.equal(gbk.decode(encodeGbk(help)), help)
      commands.push(...command.commands)
    }
    for (const text of Object.values(cliErrors).flatMap(({ summary, advice }) => [
      summary.zh,
      advice.zh,
      summary.en,
      advice.en,
    ])) {
      assert.equal(gbk.decode(encodeGbk(text)), text)
    }
  })

  it('has every command explained in both languages', () => {
    const commands = [...createProgram(() => {}).commands]
    for (const command of commands) {
      assert.match(command.summary(), /[\u4e00-\u9fa5]/, command.name())
      for (const { description, hidden, long } of command.options) {
        if (!hidden && long !== '--trace') assert.match(description, /[\u4e00-\u9fa5]/, `${command.name()} ${long}`)
      }
      commands.push(...command.commands)
    }
  })

  it('may be cut off by its reader', async () => {
    const child = startNationec('codes', '--table', 'medType', '--json')
    child.stdout.destroy()
    let stderr = ''
    child.stderr.on('data', (part) => {
      stderr += part
    })
    const [code] = await once(child, 'close')
    assert.deepEqual([code, stderr], [0, ''])
  })

  it('has no colour and no drawing in a pipe, whatever the environment says', async () => {
    for (const env of [{ FORCE_COLOR: '1' }, { CI: '1' }, { NO_COLOR: '1' }]) {
      const { stdout, stderr } = await run(['demo'], { env })
      const drawn = ['\u001b', '\r'].filter((mark) => (stdout + stderr).includes(mark))
      assert.deepEqual(drawn, [], JSON.stringify(env))
    }
  })
})

describe('colours', () => {
  const terminal = { isTTY: true } as NodeJS.WriteStream

  it('are for terminals, and not with NO_COLOR', () => {
    assert.equal(coloursFor(terminal, { TERM: 'xterm' }).isColorSupported, true)
    assert.equal(coloursFor(terminal, { TERM: 'xterm', NO_COLOR: '1' }).isColorSupported, false)
    assert.equal(coloursFor(terminal, { TERM: 'dumb' }).isColorSupported, false)
    for (const [environment, understood] of [
      [{ TERM: 'xterm' }, true],
      [{ TERM: 'dumb' }, false],
      [{ TERM: 'dumb', FORCE_COLOR: '1' }, false],
    ] as const) {
      assert.equal(understandsEscapes(terminal, environment), understood, JSON.stringify(environment))
    }
    assert.equal(
      coloursFor({ isTTY: false } as NodeJS.WriteStream, { TERM: 'xterm', FORCE_COLOR: '1' }).isColorSupported,
      false,
    )
  })
})

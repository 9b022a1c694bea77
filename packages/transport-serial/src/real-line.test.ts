// @everyday none
// @needs cc
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { Timers } from '@nationec/transport'
import {
  type Handle,
  type LateOutcome,
  memoryJournal,
  openPort,
  reopeningPort,
  type SerialTransportOptions,
  serialTerminal,
  serialTransport,
} from '@nationec/transport-serial'
import { until } from './fixtures/desk-pair.ts'
import { ratedPort } from './fixtures/line/paced-ports.ts'
import { seeded } from './fixtures/line/seeded.ts'
import { type PtyLine, ptyLine } from './fixtures/pty/pty-line.ts'
import { type Program, runProgram } from './fixtures/pty/run-program.ts'
import { inFolder } from './fixtures/temporary-folder.ts'
import { testKeys } from './fixtures/test-keys.ts'

const { institution, terminal: terminalKeys } = testKeys()
const text = '{"transType":"hos.upload.fee","data":"费用"}'

describe('a real line', () => {
  it('carries a request of 900 KB and an answer of 900 KB', async () => {
    await using line = await ptyLine()
    const [request, answer] = [incompressible(1), incompressible(2)]
    let taken = ''
    const terminal = terminalAt(line, (given) => {
      taken = given
      return answer
    })
    await using connection = till(line).connect()
    assert.equal(await connection.exchange({ text: request }), answer)
    assert.equal(taken, request)
    await connection.close()
    await terminal.close()
  })

  it('carries a request that takes longer than a question waits, when it is as slow as a UART', async () => {
    await using line = await ptyLine()
    const timers = hastyTimers(8)
    const rated = (path: string) => ratedPort(openPort({ path }), { baud: 19_200, timers })
    const port = rated(line.b)
    const terminal = serialTerminal({
      port,
      keys: terminalKeys,
      journal: memoryJournal(),
      handle: () => 'done',
      timers,
    })
    await using connection = till(line, { port: rated(line.a), timers }).connect()
    assert.equal(await connection.exchange({ text: incompressible(3).slice(0, 30_000) }), 'done')
    await connection.close()
    await terminal.close()
  })

  it('is found at another rate when the rates are named', async () => {
    await using line = await ptyLine({ sameRate: true })
    const terminal = terminalAt(line, () => 'found')
    const port = openPort({ path: line.a, baudRate: 9_600 })
    await using connection = till(line, { port, bauds: [19_200, 115_200] }).connect()
    assert.equal(await connection.exchange({ text }), 'found')
    await connection.close()
    await terminal.close()
  })

  it('is silent at a wrong rate when none is named, and nothing was sent', async () => {
    await using line = await ptyLine({ sameRate: true })
    let runs = 0
    const terminal = terminalAt(line, () => {
      runs += 1
      return 'never'
    })
    const port = openPort({ path: line.a, baudRate: 9_600 })
    await using connection = till(line, { port, openLimit: 400 }).connect()
    await assert.rejects(connection.exchange({ text }), { code: 'TERMINAL_SILENT', delivery: 'not-sent' })
    assert.equal(runs, 0)
    await terminal.close()
  })
})

describe('a terminal that is killed in the middle of a transaction', () => {
  it('is asked what became of it when it runs again; the effect is there once', () =>
    inFolder(async (folder) => {
      await using line = await ptyLine()
      const centre = join(folder, 'centre')
      const start = (hangs: boolean): Program =>
        runProgram('terminal-program.mjs', [
          JSON.stringify({ path: line.b, journal: join(folder, 'journal'), centre, keys: exportedKeys(), hangs }),
        ])
      const first = start(true)
      await using connection = till(line).connect()
      const exchange = connection.exchange({ text })
      await first.lines(1)
      await first.kill()
      const second = start(false)
      assert.equal(await exchange, `settled ${text}`)
      assert.equal(await connection.exchange({ text: 'another' }), 'done another')
      await connection.close()
      await second.kill()
      assert.deepEqual(readFileSync(centre, 'utf8').split('\n'), [text, 'another', ''])
    }))
})

describe('a cable that is pulled in the middle of a transaction', () => {
  it('ends the connection; the outcome is told once the next one is open, and the effect is there once', async () => {
    await using line = await ptyLine()
    const outcomes: LateOutcome[] = []
    const finish: ((answer: string) => void)[] = []
    const terminal = terminalAt(line, () => new Promise((resolve) => finish.push(resolve)))
    const transport = till(line, { onOutcome: (outcome) => outcomes.push(outcome) })
    await using connection = transport.connect()
    const exchange = connection.exchange({ text })
    await until(() => finish.length === 1)
    const lost = assert.rejects(exchange, { code: 'DISCONNECTED', delivery: 'unknown' })
    await line.unplug()
    await lost
    await line.plug()
    finish[0]?.('paid')
    await using next = transport.connect()
    const other = next.exchange({ text: 'another' })
    await until(() => finish.length === 2)
    finish[1]?.('also')
    assert.equal(await other, 'also')
    await until(() => outcomes.length === 1)
    assert.deepEqual([outcomes[0]?.outcome, outcomes[0]?.request?.text], [{ type: 'answered', text: 'paid' }, text])
    await next.close()
    await terminal.close()
  })

  it('is gone over by ports that come back: the same session goes on, and the effect is there once', async () => {
    await using line = await ptyLine()
    const notices: string[] = []
    let finish = (_answer: string): void => {}
    let runs = 0
    const terminal = serialTerminal({
      port: reopeningPort(openPort({ path: line.b })),
      keys: terminalKeys,
      journal: memoryJournal(),
      handle() {
        runs += 1
        return new Promise<string>((resolve) => {
          finish = resolve
        })
      },
    })
    const port = reopeningPort(openPort({ path: line.a }), { onNotice: ({ type }) => notices.push(type) })
    await using connection = till(line, { port, onNotice: ({ type }) => notices.push(type) }).connect()
    const exchange = connection.exchange({ text })
    await until(() => runs === 1)
    await line.unplug()
    await until(() => notices.includes('port-lost'))
    finish('paid')
    await line.plug()
    assert.equal(await exchange, 'paid')
    assert.deepEqual([runs, notices], [1, ['channel-open', 'port-lost', 'port-back']])
    await connection.close()
    await terminal.close()
  })
})

function till(line: PtyLine, options: Partial<SerialTransportOptions> = {}) {
  return serialTransport({ port: openPort({ path: line.a }), keys: institution, ...options })
}

function terminalAt(line: PtyLine, handle: Handle) {
  return serialTerminal({ port: openPort({ path: line.b }), keys: terminalKeys, journal: memoryJournal(), handle })
}

/** A clock that runs so many times as fast as the wall's. */
function hastyTimers(factor: number): Timers {
  return {
    now: () => performance.now() * factor,
    setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds / factor),
    clearTimeout: (handle) => clearTimeout(handle as Parameters<typeof clearTimeout>[0]),
  }
}

/** 900,000 characters that no compression makes much shorter. */
function incompressible(seed: number): string {
  return Buffer.from(seeded(seed).bytes(675_000)).toString('base64')
}

function exportedKeys() {
  const [pinned] = terminalKeys.institutions
  return {
    link: terminalKeys.link.export('hex'),
    signing: terminalKeys.signing.export('hex'),
    institution: { link: pinned?.link.export('hex'), signing: pinned?.signing.export('hex') },
  }
}

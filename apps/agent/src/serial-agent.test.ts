// @needs cc
// @everyday none
import assert from 'node:assert/strict'
import process from 'node:process'
import { describe, it } from 'node:test'
import { createSimulator, type Simulator } from '@nationec/simulator'
import { memoryJournal, openPort, type SerialTerminal, serialTerminal } from '@nationec/transport-serial'
import { type PtyLine, ptyLine } from '../../../packages/transport-serial/src/fixtures/pty/pty-line.ts'
import { ORG_ID } from './fixtures/desk.ts'
import { billFor, inFolder, onDeno, type Running, start } from './fixtures/program.ts'
import { makeKeyFolders } from './fixtures/serial-keys.ts'
import { namesNobody, resolveOnceBack, terminalCheck, wholeFlow } from './fixtures/whole-flow.ts'

interface Parts {
  readonly running: Running
  readonly simulator: Simulator
  readonly terminal: SerialTerminal
  readonly line: PtyLine
}

/** The agent as a program at one end of a cable, and at the other a terminal with a simulator in it. */
async function withLine(work: (parts: Parts) => Promise<void>): Promise<void> {
  await using line = await ptyLine()
  await inFolder(async (folder) => {
    const keys = makeKeyFolders(folder)
    const simulator = createSimulator({ seed: 7 })
    const terminal = serialTerminal({
      port: openPort({ path: line.a }),
      keys: keys.terminal,
      journal: memoryJournal(),
      handle: (text, { signal }) => simulator.handle(text, { signal }),
    })
    simulator.onPush(({ text }) => void terminal.push(text))
    const serial = ['--transport', 'serial', '--serial-port', line.b, '--serial-keys', keys.till]
    try {
      await using running = await start(
        ...serial,
        ...[
          '--serial',
          '{"reopenWithin":0}',
          '--no-sign-on',
          '--org-id',
          ORG_ID,
          '--data',
          folder,
          '--log-level',
          'info',
        ],
      )
      await work({ running, simulator, terminal, line })
      running.child.kill('SIGTERM')
      const [code] = await running.ended
      if (!onDeno) assert.equal(code, 0, running.stderr())
      namesNobody(running)
    } finally {
      await terminal.close()
    }
  })
}

/** Repeats a request under its key until the key has the terminal's own answer. */
async function answerUnder({ call }: Running, bill: unknown, key: string) {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await call('POST', '/v1/orders', bill, key)
    if (answer.status === 201 || attempt === 200) return answer
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

describe('the agent over a serial line', {
  skip: process.platform === 'win32' && 'Windows has no pseudo-terminals that are serial ports',
}, () => {
  it('does the whole flow, and takes what the terminal tells by itself', () =>
    withLine(async ({ running, simulator }) => {
      await wholeFlow(running, simulator)
      const { pushes } = (await running.call('GET', '/v1/pushes')).json
      assert.deepEqual([pushes[0].source, pushes[0].paid], ['terminal', true])
    }))

  it('tells unknown when the cable is pulled; once it is back a query closes it, and the agent goes on', () =>
    withLine(async ({ running, simulator, line }) => {
      const { call } = running
      const bill = await billFor(running)
      const asked = new Promise<void>((resolve) => {
        simulator.events((event) => event.type === 'fault' && resolve())
      })
      simulator.faults.next({ kind: 'slow', milliseconds: 400, carriedOut: 'first' }, 'uploadFees')
      const upload = call('POST', '/v1/orders', bill, 'k')
      await asked
      await line.unplug()
      const lost = await upload
      assert.equal(lost.status, 502, lost.text)
      assert.deepEqual([lost.json.code, lost.json.delivery], ['DISCONNECTED', 'unknown'])
      assert.deepEqual([lost.json.operation.state, lost.json.order.status], ['unknown', 'unknown'])
      assert.equal(await terminalCheck(running), false)
      const while_ = await call('POST', '/v1/orders/query', { medOrgOrd: lost.json.operation.medOrgOrd })
      assert.deepEqual([while_.status, while_.json.delivery], [503, 'not-sent'])
      await line.plug()
      const { proven, order } = await resolveOnceBack(running, lost.json.operation.id)
      assert.equal(proven, true)
      assert.deepEqual([order.status, order.payOrdId], ['pending', simulator.orders()[0]?.payOrdId])
      assert.equal(await terminalCheck(running), true)
      assert.equal(simulator.counts.effects.uploads, 1)
      // The terminal keeps its answer until somebody has taken it: with it comes the payToken, which no query gives.
      const answered = await answerUnder(running, bill, 'k')
      assert.equal(answered.headers['idempotent-replayed'], 'true')
      const { payOrdId } = answered.json
      assert.deepEqual([payOrdId, answered.json.operation.state], [order.payOrdId, 'done'])
      assert.match(answered.json.payToken, /^[0-9a-f]{32}$/)
      assert.equal((await call('POST', '/v1/orders/query', { payOrdId })).json.status, 'pending')
      assert.equal(simulator.counts.effects.uploads, 1)
    }))

  it('hears from the terminal that a request was never carried out, and says so', () =>
    withLine(async ({ running, simulator, line }) => {
      const { call } = running
      const bill = await billFor(running)
      await line.stall()
      const lost = await call('POST', '/v1/orders?deadline=800', bill, 'k')
      assert.deepEqual([lost.json.code, lost.json.delivery], ['TIMEOUT', 'unknown'])
      assert.equal(lost.json.order.status, 'unknown')
      // What was on its way is gone with the cable.
      await line.unplug()
      await line.goOn()
      await line.plug()
      const { id, medOrgOrd } = lost.json.operation
      for (let attempt = 0; attempt < 200; attempt += 1) {
        await call('POST', '/v1/orders/query', { medOrgOrd })
        if ((await call('GET', `/v1/operations/${id}`)).json.state !== 'unknown') break
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      const { state, outcome, proof } = (await call('GET', `/v1/operations/${id}`)).json
      assert.deepEqual([state, outcome, proof], ['closed', 'not-done', 'memory'])
      assert.equal((await call('GET', `/v1/orders/${medOrgOrd}`)).json.status, 'not-uploaded')
      assert.equal(simulator.counts.effects.uploads, 0)
    }))

  it('says that the terminal is away when the cable is pulled while nothing is under way', () =>
    withLine(async ({ running, line }) => {
      const { call } = running
      assert.equal((await call('POST', '/v1/orders', await billFor(running), 'k')).status, 201)
      assert.equal(await terminalCheck(running), true)
      await line.unplug()
      for (let attempt = 0; (await terminalCheck(running)) && attempt < 200; attempt += 1) {
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
      assert.equal(await terminalCheck(running), false)
    }))
})

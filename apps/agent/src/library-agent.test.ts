// @needs cc
// @everyday none
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createSimulator } from '@nationec/simulator'
import { createFarEnd } from '../../../packages/transport-dll-ffi/src/fixtures/far-end.ts'
import { buildNative } from '../../../packages/transport-dll-ffi/src/fixtures/native-build.ts'
import { createStandIn } from '../../../packages/transport-dll-ffi/src/fixtures/stand-in.ts'
import { ORG_ID } from './fixtures/desk.ts'
import { billFor, inFolder, onDeno, type Running, start } from './fixtures/program.ts'
import { namesNobody, resolveOnceBack, terminalCheck, wholeFlow } from './fixtures/whole-flow.ts'

/** The agent as a program over the stand-in library in its host, which asks a simulator over loopback. */
async function withLibrary(work: (parts: Parts) => Promise<void>): Promise<void> {
  const build = buildNative()
  const simulator = createSimulator({ seed: 7 })
  const face = await createFarEnd(async (text) => simulator.handle(text, { signal: new AbortController().signal }))
  const standIn = createStandIn(build, 'http', face.url)
  try {
    await inFolder(async (folder) => {
      const host = JSON.stringify({ host: { path: build.host } })
      const ways = ['--transport', 'dll', '--library', standIn.library, '--dll', host, '--url', 'http://10.0.0.8/local']
      await using running = await start(
        ...ways,
        '--no-sign-on',
        '--org-id',
        ORG_ID,
        '--data',
        folder,
        '--log-level',
        'info',
      )
      await work({ running, simulator, standIn })
      running.child.kill('SIGTERM')
      const [code] = await running.ended
      if (!onDeno) assert.equal(code, 0, running.stderr())
      namesNobody(running)
    })
  } finally {
    standIn.remove()
    await face.close()
  }
}

interface Parts {
  readonly running: Running
  readonly simulator: ReturnType<typeof createSimulator>
  readonly standIn: ReturnType<typeof createStandIn>
}

describe('the agent over the library', () => {
  it('does the whole flow', () =>
    withLibrary(async ({ running, simulator }) => {
      await wholeFlow(running, simulator)
      assert.match(running.stderr(), /host-started/)
    }))

  it('tells unknown when the library crashes behind the effect; a query closes it, and the agent goes on', () =>
    withLibrary(async ({ running, simulator, standIn }) => {
      const { call } = running
      const bill = await billFor(running)
      standIn.setMode('crash-after')
      const lost = await call('POST', '/v1/orders', bill, 'k')
      assert.equal(lost.status, 502, lost.text)
      assert.match(lost.headers['content-type'] ?? '', /^application\/problem\+json/)
      assert.equal(lost.json.delivery, 'unknown')
      assert.equal(lost.json.operation.state, 'unknown')
      assert.equal(lost.json.order.status, 'unknown')
      assert.equal(await terminalCheck(running), false)
      standIn.setMode('http')
      const again = await call('POST', '/v1/orders', bill, 'k')
      assert.equal(again.headers['idempotent-replayed'], 'true')
      assert.equal(again.json.delivery, 'unknown')
      const { proven, order } = await resolveOnceBack(running, lost.json.operation.id)
      assert.equal(proven, true)
      assert.deepEqual([order.status, order.payOrdId], ['pending', simulator.orders()[0]?.payOrdId])
      assert.equal(await terminalCheck(running), true)
      assert.equal(simulator.counts.effects.uploads, 1)
    }))

  it('gives a library that hangs up at the deadline; a person decides, and the bill can be uploaded again', () =>
    withLibrary(async ({ running, simulator, standIn }) => {
      const { call } = running
      const bill = await billFor(running)
      standIn.setMode('hang')
      const hung = await call('POST', '/v1/orders?deadline=300', bill, 'k')
      assert.equal(hung.status, 504, hung.text)
      assert.deepEqual([hung.json.code, hung.json.delivery], ['TIMEOUT', 'unknown'])
      assert.equal(await terminalCheck(running), false)
      standIn.setMode('http')
      const { proven } = await resolveOnceBack(running, hung.json.operation.id)
      assert.equal(proven, false, 'that the centre has no such order proves nothing')
      const { amount } = hung.json.operation
      const decision = { outcome: 'not-done', amount, by: 'u007', because: '与中心核对，无此订单' }
      const closed = await call('POST', `/v1/operations/${hung.json.operation.id}/close`, decision)
      assert.equal(closed.status, 200, closed.text)
      const [order] = (await call('GET', '/v1/orders')).json.orders
      assert.equal(order.status, 'not-uploaded')
      assert.equal(simulator.counts.effects.uploads, 0)
      assert.equal((await call('POST', '/v1/orders', bill, 'k2')).status, 201)
    }))
})

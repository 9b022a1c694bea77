// @needs cc
// @everyday node
import assert from 'node:assert/strict'
import process from 'node:process'
import { after, describe, it } from 'node:test'
import { type DllNotice, type DllTransportOptions, dllTransport } from '@nationec/transport-dll-ffi'
import { buildNative } from './fixtures/native-build.ts'
import { allGone } from './fixtures/processes.ts'
import { createStandIn } from './fixtures/stand-in.ts'
import { hostedWays, optionsOf, type Way } from './fixtures/ways.ts'

const build = buildNative()
const standIn = createStandIn(build, 'mirror')
after(() => standIn.remove())

function watched(way: Way, options: Partial<DllTransportOptions> = {}) {
  const notices: DllNotice[] = []
  const transport = dllTransport({
    ...optionsOf(way, build),
    library: standIn.library,
    onNotice: (notice) => notices.push(notice),
    ...options,
  })
  const pids = (): number[] => notices.flatMap((notice) => (notice.type === 'host-started' ? [notice.pid] : []))
  const ends = (): string[] => notices.flatMap((notice) => (notice.type === 'host-ended' ? [notice.because] : []))
  return { connection: transport.connect(), notices, pids, ends }
}

async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + 5_000
  while (!isSo()) {
    assert.ok(performance.now() < end, 'waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

for (const way of hostedWays) {
  describe(`the life of a host (${way})`, () => {
    it('is replaced after so many calls, and between two of them only', async () => {
      const { connection, pids, ends } = watched(way, { recycle: { calls: 2 } })
      const texts = Array.from({ length: 6 }, (_, index) => `call ${index}`)
      assert.deepEqual(await Promise.all(texts.map((text) => connection.exchange({ text }))), texts)
      await connection.close()
      assert.ok(ends().filter((because) => because === 'recycled').length >= 2)
      assert.equal(new Set(pids()).size, pids().length)
      await allGone(pids())
    })

    it('is replaced after so many minutes', async () => {
      const { connection, ends } = watched(way, { recycle: { minutes: 1e-9 } })
      for (const text of ['one', 'two']) assert.equal(await connection.exchange({ text }), text)
      await connection.close()
      assert.ok(ends().includes('recycled'))
    })

    it('that dies between two calls is replaced, and nobody is bothered', async () => {
      const { connection, pids, ends } = watched(way, { warm: false })
      assert.equal(await connection.exchange({ text: 'one' }), 'one')
      process.kill(pids()[0] ?? assert.fail(), 'SIGKILL')
      await until(() => ends().length === 1)
      assert.equal(pids().length, 1, 'nothing is started before it is needed')
      assert.equal(await connection.exchange({ text: 'two' }), 'two')
      await connection.close()
      assert.deepEqual(ends(), ['died', 'closed'])
      await allGone(pids())
    })

    it('has its replacement ready when it is kept warm', async () => {
      const { connection, pids } = watched(way)
      assert.equal(await connection.exchange({ text: 'one' }), 'one')
      process.kill(pids()[0] ?? assert.fail(), 'SIGKILL')
      await until(() => pids().length === 2)
      assert.equal(await connection.exchange({ text: 'two' }), 'two')
      assert.equal(pids().length, 2)
      await connection.close()
      await allGone(pids())
    })

    it('ends with its connection, also under a call that hangs', async () => {
      const { connection, pids, ends } = watched(way)
      assert.equal(await connection.exchange({ text: 'one' }), 'one')
      standIn.setMode('hang')
      const hanging = connection.exchange({ text: 'two' })
      hanging.catch(() => {})
      // Long enough for the library to be entered.
      await new Promise((resolve) => setTimeout(resolve, 50))
      await connection.close()
      standIn.setMode('mirror')
      await assert.rejects(hanging, /\[CLOSED\]/)
      assert.deepEqual(ends(), ['killed'])
      await allGone(pids())
    })

    it('is not disturbed by what a listener throws', async () => {
      const { connection } = watched(way, {
        onNotice: () => {
          throw new Error('a listener that fails')
        },
      })
      assert.equal(await connection.exchange({ text: '一' }), '一')
      await connection.close()
    })
  })
}

// @needs nats-server
// @everyday node
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { serveTill, volatileMemory } from '@nationec/transport-nats'
import { type NatsServer, startNats } from './fixtures/nats-server.ts'
import { countingTerminal, failureOf, openPair } from './fixtures/pair.ts'

let server: NatsServer
before(async () => {
  server = await startNats()
})
after(() => server.stop())

describe('where nothing can arrive', () => {
  it('is told at once that no agent of the till is there', async () => {
    await using pair = await openPair(server.port)
    const connection = pair.connect({ till: 'T2' })
    const started = performance.now()
    assert.deepEqual(await failureOf(connection.exchange({ text: 'x' })), {
      code: 'TILL_OFFLINE',
      delivery: 'not-sent',
    })
    assert.ok(performance.now() - started < 60_000, 'it waited for the deadline')
    assert.deepEqual(pair.addresses, [], 'nothing was addressed')
  })

  it('hears of an agent that has gone before the exchange, and reaches the next one over a new connection', async () => {
    await using pair = await openPair(server.port)
    const connection = pair.connect()
    await connection.exchange({ text: 'first' })
    await pair.till.close()
    const gone = { code: 'DISCONNECTED', delivery: 'not-sent' }
    assert.deepEqual(await failureOf(connection.exchange({ text: 'second' })), gone)
    assert.equal((await connection.closed).reason, 'disconnected')
    const { transport } = pair.terminal
    await serveTill({ connection: pair.desk, till: 'T1', transport, memory: volatileMemory() })
    assert.equal(await pair.connect().exchange({ text: 'third' }), 'third')
    assert.deepEqual(pair.terminal.done, ['first', 'third'])
  })

  it('finds nothing under the epoch of an agent that was replaced', async () => {
    await using pair = await openPair(server.port)
    const offline = { code: 'TILL_OFFLINE', delivery: 'not-sent' }
    assert.deepEqual(await failureOf(pair.connect({ epoch: async () => 1 }).exchange({ text: 'x' })), offline)
    const next = countingTerminal()
    await serveTill({
      connection: pair.desk,
      till: 'T1',
      transport: next.transport,
      memory: volatileMemory(),
      epoch: 1,
    })
    await pair.connect({ epoch: 1 }).exchange({ text: 'y' })
    assert.deepEqual([pair.terminal.done, next.done], [[], ['y']])
  })

  it('never lets a second agent act on the sessions of the first', async () => {
    await using pair = await openPair(server.port)
    const second = countingTerminal()
    await serveTill({ connection: pair.desk, till: 'T1', transport: second.transport, memory: volatileMemory() })
    for (let round = 0; round < 10; round += 1) {
      const [before, secondBefore] = [pair.terminal.done.length, second.done.length]
      await using connection = pair.connect()
      for (let call = 0; call < 10; call += 1) await connection.exchange({ text: `${call}` })
      const done = [pair.terminal.done.length - before, second.done.length - secondBefore].sort((a, b) => a - b)
      assert.deepEqual(done, [0, 10], 'one session was served by both')
    }
  })

  it('does not leave when what would remember it fails', async () => {
    await using pair = await openPair(server.port)
    const connection = pair.connect({
      onAddressed: () => {
        throw new Error('the disk is full')
      },
    })
    assert.deepEqual(await failureOf(connection.exchange({ text: 'x' })), { code: 'SEND_FAILED', delivery: 'not-sent' })
    assert.deepEqual(pair.terminal.done, [])
  })

  it('refuses at once while its own link is down, and nothing of it leaves later', async () => {
    await using own = await startNats()
    await using pair = await openPair(own.port)
    const connection = pair.connect()
    await connection.exchange({ text: 'first' })
    await own.signal('SIGKILL')
    assert.equal((await connection.closed).reason, 'disconnected')
    const down = { code: 'FLEET_LINK_DOWN', delivery: 'not-sent' }
    assert.deepEqual(await failureOf(pair.connect().exchange({ text: 'second' })), down)
    await own.restart()
    const third = await eventually(() => pair.connect().exchange({ text: 'third' }))
    assert.equal(third, 'third')
    assert.deepEqual(pair.terminal.done, ['first', 'third'])
  })
})

/** Both ends dial again by themselves; that takes the time it takes. */
async function eventually<Value>(attempt: () => Promise<Value>): Promise<Value> {
  for (let round = 0; ; round += 1) {
    try {
      return await attempt()
    } catch (error) {
      assert.equal((error as { delivery?: unknown }).delivery, 'not-sent')
      if (round > 1_000) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

// @needs nats-server
// @everyday node
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { askTill, type TillSays } from '@nationec/transport-nats'
import { type NatsServer, startNats } from './fixtures/nats-server.ts'
import { failureOf, holdBack, openPair, type Pair } from './fixtures/pair.ts'
import { rawCaller } from './fixtures/raw-caller.ts'

let server: NatsServer
before(async () => {
  server = await startNats()
})
after(() => server.stop())

const unknown = { code: 'TIMEOUT', delivery: 'unknown' }

describe('a request that arrives when its caller has gone', () => {
  it('is not carried out by a till that was asleep', async () => {
    await using pair = await openPair(server.port)
    const connection = pair.connect()
    await connection.exchange({ text: 'first' })
    pair.deskLink.hold('to-client')
    assert.deepEqual(await failureOf(connection.exchange({ text: 'late' }, { deadline: 100 })), unknown)
    pair.deskLink.flow()
    assert.equal((await settled(pair)).state, 'never')
    assert.deepEqual(pair.terminal.done, ['first'])
  })

  it('is not carried out after a server that was stopped goes on, though time is left by its own clock', async () => {
    await using own = await startNats()
    await using pair = await openPair(own.port)
    const connection = pair.connect()
    await connection.exchange({ text: 'first' })
    await own.signal('SIGSTOP')
    const aborted = new AbortController()
    const exchange = failureOf(connection.exchange({ text: 'late' }, { signal: aborted.signal }))
    // It has been published: what a stopped server has in its buffer is delivered when it goes on.
    await until(() => pair.addresses.length === 2)
    await new Promise((resolve) => setTimeout(resolve, 50))
    aborted.abort()
    assert.deepEqual(await exchange, { code: 'ABORTED', delivery: 'unknown' })
    await own.signal('SIGCONT')
    assert.equal((await settled(pair)).state, 'never')
    assert.deepEqual(pair.terminal.done, ['first'])
  })

  it('is not carried out when its caller’s connection has gone', async () => {
    await using pair = await openPair(server.port)
    await using other = await openPair(server.port)
    await other.till.close()
    const connection = other.connect()
    await connection.exchange({ text: 'first' })
    pair.deskLink.hold('to-client')
    const exchange = failureOf(connection.exchange({ text: 'late' }))
    await until(() => other.addresses.length === 2)
    await other.centre.flush()
    await other.centre.close()
    assert.deepEqual(await exchange, { code: 'DISCONNECTED', delivery: 'unknown' })
    pair.deskLink.flow()
    const [, address] = other.addresses
    assert.ok(address !== undefined)
    assert.equal((await settledAt(pair, address)).state, 'never')
    assert.deepEqual(pair.terminal.done, ['first'])
  })

  it('is not carried out without a yes, and that is stored', async () => {
    await using pair = await openPair(server.port)
    const caller = await rawCaller(pair.centre, 'T1')
    const id = 'a'.repeat(32)
    assert.deepEqual(await caller.do(id, 'x', { yes: 'no' }), ['never '])
    assert.deepEqual(await caller.do(id, 'x'), ['never '])
    assert.deepEqual(pair.terminal.done, [])
  })

  it('is not begun when it waited too long at the till', async () => {
    await using pair = await openPair(server.port)
    const held = holdBack()
    pair.terminal.act = () => held.promise
    const first = pair.connect().exchange({ text: 'first' })
    await until(() => pair.terminal.done.length === 1)
    const second = failureOf(pair.connect().exchange({ text: 'second' }, { deadline: 100 }))
    assert.deepEqual(await second, unknown)
    held.resolve('answer')
    assert.equal(await first, 'answer')
    assert.equal((await settled(pair)).state, 'never')
    assert.deepEqual(pair.terminal.done, ['first'])
  })
})

/** Asks for the last exchange until the till knows. */
function settled(pair: Pair): Promise<TillSays> {
  const address = pair.addresses.at(-1)
  assert.ok(address !== undefined)
  return settledAt(pair, address)
}

async function settledAt({ centre, desk }: Pair, address: Pair['addresses'][number]): Promise<TillSays> {
  // What was on its way to the till has arrived when this has come back.
  await desk.flush()
  for (;;) {
    const said = await askTill({ connection: centre.isClosed() ? desk : centre, ...address })
    if (said.state !== 'nothing' && said.state !== 'running') return said
  }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2))
}

// @needs nats-server
// @everyday node
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { ExchangeMemory } from '@nationec/transport'
import { askTill, volatileMemory } from '@nationec/transport-nats'
import { type NatsServer, startNats } from './fixtures/nats-server.ts'
import { failureOf, holdBack, openPair } from './fixtures/pair.ts'
import { headersOf, rawCaller } from './fixtures/raw-caller.ts'

let server: NatsServer
before(async () => {
  server = await startNats()
})
after(() => server.stop())

const ID = '0123456789abcdef0123456789abcdef'

describe('askTill', () => {
  it('hears never of what was never seen, and that holds for a request that comes later', async () => {
    await using pair = await openPair(server.port)
    const caller = await rawCaller(pair.centre, 'T1')
    const question = { connection: pair.centre, till: 'T1', ledger: caller.ledger, id: ID }
    assert.deepEqual(await askTill(question), { state: 'never' })
    assert.deepEqual(await caller.do(ID, 'late'), ['never '])
    assert.deepEqual(pair.terminal.done, [])
  })

  it('hears the answer of what was carried out, however its caller was told', async () => {
    await using pair = await openPair(server.port)
    const held = holdBack()
    pair.terminal.act = () => held.promise
    const lost = failureOf(pair.connect().exchange({ text: 'pay' }, { deadline: 1_000 }))
    const address = await first(pair.addresses)
    while (pair.terminal.done.length === 0) await tick()
    const question = { connection: pair.centre, ...address }
    assert.deepEqual(await askTill(question), { state: 'running' })
    assert.equal((await lost).delivery, 'unknown')
    // The till's own deadline ends the exchange as unknown too: it tells that, and does not make up an answer.
    let said = await askTill(question)
    while (said.state === 'running') said = await askTill(question)
    held.resolve('paid')
    assert.equal(said.state, 'failed')
    assert.equal(said.state === 'failed' && said.error.delivery, 'unknown')
    pair.terminal.act = () => 'paid'
    await pair.connect().exchange({ text: 'pay' })
    const { id = '' } = pair.addresses[1] ?? {}
    assert.deepEqual(await askTill({ ...question, id }), { state: 'answered', answer: 'paid' })
  })

  it('carries out one id once, and gives the first answer again', async () => {
    await using pair = await openPair(server.port)
    const caller = await rawCaller(pair.centre, 'T1')
    pair.terminal.act = () => `answer ${pair.terminal.done.length}`
    assert.deepEqual(await caller.do(ID, 'pay', { times: 3 }), Array(3).fill('answered answer 1'))
    assert.deepEqual(await caller.do(ID, 'pay'), ['answered answer 1'])
    assert.deepEqual(pair.terminal.done, ['pay'])
  })

  it('refuses a session that it did not give', async () => {
    await using pair = await openPair(server.port)
    const { agent } = await rawCaller(pair.centre, 'T1')
    const answer = await pair.centre.request(`till.T1.0.${agent}.do`, 'pay', {
      timeout: 30_000,
      headers: headersOf({ id: ID, session: 'f'.repeat(32), left: '1000' }),
    })
    assert.equal(answer.headers?.get('Nationec-kind'), 'gone')
    assert.deepEqual(pair.terminal.done, [])
  })

  it('is told nothing by an agent with another memory', async () => {
    await using pair = await openPair(server.port)
    const asked = { connection: pair.centre, till: 'T1', id: ID, ledger: 'f'.repeat(32) }
    assert.deepEqual(await askTill(asked), { state: 'nothing' })
    const forged = pair.desk.subscribe(`till.T1.ask.${asked.ledger}`, {
      queue: 'till',
      callback: (_, message) =>
        void message.respond('', { headers: headersOf({ kind: 'never', id: ID, ledger: pair.memory.ledger }) }),
    })
    await pair.desk.flush()
    assert.deepEqual(await askTill(asked), { state: 'nothing' })
    forged.unsubscribe()
  })

  it('is told nothing, and not never, when the memory cannot store that', async () => {
    const memory = failing(volatileMemory(), 'rule')
    await using pair = await openPair(server.port, memory)
    const asked = { connection: pair.centre, till: 'T1', id: ID, ledger: memory.ledger, deadline: 200 }
    assert.deepEqual(await askTill(asked), { state: 'nothing' })
  })
})

describe('the memory of a till', () => {
  it('lets nothing reach the terminal that it could not store', async () => {
    await using pair = await openPair(server.port, failing(volatileMemory(), 'begin'))
    const failure = { code: 'TILL_MEMORY_FAILED', delivery: 'not-sent' }
    assert.deepEqual(await failureOf(pair.connect().exchange({ text: 'pay' })), failure)
    assert.deepEqual(pair.terminal.done, [])
  })

  it('does not keep an answer back that it could not store; a later question hears that it does not know', async () => {
    await using pair = await openPair(server.port, failing(volatileMemory(), 'end'))
    assert.equal(await pair.connect().exchange({ text: 'pay' }), 'pay')
    const address = await first(pair.addresses)
    assert.deepEqual(await askTill({ connection: pair.centre, ...address }), { state: 'lost' })
  })

  it('tells the fact where the text has been forgotten', async () => {
    const memory = volatileMemory()
    await using pair = await openPair(server.port, memory)
    await memory.begin(ID)
    await memory.end(ID, { state: 'answered' })
    const question = { connection: pair.centre, till: 'T1', ledger: memory.ledger, id: ID }
    assert.deepEqual(await askTill(question), { state: 'answered' })
  })
})

describe('a till that stops', () => {
  it('answers what runs, and begins nothing more', async () => {
    await using pair = await openPair(server.port)
    const held = holdBack()
    pair.terminal.act = () => held.promise
    const running = pair.connect().exchange({ text: 'first' })
    while (pair.terminal.done.length === 0) await tick()
    const waiting = failureOf(pair.connect().exchange({ text: 'second' }))
    while (pair.addresses.length < 2) await tick()
    await pair.centre.flush()
    await pair.desk.flush()
    const closing = pair.till.close()
    held.resolve('done')
    assert.equal(await running, 'done')
    assert.deepEqual(await waiting, { code: 'TILL_TOO_LATE', delivery: 'not-sent' })
    await closing
    assert.deepEqual(pair.terminal.done, ['first'])
  })
})

function failing(memory: ExchangeMemory, what: 'begin' | 'end' | 'rule'): ExchangeMemory {
  return { ...memory, [what]: async () => Promise.reject(new Error('the disk is full')) }
}

async function first<Value>(values: readonly Value[]): Promise<Value> {
  for (;;) {
    const [value] = values
    if (value !== undefined) return value
    await tick()
  }
}

function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2))
}

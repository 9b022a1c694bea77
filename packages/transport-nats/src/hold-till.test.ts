// @needs nats-server
// @everyday node
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  centrePermissions,
  holdTill,
  type LeaseRequest,
  natsTransport,
  serveLeases,
  tillPermissions,
  volatileMemory,
} from '@nationec/transport-nats'
import { dial } from './fixtures/dial.ts'
import { type NatsServer, startNats } from './fixtures/nats-server.ts'
import { countingTerminal, failureOf } from './fixtures/pair.ts'

let server: NatsServer
before(async () => {
  const users = Object.entries({ centre: centrePermissions(), T1: tillPermissions('T1') }).map(
    ([user, permissions]) => `{ user: "${user}", password: "p", permissions: ${JSON.stringify(permissions)} }`,
  )
  server = await startNats(`authorization { users: [${users.join(',')}] }`)
})
after(() => server.stop())

const dialCentre = () => dial(server.port, { user: 'centre', pass: 'p' })
const dialTill = () => dial(server.port, { user: 'T1', pass: 'p', inboxPrefix: 'till.T1.inbox' })

describe('holdTill', () => {
  it('serves under the epoch that the centre gives, and hears nothing under the old one', async () => {
    await using centre = await dialCentre()
    await using desk = await dialTill()
    let epoch = 3
    const requests: LeaseRequest[] = []
    const end = serveLeases({
      connection: centre,
      claim: async (request) => {
        requests.push(request)
        return epoch
      },
    })
    const { transport, done } = countingTerminal()
    const memory = volatileMemory()
    await using held = holdTill({ connection: desk, till: 'T1', transport, memory, renewAfter: 20 })
    await until(() => held.state === 'serving')
    const call = (at: number) => natsTransport({ connection: centre, till: 'T1', epoch: at }).connect()
    assert.equal(await call(3).exchange({ text: 'one' }), 'one')
    epoch = 4
    const old = call(3)
    const isOffline = (error: { readonly code?: unknown }): boolean => error.code === 'TILL_OFFLINE'
    await until(() =>
      call(3)
        .exchange({ text: 'old' })
        .then(() => false, isOffline),
    )
    // Between the end of the one epoch and the beginning of the other the till is offline.
    await until(() =>
      call(4)
        .exchange({ text: 'two' })
        .then(
          (answer) => answer === 'two',
          (error) => !isOffline(error) && assert.fail(error),
        ),
    )
    assert.equal((await failureOf(old.exchange({ text: 'old' }))).delivery, 'not-sent')
    assert.deepEqual(
      done.filter((text) => text !== 'old'),
      ['one', 'two'],
    )
    await held.close()
    assert.deepEqual([requests.at(-1)?.ends, requests.at(-1)?.ledger], [true, memory.ledger])
    await end()
  })

  it('lets the second agent of a till wait, until the first has gone', async () => {
    await using centre = await dialCentre()
    await using desk = await dialTill()
    let holder: string | undefined
    const end = serveLeases({
      connection: centre,
      async claim({ agent, ends }) {
        if (ends && holder === agent) holder = undefined
        else holder ??= agent
        return holder === undefined || holder === agent ? 1 : 'held'
      },
    })
    const [first, second] = [countingTerminal(), countingTerminal()]
    const common = { connection: desk, till: 'T1', renewAfter: 20 }
    await using one = holdTill({ ...common, transport: first.transport, memory: volatileMemory() })
    await until(() => one.state === 'serving')
    await using two = holdTill({ ...common, transport: second.transport, memory: volatileMemory() })
    await until(() => two.state === 'held')
    await natsTransport({ connection: centre, till: 'T1', epoch: 1 }).connect().exchange({ text: 'one' })
    await one.close()
    await until(() => two.state === 'serving')
    await natsTransport({ connection: centre, till: 'T1', epoch: 1 }).connect().exchange({ text: 'two' })
    assert.deepEqual([first.done, second.done], [['one'], ['two']])
    await two.close()
    await end()
  })

  it('is alone without a centre, and goes on under its lease when the centre goes', async () => {
    await using centre = await dialCentre()
    await using desk = await dialTill()
    const states: string[] = []
    const { transport } = countingTerminal()
    const onState = (state: string): void => {
      states.push(state)
      throw new Error('a listener that fails')
    }
    await using held = holdTill({
      connection: desk,
      till: 'T1',
      transport,
      memory: volatileMemory(),
      renewAfter: 20,
      onState,
    })
    assert.equal(held.state, 'alone')
    const end = serveLeases({ connection: centre, claim: async () => 1 })
    await until(() => held.state === 'serving')
    await end()
    await until(() => held.state === 'alone')
    assert.equal(
      await natsTransport({ connection: centre, till: 'T1', epoch: 1 }).connect().exchange({ text: 'x' }),
      'x',
    )
    assert.deepEqual(states, ['serving', 'alone'])
    await held.close()
  })
})

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5))
}

// @needs nats-server
// @everyday node
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  askTill,
  centrePermissions,
  natsTransport,
  serveTill,
  tillPermissions,
  volatileMemory,
} from '@nationec/transport-nats'
import { type NatsConnection, nkeyAuthenticator, nkeys } from '@nats-io/transport-node'
import { dial } from './fixtures/dial.ts'
import { type NatsServer, startNats } from './fixtures/nats-server.ts'
import { countingTerminal, failureOf } from './fixtures/pair.ts'
import { headersOf } from './fixtures/raw-caller.ts'

const users = {
  centre: centrePermissions(),
  T1: tillPermissions('T1'),
  T2: tillPermissions('T2'),
  // The mistake that drops the true answer.
  hasty: { ...tillPermissions('hasty'), allow_responses: { max: 2, expires: '50ms' } },
  mute: { subscribe: ['_INBOX.>'], publish: ['nothing'] },
}

let server: NatsServer
before(async () => {
  const entries = Object.entries(users).map(
    ([user, permissions]) => `{ user: "${user}", password: "p", permissions: ${JSON.stringify(permissions)} }`,
  )
  server = await startNats(`authorization { users: [${entries.join(',')}] }\nmax_payload: 65536`)
})
after(() => server.stop())

const dialAs = (user: keyof typeof users): Promise<NatsConnection> => dial(server.port, { user, pass: 'p' })

describe('tillPermissions and centrePermissions', () => {
  it('let a till serve, be asked back, answer and be asked', async () => {
    await using till = await dialAs('T1')
    await using centre = await dialAs('centre')
    const { transport, done } = countingTerminal()
    const memory = volatileMemory()
    await serveTill({ connection: till, till: 'T1', transport, memory })
    let id = ''
    const onAddressed = (address: { readonly id: string }): void => {
      id = address.id
    }
    await using connection = natsTransport({ connection: centre, till: 'T1', onAddressed }).connect()
    assert.equal(await connection.exchange({ text: 'pay' }), 'pay')
    assert.deepEqual(done, ['pay'])
    const question = { connection: centre, till: 'T1', ledger: memory.ledger, id }
    assert.deepEqual(await askTill(question), { state: 'answered', answer: 'pay' })
  })

  it('refuse a till the subjects of another one, everything, the centre’s inbox and a plain subscription', async () => {
    await using till = await dialAs('T1')
    for (const [subject, queue] of [
      ['till.T2.>', 'till'],
      ['>', 'till'],
      ['_INBOX.>', 'till'],
      ['till.T1.0.open', undefined],
      ['till.T1.0.open', 'other'],
    ] as const) {
      assert.equal(await isRefused(till, subject, queue), true, `${subject} ${queue} was allowed`)
    }
    assert.equal(await isRefused(till, 'till.T1.0.open', 'till'), false)
  })

  it('let a till say nothing of its own, and answer no request a third time', async () => {
    await using till = await dialAs('T1')
    await using centre = await dialAs('centre')
    const refused = refusals(till)
    till.subscribe('till.T1.0.open', {
      queue: 'till',
      callback: (_, message) => {
        for (const answer of ['one', 'two', 'three']) message.respond(answer)
      },
    })
    await till.flush()
    const answers: string[] = []
    centre.subscribe('_INBOX.x', { callback: (_, message) => void answers.push(message.string()) })
    centre.publish('till.T1.0.open', '', { reply: '_INBOX.x' })
    await centre.flush()
    await till.flush()
    till.publish('_INBOX.x', 'forged')
    till.publish('till.T2.0.open', 'forged')
    await till.flush()
    await centre.flush()
    assert.deepEqual(answers, ['one', 'two'])
    assert.equal(refused.length, 3)
  })

  it('tell serveTill that it may not listen for that till', async () => {
    await using till = await dialAs('T2')
    const serving = serveTill({
      connection: till,
      till: 'T1',
      transport: countingTerminal().transport,
      memory: volatileMemory(),
    })
    assert.deepEqual(await failureOf(serving), { code: 'FLEET_FORBIDDEN', delivery: 'not-sent' })
  })

  it('tell a caller at once that it may not speak', async () => {
    await using mute = await dialAs('mute')
    const connection = natsTransport({ connection: mute, till: 'T1' }).connect()
    assert.deepEqual(await failureOf(connection.exchange({ text: 'x' })), {
      code: 'FLEET_FORBIDDEN',
      delivery: 'not-sent',
    })
  })

  it('let a till reply for longer than a patient takes; a right that ends earlier drops the true answer', async () => {
    assert.equal(tillPermissions('T1').allow_responses?.expires, '10m')
    await using till = await dialAs('hasty')
    await using centre = await dialAs('centre')
    const terminal = countingTerminal()
    terminal.act = async (text) => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      return text
    }
    const memory = volatileMemory()
    await serveTill({ connection: till, till: 'hasty', transport: terminal.transport, memory })
    let id = ''
    const onAddressed = (address: { readonly id: string }): void => {
      id = address.id
    }
    const connection = natsTransport({ connection: centre, till: 'hasty', onAddressed }).connect()
    const exchange = connection.exchange({ text: 'pay' }, { deadline: 2_000 })
    assert.deepEqual(await failureOf(exchange), { code: 'TIMEOUT', delivery: 'unknown' })
    const question = { connection: centre, till: 'hasty', ledger: memory.ledger, id }
    assert.deepEqual(await askTill(question), { state: 'answered', answer: 'pay' })
  })
})

describe('a till with a key of its own', () => {
  it('is let in by it, and its connection ends when the key is taken out of the settings', async () => {
    const [centre, till] = [nkeys.createUser(), nkeys.createUser()]
    const userOf = (key: ReturnType<typeof nkeys.createUser>, permissions: unknown): string =>
      `{ nkey: ${key.getPublicKey()}, permissions: ${JSON.stringify(permissions)} }`
    const settingsOf = (...users: readonly string[]): string => `authorization { users: [${users.join(',')}] }`
    const [ofCentre, ofTill] = [userOf(centre, centrePermissions()), userOf(till, tillPermissions('T1'))]
    await using own = await startNats(settingsOf(ofCentre, ofTill))
    const dialWith = (key: ReturnType<typeof nkeys.createUser>) =>
      dial(own.port, { authenticator: nkeyAuthenticator(key.getSeed()), inboxPrefix: 'till.T1.inbox' })
    const desk = await dialWith(till)
    const { transport } = countingTerminal()
    await serveTill({ connection: desk, till: 'T1', transport, memory: volatileMemory() })
    await using caller = await dial(own.port, { authenticator: nkeyAuthenticator(centre.getSeed()) })
    const connect = () => natsTransport({ connection: caller, till: 'T1' }).connect()
    assert.equal(await connect().exchange({ text: 'x' }), 'x')
    await assert.rejects(dial(own.port, { reconnect: false }), 'a stranger was let in')
    own.reload(settingsOf(ofCentre))
    // What was on its way to the till when its connection ended has no answer.
    const codeOf = (error: { readonly code?: unknown }): unknown => error.code
    const attempt = () => connect().exchange({ text: 'x' }, { deadline: 1_000 })
    while ((await attempt().catch(codeOf)) !== 'TILL_OFFLINE') await new Promise((resolve) => setTimeout(resolve, 20))
    // It dials on in vain: closed, and not drained, which would wait for a server.
    await desk.close()
  })
})

describe('a server that carries less than the specification allows', () => {
  it('refuses a request unsent, and tells of an answer that it did not carry', async () => {
    await using till = await dialAs('T1')
    await using centre = await dialAs('centre')
    const terminal = countingTerminal()
    await serveTill({ connection: till, till: 'T1', transport: terminal.transport, memory: volatileMemory() })
    await using connection = natsTransport({ connection: centre, till: 'T1' }).connect()
    const large = 'x'.repeat(70_000)
    const tooLarge = { code: 'REQUEST_TOO_LARGE', delivery: 'not-sent' }
    assert.deepEqual(await failureOf(connection.exchange({ text: large })), tooLarge)
    terminal.act = () => large
    const lost = { code: 'ANSWER_TOO_LARGE', delivery: 'unknown' }
    assert.deepEqual(await failureOf(connection.exchange({ text: 'pay' })), lost)
    terminal.act = () => 'small'
    assert.equal(await connection.exchange({ text: 'pay' }), 'small')
  })
})

describe('what answers in place of a till', () => {
  it('cannot make the centre speak to another till, and its bytes that are no text are no answer', async () => {
    await using till = await dialAs('T1')
    await using centre = await dialAs('centre')
    await using other = await dialAs('T2')
    const heard: string[] = []
    other.subscribe('till.T2.>', { queue: 'till', callback: (_, message) => void heard.push(message.subject) })
    const [agent, session, ledger] = ['a', 'b', 'c'].map((digit) => digit.repeat(32))
    till.subscribe('till.T1.>', {
      queue: 'till',
      callback: (_, message) => {
        if (message.subject.endsWith('.open')) {
          message.respond('', {
            headers: headersOf({ kind: 'opened', agent: `${agent}`, session: `${session}`, ledger: `${ledger}` }),
          })
        } else if (message.subject.endsWith('.do')) {
          message.respond('', { headers: headersOf({ kind: 'wanted' }), reply: `till.T2.0.${agent}.do` })
          message.respond(Uint8Array.of(0xff), { headers: headersOf({ kind: 'answered' }) })
        }
      },
    })
    await Promise.all([till.flush(), other.flush()])
    const connection = natsTransport({ connection: centre, till: 'T1' }).connect()
    const failure = await failureOf(connection.exchange({ text: 'x' }))
    assert.deepEqual(failure, { code: 'ANSWER_NOT_TEXT', delivery: 'unknown' })
    await centre.flush()
    await other.flush()
    assert.deepEqual(heard, [])
  })
})

async function isRefused(connection: NatsConnection, subject: string, queue: string | undefined): Promise<boolean> {
  let refused = false
  const subscription = connection.subscribe(subject, {
    ...(queue !== undefined && { queue }),
    callback: (error) => {
      refused ||= error !== null
    },
  })
  await connection.flush()
  if (!refused) subscription.unsubscribe()
  return refused
}

/** What the server refuses to this user, from now on: it never throws. */
function refusals(connection: NatsConnection): unknown[] {
  const heard: unknown[] = []
  void (async () => {
    for await (const status of connection.status()) if (status.type === 'error') heard.push(status.error)
  })()
  return heard
}

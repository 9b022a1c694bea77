import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { AgentError, type AgentEvent, connectAgent } from '@nationec/browser'
import bill from '../../../examples/outpatient-5-lines.json' with { type: 'json' }
import { description, type Handler, json, memoryStorage, startFakeAgent } from './fixtures/fake-agent.ts'

const TOKEN = 'token-of-the-page'
const paired: Handler = ({ headers }, response) =>
  json(response, 200, description(headers.authorization === `Bearer ${TOKEN}`))

/** Connects as a page that was paired before. */
async function connected(routes: Record<string, Handler>) {
  const server = await startFakeAgent({ 'GET /v1/agent': paired, ...routes })
  const storage = memoryStorage({ [`nationec:${server.address}`]: TOKEN })
  const agent = await connectAgent({ name: '门诊收费', addresses: [server.address], storage })
  return { server, agent, storage }
}

const failure = async (work: Promise<unknown>): Promise<AgentError> => {
  const error = await work.then(
    () => assert.fail('it did not fail'),
    (caught: unknown) => caught,
  )
  assert.ok(error instanceof AgentError, String(error))
  return error
}

const refund = { payOrdId: 'O1', totlRefdAmt: '1.00', cashRefdAmt: '1.00', refdType: 'CASH' }
const revoke = { payOrdId: 'O1', idNo: bill.idNo, userName: bill.userName, idType: bill.idType }

describe('finding the agent', () => {
  it('takes the first address at which one answers', async () => {
    await using other = await startFakeAgent({
      'GET /v1/agent': (_, response) => json(response, 200, { name: 'other' }),
    })
    await using server = await startFakeAgent({ 'GET /v1/agent': paired })
    const addresses = ['http://127.0.0.1:9', other.address, `${server.address}/`]
    const agent = await connectAgent({ name: 'page', addresses, storage: memoryStorage() })
    assert.equal(agent.address, server.address)
    assert.equal(agent.paired, false)
  })

  it('says that none runs', async () => {
    const error = await failure(
      connectAgent({ name: 'page', addresses: ['http://127.0.0.1:9'], storage: memoryStorage() }),
    )
    assert.equal(error.code, 'AGENT_NOT_RUNNING')
    assert.equal(error.delivery, 'not-sent')
    assert.match(error.message, /没有找到医保代理程序/)
  })

  it('tells an agent that does not serve this origin from an absent one', async () => {
    const refusing: typeof fetch = async (_, init) => {
      if (init?.mode === 'no-cors') return new Response()
      throw new TypeError('Failed to fetch')
    }
    const error = await failure(connectAgent({ name: 'page', fetch: refusing, storage: memoryStorage() }))
    assert.equal(error.code, 'ORIGIN_NOT_ALLOWED')
  })

  it('forgets a token that the agent no longer takes', async () => {
    await using server = await startFakeAgent({ 'GET /v1/agent': paired })
    const storage = memoryStorage({ [`nationec:${server.address}`]: 'of long ago' })
    const agent = await connectAgent({ name: 'page', addresses: [server.address], storage })
    assert.equal(agent.paired, false)
    assert.equal(storage.kept.size, 0)
  })
})

describe('pairing', () => {
  it('keeps the token that the digits bring', async () => {
    await using server = await startFakeAgent({
      'GET /v1/agent': paired,
      'POST /v1/pairings': (_, response) => json(response, 201, { pairingId: 'p1', expiresAt: '2026-11-23T10:00:00Z' }),
      'POST /v1/pairings/confirm': ({ body }, response) =>
        (body as { code: string }).code === '123456'
          ? json(response, 200, { token: TOKEN })
          : json(response, 422, { code: 'PAIRING_CODE_WRONG', delivery: 'not-sent' }),
      'DELETE /v1/pairings/current': (_, response) => response.writeHead(204).end(),
    })
    const storage = memoryStorage()
    const agent = await connectAgent({ name: '门诊收费', addresses: [server.address], storage })
    const pairing = await agent.pair()
    assert.equal((await failure(pairing.confirm('000000'))).code, 'PAIRING_CODE_WRONG')
    assert.equal(agent.paired, false)
    await pairing.confirm('123456')
    assert.equal(agent.paired, true)
    assert.deepEqual(server.requests.find(({ path }) => path === '/v1/pairings')?.body, { name: '门诊收费' })

    await agent.unpair()
    assert.equal(agent.paired, false)
    assert.equal(server.requests.at(-1)?.headers.authorization, `Bearer ${TOKEN}`)
  })
})

describe('a call that moves money', () => {
  it('carries its key and the token', async () => {
    const { server, agent } = await connected({
      'POST /v1/orders': (_, response) => json(response, 201, { payOrdId: 'O1', payToken: 'T1' }),
    })
    await using _ = server
    const uploaded = await agent.uploadFees(bill, { key: 'MZ-1' })
    assert.equal(uploaded.payOrdId, 'O1')
    const request = server.requests.at(-1)
    assert.equal(request?.headers['idempotency-key'], 'MZ-1')
    assert.equal(request?.headers.authorization, `Bearer ${TOKEN}`)
    assert.deepEqual(request?.body, bill)
  })

  it('leaves not at all without a proper key', async () => {
    const { server, agent } = await connected({})
    await using _ = server
    const before = server.requests.length
    for (const key of ['', '订单', 'a b', 'x'.repeat(129)]) {
      const error = await failure(agent.uploadFees(bill, { key }))
      assert.equal(error.code, 'KEY_WRONG')
      assert.equal(error.delivery, 'not-sent')
    }
    assert.equal(server.requests.length, before)
  })

  it('is unknown when the answer is lost, and was sent once', async () => {
    const { server, agent } = await connected({ 'POST /v1/orders': (_, response) => response.socket?.destroy() })
    await using _ = server
    const error = await failure(agent.uploadFees(bill, { key: 'MZ-2' }))
    assert.equal(error.code, 'CONNECTION_LOST')
    assert.equal(error.delivery, 'unknown')
    assert.equal(error.key, 'MZ-2')
  })

  it('is unknown when the page gave up', async () => {
    const { server, agent } = await connected({ 'POST /v1/orders/refund': () => undefined })
    await using _ = server
    const giveUp = new AbortController()
    const work = failure(agent.refund(refund, { key: 'R-1', signal: giveUp.signal }))
    setTimeout(() => giveUp.abort(), 20)
    const error = await work
    assert.equal(error.code, 'GIVEN_UP')
    assert.equal(error.delivery, 'unknown')
  })

  it('is unknown when the answer cannot be read', async () => {
    const { server, agent } = await connected({
      'POST /v1/orders': (_, response) => response.writeHead(200).end('<html>'),
      'POST /v1/orders/revoke': (_, response) => response.writeHead(502).end('Bad gateway'),
    })
    await using _ = server
    for (const work of [agent.uploadFees(bill, { key: 'K' }), agent.revokeFees(revoke, { key: 'K' })]) {
      const error = await failure(work)
      assert.equal(error.code, 'ANSWER_UNREADABLE')
      assert.equal(error.delivery, 'unknown')
    }
  })

  it("passes on the agent's own words and what it knows", async () => {
    const problem = {
      code: 'TIMEOUT',
      delivery: 'unknown',
      summary: { zh: '交互已超过截止时间。', en: 'The exchange ran past its deadline.' },
      advice: { zh: '请查询。', en: 'Query.' },
      operation: { id: 'op1', kind: 'upload', state: 'unknown' },
    }
    const { server, agent } = await connected({ 'POST /v1/orders': (_, response) => json(response, 504, problem) })
    await using _ = server
    const error = await failure(agent.uploadFees(bill, { key: 'MZ-3' }))
    assert.equal(error.code, 'TIMEOUT')
    assert.equal(error.delivery, 'unknown')
    assert.equal(error.message, '交互已超过截止时间。请查询。')
    assert.deepEqual(error.problem?.['operation'], problem.operation)
    assert.equal(error.problem?.status, 504)
  })
})

describe('the Chinese text of an error', () => {
  const text = (zh: string) => ({ zh, en: '' })
  const refusal = { delivery: 'not-sent', summary: text('请求内容不符合接口规定。'), advice: text('请改正。') }
  const messageOf = async (problem: object) => {
    const { server, agent } = await connected({ 'POST /v1/orders': (_, response) => json(response, 422, problem) })
    await using _ = server
    return (await failure(agent.uploadFees(bill, { key: 'MZ-4' }))).message
  }

  it('names the fields that are wrong', async () => {
    const issues = ['medfeeSumamt', 'feedetailList[0].cnt'].map((path) => ({
      path,
      rule: 'required',
      text: text('必填'),
    }))
    const told = await messageOf({ code: 'REQUEST_INVALID', ...refusal, issues })
    assert.equal(told, '请求内容不符合接口规定。medfeeSumamt：必填；feedetailList[0].cnt：必填。请改正。')
  })

  it('names ten of them, and how many more there are', async () => {
    const issues = Array.from({ length: 13 }, (_, index) => ({
      path: `f${index}`,
      rule: 'required',
      text: text('必填'),
    }))
    assert.match(await messageOf({ code: 'REQUEST_INVALID', ...refusal, issues }), /f9：必填；另有 3 处。请改正。$/)
  })

  it('names the return code of a refusal, and skips what is no field', async () => {
    const told = await messageOf({ code: 'BUSINESS_REFUSED', ...refusal, responseCode: 9014 })
    assert.match(told, /。返回码 9014。请改正。$/)
    for (const issues of ['x', [null, 7, { path: 1 }, { path: 'f', text: 'x' }], {}])
      assert.equal(await messageOf({ code: 'REQUEST_INVALID', ...refusal, issues }), '请求内容不符合接口规定。请改正。')
  })
})

it('asks for pairing when the token is gone', async () => {
  const { server, agent } = await connected({
    'POST /v1/orders/query': (_, response) => json(response, 401, { code: 'TOKEN_INVALID', delivery: 'not-sent' }),
  })
  await using _ = server
  const error = await failure(agent.querySettlement({ payOrdId: 'O1' }))
  assert.equal(error.code, 'NOT_PAIRED')
  assert.equal(error.delivery, 'not-sent')
})

it('signs on and off, and sends the word of a second person with a refund', async () => {
  const operator = { number: '1001', name: '陈收费', role: 'cashier' } as const
  const { server, agent } = await connected({
    'GET /v1/session': (_, response) => json(response, 200, { needed: true, operator: null }),
    'POST /v1/session': (_, response) => json(response, 200, { needed: true, operator }),
    'DELETE /v1/session': (_, response) => response.writeHead(204).end(),
    'POST /v1/approvals': (_, response) => json(response, 201, { approval: 'a/1', expiresAt: 'soon' }),
    'POST /v1/orders/refund': (_, response) => json(response, 200, {}),
  })
  await using _ = server
  assert.deepEqual(await agent.session(), { needed: true, operator: null })
  assert.deepEqual((await agent.signOn({ number: '1001', pin: '100100' })).operator, operator)
  const word = { number: '2001', pin: '200200', payOrdId: 'P1', amount: '6.00' }
  const { approval } = await agent.approveRefund(word)
  await agent.refund({} as never, { key: 'r', approval })
  assert.equal(server.requests.at(-1)?.path, '/v1/orders/refund?approval=a%2F1')
  assert.equal(await agent.signOff(), undefined)
})

it('reads lists and single orders', async () => {
  const { server, agent } = await connected({
    'GET /v1/orders': (_, response) => json(response, 200, { orders: [{ id: 'O1', status: 'pending' }], next: 'O1' }),
    'GET /v1/orders/O%2F1': (_, response) => json(response, 200, { id: 'O/1', status: 'settled' }),
    'GET /v1/operations': (_, response) => json(response, 200, { operations: [] }),
    'POST /v1/serial-numbers': (_, response) => json(response, 200, { serialNumbers: ['N1'] }),
  })
  await using _ = server
  assert.deepEqual(await agent.orders({ after: 'O 2' }), { orders: [{ id: 'O1', status: 'pending' }], next: 'O1' })
  assert.equal(server.requests.at(-1)?.path, '/v1/orders?limit=50&after=O%202')
  assert.equal((await agent.order('O/1')).status, 'settled')
  assert.deepEqual(await agent.openOperations(), [])
  assert.deepEqual(await agent.serialNumbers(1), ['N1'])
})

describe('following events', () => {
  it('comes back after a lost connection where it left off', async () => {
    let round = 0
    let lose = (): void => {}
    const { server, agent } = await connected({
      'GET /v1/events': (_, response) => {
        round += 1
        response.writeHead(200, { 'Content-Type': 'text/event-stream' })
        response.write(
          `:hello\n\nid: b-${round}\nevent: order\ndata: {"id":\ndata: "O${round}"}\n\nid: b-x\nevent: ord`,
        )
        if (round === 1) lose = () => response.socket?.destroy()
      },
    })
    await using _ = server
    const events: AgentEvent[] = []
    const states: string[] = []
    await new Promise<void>((done) => {
      const stop = agent.follow({
        topics: ['order', 'terminal'],
        onState: (state) => states.push(state),
        onEvent(event) {
          events.push(event)
          // Not before the event has come: it would be lost with the connection.
          if (events.length < 2) return lose()
          stop()
          done()
        },
      })
    })
    assert.deepEqual(events, [
      { topic: 'order', data: { id: 'O1' } },
      { topic: 'order', data: { id: 'O2' } },
    ])
    assert.deepEqual(states.slice(0, 3), ['open', 'waiting', 'open'])
    const asked = server.requests.filter(({ path }) => path.startsWith('/v1/events'))
    assert.equal(asked[0]?.path, '/v1/events?topics=order,terminal')
    assert.equal(asked[0]?.headers['last-event-id'], undefined)
    assert.equal(asked[1]?.headers['last-event-id'], 'b-1')
  })
})

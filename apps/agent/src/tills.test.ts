// @everyday node
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, it } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import { createAgent, type PendingPairing, type TillsOptions } from '@nationec/agent'
import { defaultProfile } from '@nationec/protocol'
import { createSimulator, type Simulator } from '@nationec/simulator'
import { mockTransport } from '@nationec/transport-mock'
import { CASHIER, ORG_ID, openDesk, PAGE } from './fixtures/desk.ts'
import { follow } from './fixtures/follow.ts'
import { ask } from './fixtures/http.ts'
import { type PairedProgram, pairProgram } from './fixtures/paired-program.ts'

const UPLOAD = `"transType":"${defaultProfile.transTypes.uploadFees}"`

interface TestTill extends PairedProgram {
  readonly base: string
  /** The centre behind the terminals of all tills. */
  readonly simulator: Simulator
  /** Uploads that came to its terminal. */
  readonly uploads: () => number
}

/** One agent with the tills T1 and T2, and a program that is paired with each. */
async function withTills(
  work: (tills: { readonly base: string; readonly one: TestTill; readonly two: TestTill }) => Promise<void>,
): Promise<void> {
  const simulator = createSimulator({ seed: 7, settings: { credentialCheck: 'off' } })
  const received: Record<'T1' | 'T2', string[]> = { T1: [], T2: [] }
  const terminal = (till: 'T1' | 'T2') =>
    mockTransport(
      (text, context) => {
        received[till].push(text)
        return simulator.handle(text, context)
      },
      { name: `terminal-${till.toLowerCase()}`, deadline: 2_000 },
    )
  let pending: readonly PendingPairing[] = []
  const options: TillsOptions = {
    orgId: ORG_ID,
    askByItself: false,
    signOn: false,
    tills: {
      T1: { transport: terminal('T1'), origins: [PAGE] },
      T2: { transport: terminal('T2') },
    },
    onPairing: (now) => {
      pending = now
    },
  }
  await using agent = await createAgent(options)
  const { url, tills } = await agent.listen({ port: 0 })
  const open = async (name: 'T1' | 'T2'): Promise<TestTill> => {
    const base = (tills[name]?.url ?? '').slice(0, -1)
    const paired = await pairProgram(base, (pairingId) => {
      const { code, till } = pending.find((one) => one.pairingId === pairingId) ?? {}
      assert.equal(till, name)
      return code
    })
    return {
      ...{ base, simulator, ...paired },
      uploads: () => received[name].filter((text) => text.includes(UPLOAD)).length,
    }
  }
  await work({ base: url.slice(0, -1), one: await open('T1'), two: await open('T2') })
}

describe('an agent with several tills', () => {
  it('sends what comes for a till to its terminal; the same key at two tills is two operations', () =>
    withTills(async ({ one, two }) => {
      const [first, second] = [await one.upload('same-key'), await two.upload('same-key')]
      assert.deepEqual([first.status, second.status], [201, 201], second.text)
      assert.equal(second.headers['idempotent-replayed'], undefined)
      assert.deepEqual([one.uploads(), two.uploads()], [1, 1])
      assert.equal((await one.call('GET', '/v1/agent')).json.till, 'T1')
      assert.equal((await two.call('GET', '/v1/agent')).json.transport, 'terminal-t2')
    }))

  it('lets no token of one till into another, and none at the root', () =>
    withTills(async ({ base, one, two }) => {
      const headers = { Authorization: `Bearer ${one.token}` }
      assert.equal((await ask(`${two.base}/v1/orders`, { headers })).json.code, 'TOKEN_INVALID')
      assert.equal((await ask(`${base}/v1/orders`, { headers })).json.code, 'ROUTE_UNKNOWN')
      assert.equal((await ask(`${base}/tills/T3/v1/orders`, { headers })).json.code, 'ROUTE_UNKNOWN')
      const paired = (await two.call('GET', '/v1/pairings')).json.paired as { id: string }[]
      assert.equal(paired.length, 1)
      assert.equal((await one.call('DELETE', `/v1/pairings/${paired[0]?.id}`)).json.code, 'PAIRING_UNKNOWN')
      assert.equal((await two.call('GET', '/v1/orders')).status, 200)
    }))

  it('shows, asks and decides at a till what is that till’s', () =>
    withTills(async ({ one, two }) => {
      const { order, operation } = (await one.upload('k')).json
      for (const path of [`/v1/orders/${order.id}`, `/v1/orders/${order.payOrdId}`, `/v1/operations/${operation.id}`]) {
        assert.equal((await one.call('GET', path)).status, 200, path)
        assert.equal((await two.call('GET', path)).status, 404, path)
      }
      assert.equal((await two.call('GET', '/v1/orders')).json.orders.length, 0)
      assert.equal((await two.call('GET', '/v1/operations')).json.operations.length, 0)
      one.simulator.faults.next({ kind: 'line-cut', effect: 'none' }, 'uploadFees')
      const unknown = (await one.upload('lost')).json.operation
      assert.equal(unknown.state, 'unknown')
      const decision = { outcome: 'not-done', amount: unknown.amount, by: '李主管', because: '中心无此单' }
      for (const path of ['resolve', 'close']) {
        const refused = await two.call('POST', `/v1/operations/${unknown.id}/${path}`, path === 'close' ? decision : {})
        assert.equal(refused.json.code, 'OPERATION_NOT_KNOWN', path)
      }
      assert.equal((await one.call('POST', `/v1/operations/${unknown.id}/close`, decision)).json.outcome, 'not-done')
    }))

  it('tells events to the pages of their till, and counts the limits of each by itself', () =>
    withTills(async ({ one, two }) => {
      const at = (till: TestTill) => follow(`${till.base}/v1/events`, { Authorization: `Bearer ${till.token}` })
      const [first, second] = [await at(one), await at(two)]
      await second.until('ready')
      await one.upload('k')
      await two.upload('k')
      await first.until('order')
      await second.until('order')
      const orders = (told: typeof first) =>
        new Set(told.events.filter(({ event }) => event === 'order').map(({ data }) => JSON.parse(data).id))
      assert.deepEqual([orders(first).size, orders(second).size], [1, 1])
      assert.notDeepEqual(orders(first), orders(second))
      first.close()
      second.close()
      const headers = { 'Content-Type': 'application/json' }
      const begin = (base: string) => ask(`${base}/v1/pairings`, { method: 'POST', headers, body: {} })
      for (let index = 0; index < 3; index += 1) assert.equal((await begin(one.base)).status, 201)
      assert.equal((await begin(one.base)).json.code, 'PAIRING_LIMIT')
      assert.equal((await begin(two.base)).status, 201)
    }))

  it('lets a page use the till that it is listed for', () =>
    withTills(async ({ one, two }) => {
      const begin = (base: string) =>
        ask(`${base}/v1/pairings`, {
          ...{ method: 'POST', body: {} },
          headers: { 'Content-Type': 'application/json', Origin: PAGE },
        })
      assert.equal((await begin(one.base)).status, 201)
      assert.equal((await begin(two.base)).json.code, 'ORIGIN_REFUSED')
    }))

  it('refunds at one till what was uploaded at another, by its number', () =>
    withTills(async ({ one, two }) => {
      const { payOrdId, order } = (await one.upload('k')).json
      one.simulator.patient.pay()
      assert.equal((await two.call('POST', '/v1/orders/query', { payOrdId })).json.status, 'settled')
      assert.equal((await two.call('GET', `/v1/orders/${order.id}`)).status, 404)
      const { ecToken } = (await two.call('POST', '/v1/credential/query', CASHIER)).json
      const refund = { payOrdId, totlRefdAmt: '1.00', cashRefdAmt: '1', refdType: 'CASH', ecToken }
      const refunded = await two.call('POST', '/v1/orders/refund', refund, 'r')
      assert.equal(refunded.status, 200, refunded.text)
      assert.equal((await two.call('GET', `/v1/orders/${order.id}`)).json.refunds.length, 1)
    }))

  it('is told by its health at the root', () =>
    withTills(async ({ base, one }) => {
      assert.equal((await ask(`${base}/livez`)).status, 200)
      assert.equal((await ask(`${base}/readyz`)).json.status, 'ready')
      assert.deepEqual((await ask(`${one.base}/openapi.json`)).json.servers, [{ url: '/tills/T1' }])
    }))

  it('refuses names that no path can have', async () => {
    const transport = mockTransport(() => '')
    for (const tills of [{}, { 'a/b': { transport } }, { '': { transport } }])
      await assert.rejects(createAgent({ orgId: ORG_ID, tills }), /OPTION_INVALID.*`?tills/)
    await assert.rejects(createAgent({ orgId: ORG_ID, tills: { T1: { transprt: 1 } } } as never), /transprt/)
  })
})

describe('an agent in a server that is there already', () => {
  it('answers under the names that it was told, behind any port, and under no other', async () => {
    await using agent = await createAgent({
      ...{ orgId: ORG_ID, transport: mockTransport(() => ''), hosts: ['his.example', 'tight.example:8443'] },
    })
    const at = async (host: string) =>
      (await agent.fetch(new Request('http://x/livez', { headers: { Host: host } }))).status
    for (const host of ['his.example', 'HIS.example:443', 'his.example:80', '127.0.0.1:3000', 'tight.example:8443'])
      assert.equal(await at(host), 200, host)
    for (const host of ['evil.example', 'tight.example', 'his.example.evil.example', 'x@his.example', '127.0.0.1.x:80'])
      assert.equal(await at(host), 403, host)
    assert.equal((await agent.fetch(new Request('http://127.0.0.1:3000/livez'))).status, 200)
    assert.equal((await agent.fetch(new Request('http://evil.example/livez'))).status, 403)
  })

  it('stands in a server of Node, and its pages are those of that address', async () => {
    await using agent = await createAgent({ orgId: ORG_ID, transport: mockTransport(() => '') })
    const server = createServer(getRequestListener((request) => agent.fetch(request)))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const begin = (Origin: string) =>
        ask(`${base}/v1/pairings`, {
          ...{ method: 'POST', body: {} },
          headers: { 'Content-Type': 'application/json', Origin },
        })
      assert.equal((await begin(base)).status, 201)
      assert.equal((await begin(base.replace('127.0.0.1', 'localhost'))).json.code, 'ORIGIN_REFUSED')
    } finally {
      server.close()
    }
  })

  it('is found behind a reverse proxy that hands on its own name', async () => {
    await using desk = await openDesk({ hosts: ['push.example'] })
    for (const Host of ['push.example', 'push.example:443', 'push.example:80'])
      assert.equal((await ask(`${desk.base}/livez`, { headers: { Host } })).status, 200, Host)
    const console = { Host: 'push.example', Origin: 'https://push.example', 'Content-Type': 'application/json' }
    const begun = await ask(`${desk.base}/v1/pairings`, { method: 'POST', headers: console, body: {} })
    assert.equal(begun.status, 201)
    assert.equal(desk.pending()[0]?.role, 'console')
  })
})

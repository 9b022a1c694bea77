// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openDesk, PAGE } from './fixtures/desk.ts'
import { follow } from './fixtures/follow.ts'

describe('the event stream', () => {
  it('tells of orders, the terminal, pushes and the wire as they happen', async () => {
    await using desk = await openDesk()
    const following = await follow(`${desk.base}/v1/events`, { Authorization: `Bearer ${desk.token}` })
    await following.until('ready')
    const { json } = await desk.upload('k')
    await following.until('terminal', (data) => JSON.parse(data).shows === 'order')
    await following.until('operation', (data) => JSON.parse(data).state === 'done')
    desk.simulator.patient.pay()
    const push = await following.until('push')
    assert.equal(JSON.parse(push.data).payOrdId, json.payOrdId)
    assert.equal(JSON.parse(push.data).paid, true)
    await desk.call('POST', '/v1/orders/query', { payOrdId: json.payOrdId })
    await following.until('order', (data) => JSON.parse(data).status === 'settled')
    const trace = await following.until('trace')
    assert.match(JSON.parse(trace.data).request, /transType/)
    following.close()
  })

  it('goes on after the last event that the page has', async () => {
    await using desk = await openDesk()
    const headers = { Authorization: `Bearer ${desk.token}` }
    const first = await follow(`${desk.base}/v1/events?topics=order,operation`, headers)
    const { id = '' } = await first.until('ready')
    first.close()
    const { json } = await desk.upload('k')
    const second = await follow(`${desk.base}/v1/events?topics=order`, { ...headers, 'Last-Event-ID': id })
    const missed = await second.until('order', (data) => JSON.parse(data).payOrdId === json.payOrdId)
    assert.ok(second.events.every(({ event }) => event === 'order'))
    const third = await follow(`${desk.base}/v1/events?after=${missed.id}&topics=order`, headers)
    assert.equal((await third.until('order')).id === missed.id, false)
    second.close()
    third.close()
  })

  it('says so when what was missed is no longer known', async () => {
    await using desk = await openDesk()
    const headers = { Authorization: `Bearer ${desk.token}` }
    for (const id of ['other-1', 'nonsense', `${'f'.repeat(12)}-5`]) {
      const following = await follow(`${desk.base}/v1/events`, { ...headers, 'Last-Event-ID': id })
      assert.equal(JSON.parse((await following.until('reset')).data).reason, 'gap')
      following.close()
    }
  })

  it('keeps pairing codes from pages', async () => {
    await using desk = await openDesk()
    const token = await desk.pairPage(PAGE)
    const page = await follow(`${desk.base}/v1/events`, { Origin: PAGE, Authorization: `Bearer ${token}` })
    const program = await follow(`${desk.base}/v1/events`, { Authorization: `Bearer ${desk.token}` })
    await page.until('ready')
    await program.until('ready')
    await desk.pairPage(PAGE)
    await program.until('pairing', (data) => /"code":"\d{6}"/.test(data))
    await desk.upload('k')
    await page.until('operation')
    assert.ok(page.events.every(({ event }) => event !== 'pairing'))
    page.close()
    program.close()
  })

  it('is limited in number, and ends with the agent', async () => {
    await using desk = await openDesk()
    const headers = { Authorization: `Bearer ${desk.token}` }
    const all = await Promise.all(Array.from({ length: 32 }, () => follow(`${desk.base}/v1/events`, headers)))
    const more = await desk.call('GET', '/v1/events')
    assert.equal(more.status, 429)
    all[0]?.close()
    await all[0]?.ended
    const stopping = all.slice(1).map((one) => one.until('stopping'))
    await desk.agent.stop({ within: 0 })
    await Promise.all(stopping)
    await Promise.all(all.map(({ ended }) => ended))
  })
})

// @everyday node
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { encodeRawRequest } from '@nationec/protocol'
import { createSimulator } from '@nationec/simulator'
import { mockTransport } from '@nationec/transport-mock'
import { type Desk, ORG_ID, openDesk } from './fixtures/desk.ts'
import { follow } from './fixtures/follow.ts'
import { ask } from './fixtures/http.ts'

/** One terminal, and an agent that is started anew on the same journal: its client remembers nothing. */
async function restarted(before: (desk: Desk) => Promise<void>, after: (desk: Desk) => Promise<void>) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'nationec-agent-'))
  const simulator = createSimulator({ seed: 7, settings: { credentialCheck: 'off' } })
  try {
    for (const work of [before, after]) {
      await using desk = await openDesk({ dataFolder, simulator, transport: mockTransport(simulator.handle) })
      await work({ ...desk, simulator })
    }
  } finally {
    await rm(dataFolder, { recursive: true })
  }
}

async function refund(desk: Desk, payOrdId: string, appRefdSn: string) {
  const body = { payOrdId, appRefdSn, totlRefdAmt: '1.00', cashRefdAmt: '1.00', refdType: 'CASH', ecToken: 'T' }
  return desk.call('POST', '/v1/orders/refund', body, { key: appRefdSn })
}

describe('an answer of another request, after a restart', () => {
  it('to an upload is unknown, and its order is found by its own number', async () => {
    let first = ''
    await restarted(
      async (desk) => {
        first = (await desk.upload('k1', { medOrgOrd: 'Z1' })).json.payOrdId
        assert.notEqual(first, undefined)
      },
      async (desk) => {
        desk.simulator.faults.next('stale-answer', 'uploadFees')
        const stale = await desk.upload('k2', { medOrgOrd: 'Z2' })
        assert.deepEqual([stale.status, stale.json.code, stale.json.delivery], [502, 'ANSWER_FOREIGN', 'unknown'])
        const known = (await desk.call('GET', '/v1/orders')).json.orders
        const shown = known.map(({ medOrgOrd, payOrdId, status }: Record<string, unknown>) => [
          medOrgOrd,
          payOrdId,
          status,
        ])
        assert.deepEqual(shown, [
          ['Z2', undefined, 'unknown'],
          ['Z1', first, 'pending'],
        ])
        const resolved = await desk.call('POST', `/v1/operations/${stale.json.operation.id}/resolve`, {})
        assert.equal(resolved.json.proven, true)
        assert.notEqual(resolved.json.order.payOrdId, first)
      },
    )
  })

  it('to a refund is unknown', async () => {
    let payOrdId = ''
    await restarted(
      async (desk) => {
        payOrdId = (await desk.upload('k1')).json.payOrdId
        desk.simulator.patient.pay(payOrdId)
        const { json } = await refund(desk, payOrdId, 'R1')
        assert.equal(json.refStatus, 'SUCC')
        assert.equal(json.operation.refdSn, json.refdSn)
      },
      async (desk) => {
        desk.simulator.faults.next('stale-answer', 'refund')
        const stale = await refund(desk, payOrdId, 'R2')
        assert.deepEqual([stale.json.code, stale.json.delivery], ['ANSWER_FOREIGN', 'unknown'])
      },
    )
  })

  it('to a query names an order of another bill, and is not taken', async () => {
    await restarted(
      async (desk) => {
        await desk.upload('k1', { medOrgOrd: 'Z1' })
      },
      async (desk) => {
        await desk.upload('k2', { medOrgOrd: 'Z2' })
        await desk.call('POST', '/v1/orders/query', { medOrgOrd: 'Z1' })
        desk.simulator.faults.next({ kind: 'stale-answer' }, 'querySettlement')
        const stale = await desk.call('POST', '/v1/orders/query', { medOrgOrd: 'Z2' })
        assert.deepEqual([stale.json.code, stale.json.delivery], ['ANSWER_INVALID', 'unknown'])
      },
    )
  })

  it('to a raw request or to the text of an old page is unknown too', async () => {
    const textOf = async (desk: Desk, medOrgOrd: string) =>
      encodeRawRequest({ orgId: ORG_ID, transType: 'hos.upload.fee', data: await desk.bill({ medOrgOrd }) })
    await restarted(
      async (desk) => {
        const json = await textOf(desk, 'Z1')
        assert.equal((await desk.call('POST', '/v1/nation-ec-trans', { url: '', json })).json.code, 0)
      },
      async (desk) => {
        desk.simulator.faults.next('stale-answer', 'uploadFees')
        const json = await textOf(desk, 'Z2')
        const stale = await desk.call('POST', '/v1/nation-ec-trans', { url: '', json })
        assert.deepEqual([stale.status, stale.json.code, stale.json.delivery], [502, 'ANSWER_FOREIGN', 'unknown'])
        const found = await desk.call('POST', '/v1/orders/query', { medOrgOrd: 'Z2' })
        assert.equal(found.json.status, 'pending')
        desk.simulator.faults.next('stale-answer', 'uploadFees')
        const data = await desk.bill({ medOrgOrd: 'Z3' })
        const named = await desk.call('POST', '/v1/request', { transType: 'hos.upload.fee', data }, { key: 'k4' })
        assert.deepEqual([named.json.code, named.json.delivery], ['ANSWER_FOREIGN', 'unknown'])
      },
    )
  })
})

describe('a push for an order that the agent did not upload', () => {
  it('is an alarm, and one for its own order is none', async () => {
    const numbers = { paid: true, state: undefined, amounts: undefined }
    await using desk = await openDesk({
      async receivePush(request, accept) {
        const { payOrdId, medOrgOrd } = (await request.json()) as { payOrdId: string; medOrgOrd?: string }
        await accept({ ...numbers, payOrdId, medOrgOrd, body: { payOrdId } })
        return new Response('{"code":0}')
      },
    })
    const push = (payOrdId: string, medOrgOrd?: string) =>
      ask(`${desk.base}/push`, {
        method: 'POST',
        body: { payOrdId, medOrgOrd },
        headers: { 'Content-Type': 'application/json' },
      })
    const following = await follow(`${desk.base}/v1/events?topics=alarm,push`, {
      Authorization: `Bearer ${desk.token}`,
    })
    await following.until('ready')
    const { payOrdId } = (await desk.upload('k1', { medOrgOrd: 'Z1' })).json
    desk.simulator.faults.next({ kind: 'line-cut', effect: 'done' }, 'uploadFees')
    await desk.upload('k2', { medOrgOrd: 'Z2' })
    await push(payOrdId, 'Z1')
    await push(payOrdId)
    await push('ORD-of-Z2', 'Z2')
    await push(payOrdId, 'Z9')
    await push('ORD-of-nobody', 'Z8')
    const { pushes } = (await desk.call('GET', '/v1/pushes')).json
    assert.deepEqual(
      pushes.map(({ alarm }: { alarm?: string }) => alarm),
      ['order-unknown', 'order-differs', undefined, undefined, undefined],
    )
    await following.until('alarm', (data) => JSON.parse(data).payOrdId === 'ORD-of-nobody')
    assert.equal(following.events.filter(({ event }) => event === 'alarm').length, 2)
    assert.match((await ask(`${desk.base}/metrics`)).text, /nationec_agent_alarms_total\{kind="order-unknown"\} 1/)
    following.close()
  })
})

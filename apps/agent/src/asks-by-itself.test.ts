// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { encodeRawRequest } from '@nationec/protocol'
import { createSimulator } from '@nationec/simulator'
import type { LateOutcome, TerminalLink } from '@nationec/terminal'
import { mockTransport } from '@nationec/transport-mock'
import { CASHIER, type Desk, ORG_ID, openDesk } from './fixtures/desk.ts'
import { follow } from './fixtures/follow.ts'

/** Waits until an operation is in a state. */
async function untilState(desk: Desk, id: string, state: string) {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { json } = await desk.call('GET', `/v1/operations/${id}`)
    if (json.state === state) return json
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`never ${state}`)
}

describe('an agent that asks by itself', () => {
  it('finds the order of a lost answer with nobody asking, and tells the pages', async () => {
    await using desk = await openDesk({ askByItself: true })
    const bill = await desk.bill()
    const following = await follow(`${desk.base}/v1/events`, { Authorization: `Bearer ${desk.token}` })
    await following.until('ready')
    desk.simulator.faults.next('line-cut', 'uploadFees')
    const lost = await desk.call('POST', '/v1/orders', bill, { key: 'k' })
    assert.equal(lost.json.delivery, 'unknown')
    const { proof, payOrdId } = await untilState(desk, lost.json.operation.id, 'done')
    assert.deepEqual([proof, payOrdId], ['query', desk.simulator.orders()[0]?.payOrdId])
    await following.until('operation', (data) => JSON.parse(data).proof === 'query')
    await following.until('order', (data) => JSON.parse(data).payOrdId === payOrdId)
    following.close()
    const known = await desk.call('POST', '/v1/orders', bill, { key: 'k' })
    assert.deepEqual([known.status, known.json.payOrdId], [201, payOrdId])
    assert.equal(desk.simulator.counts.effects.uploads, 1)
  })

  it('gives its question up for a patient who comes to the terminal', async () => {
    await using desk = await openDesk({ askByItself: true })
    const bill = await desk.bill()
    const asking = new Promise<void>((resolve) => {
      desk.simulator.events((event) => event.type === 'fault' && event.operation === 'querySettlement' && resolve())
    })
    desk.simulator.faults.next('line-cut', 'uploadFees')
    desk.simulator.faults.next({ kind: 'slow', milliseconds: 60_000 }, 'querySettlement')
    const lost = await desk.call('POST', '/v1/orders', bill, { key: 'k' })
    await asking
    const read = await desk.call('POST', '/v1/credential/query?deadline=3000', CASHIER)
    assert.equal(read.status, 200, read.text)
    assert.equal((await desk.call('GET', `/v1/operations/${lost.json.operation.id}`)).json.state, 'unknown')
  })
})

describe('what a terminal tells by itself of an old request', () => {
  it('is the answer of its key, with the payToken that no query gives', async () => {
    let hear: (late: LateOutcome) => void = () => {}
    const terminalLink: TerminalLink = {
      up: true,
      onPush: () => {},
      onLate(listener) {
        hear = listener
      },
    }
    const simulator = createSimulator({ seed: 7 })
    const answers: string[] = []
    const texts: string[] = []
    const transport = mockTransport(async (text, context) => {
      const answer = await simulator.handle(text, context)
      if (text.includes('hos.upload.fee')) {
        texts.push(text)
        answers.push(answer)
        throw new Error('the cable was pulled')
      }
      return answer
    })
    await using desk = await openDesk({ transport, simulator, terminalLink })
    const bill = await desk.bill()
    const lost = await desk.call('POST', '/v1/orders', bill, { key: 'k' })
    assert.equal(lost.json.operation.state, 'unknown', lost.text)
    hear({ request: texts[0] ?? '', answer: answers[0] })
    await untilState(desk, lost.json.operation.id, 'done')
    const known = await desk.call('POST', '/v1/orders', bill, { key: 'k' })
    assert.equal(known.status, 201)
    assert.match(known.json.payToken, /^[0-9a-f]{32}$/)
    assert.equal(known.json.operation.proof, 'memory')
    assert.equal(simulator.counts.effects.uploads, 1)
  })
})

describe('a text that names a member twice', () => {
  it('is refused, because two readers could take it for two requests', async () => {
    await using desk = await openDesk()
    const { payOrdId } = (await desk.upload('k')).json
    desk.simulator.patient.pay(payOrdId)
    const data = { payOrdId, appRefdSn: 'R1', totlRefdAmt: '1.00', cashRefdAmt: '1.00', refdType: 'CASH' }
    const text = encodeRawRequest({ orgId: ORG_ID, transType: 'hos.refund.setl', data })
    const twice = text.replace(/}$/, ',"transType":"ec.query"}')
    for (const json of [twice, `\uFEFF${twice}`]) {
      const refused = await desk.call('POST', '/v1/nation-ec-trans', { url: '', json })
      assert.deepEqual([refused.status, refused.json.code, refused.json.delivery], [422, 'TEXT_AMBIGUOUS', 'not-sent'])
    }
    assert.equal(desk.simulator.counts.effects.refunds, 0)
  })
})

describe('two operations on one order', () => {
  it('are not both let out, though one names the bill and the other its number', async () => {
    await using desk = await openDesk()
    const bill = await desk.bill()
    const { payOrdId, operation } = (await desk.call('POST', '/v1/orders', bill, { key: 'u' })).json
    const { idNo, idType, userName } = bill
    desk.simulator.faults.next('line-cut', 'revokeFees')
    const lost = await desk.call('POST', '/v1/orders/revoke', { payOrdId, idNo, idType, userName }, { key: 'r' })
    assert.equal(lost.json.delivery, 'unknown')
    const again = { ...(await desk.bill()), medOrgOrd: operation.medOrgOrd }
    const refused = await desk.call('POST', '/v1/orders', again, { key: 'u2' })
    assert.deepEqual(
      [refused.status, refused.json.code, refused.json.operationId],
      [409, 'OUTCOME_OPEN', lost.json.operation.id],
    )
    const nested = { transType: 'region.refund', data: { list: [{ payOrdId }] } }
    const raw = await desk.call('POST', '/v1/request', nested, { key: 'raw' })
    assert.deepEqual([raw.status, raw.json.code], [409, 'OUTCOME_OPEN'])
  })

  it('nor a second bill of the same person and total while the first is unknown, unless somebody says why', async () => {
    await using desk = await openDesk()
    desk.simulator.faults.next('line-cut', 'uploadFees')
    const lost = await desk.upload('k1')
    const asked = await desk.upload('k2')
    assert.deepEqual(
      [asked.status, asked.json.code, asked.json.operationId],
      [409, 'POSSIBLE_DUPLICATE', lost.json.operation.id],
    )
    const reason = encodeURIComponent('两张处方')
    const told = await desk.call('POST', `/v1/orders?notDuplicate=${reason}`, await desk.bill(), { key: 'k3' })
    assert.equal(told.status, 201, told.text)
  })
})

describe('a refund', () => {
  it('above what is left in a bucket is refused before it leaves', async () => {
    await using desk = await openDesk()
    const bill = await desk.bill()
    const { payOrdId } = (await desk.call('POST', '/v1/orders', bill, { key: 'u' })).json
    desk.simulator.patient.pay(payOrdId)
    const { amounts } = (await desk.call('POST', '/v1/orders/query', { payOrdId })).json
    const all = {
      payOrdId,
      totlRefdAmt: amounts.cash,
      cashRefdAmt: amounts.cash,
      refdType: 'CASH',
      ecToken: bill['ecToken'],
    }
    assert.equal((await desk.call('POST', '/v1/orders/refund', all, { key: 'r1' })).status, 200)
    const more = { ...all, totlRefdAmt: '0.01', cashRefdAmt: '0.01' }
    const refused = await desk.call('POST', '/v1/orders/refund', more, { key: 'r2' })
    assert.deepEqual([refused.json.code, refused.json.delivery], ['BUCKET_EXCEEDED', 'not-sent'])
    const order = (await desk.call('GET', `/v1/orders/${payOrdId}`)).json
    assert.equal(order.held.cash, amounts.cash)
    assert.equal(desk.simulator.counts.effects.refunds, 1)
  })
})

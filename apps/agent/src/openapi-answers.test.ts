// @everyday none
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createClient } from '@nationec/client'
import { defaultProfile } from '@nationec/protocol'
import { mockTransport } from '@nationec/transport-mock'
import { describedAnswers } from './fixtures/described-answers.ts'
import { CASHIER, type Desk, ORG_ID, openDesk, PAGE } from './fixtures/desk.ts'
import { follow } from './fixtures/follow.ts'
import { type Answer, ask } from './fixtures/http.ts'

const NOTICE = {
  ...{ medicalSettleState: 'SUCCESS', totalFee: '1.00', bizType: 'settle', setlTime: '20261123101500' },
  ...{ operatorId: '007', operatorName: '收费员', hospitalName: '测试医院', officeId: '03', officeName: '内科' },
  doctorName: '测试医生',
}

type Called = (method: string, path: string, body?: unknown, key?: string) => Promise<Answer>

/** Every operation that is no stream, each with a success; the whole flow among them. */
async function everyOperation(desk: Desk, call: Called): Promise<void> {
  const { ecToken, idNo, idType, userName } = (await call('POST', '/v1/credential/query', CASHIER)).json
  await call('POST', '/v1/credential/scan', CASHIER)
  const face = await call('POST', '/v1/credential/face', CASHIER)
  await call('POST', '/v1/credential/face/check', { authNo: face.json.authNo, ...CASHIER })
  await call('POST', '/v1/credential/id-card', CASHIER)
  const { serialNumbers } = (await call('POST', '/v1/serial-numbers', { count: 2 })).json
  assert.equal(serialNumbers.length, 2)

  const bill = await desk.bill()
  const uploaded = await call('POST', '/v1/orders', bill, 'upload-1')
  assert.equal(uploaded.status, 201, uploaded.text)
  const { payOrdId } = uploaded.json
  await call('POST', '/v1/orders', bill, 'upload-1')
  await call('POST', '/v1/orders/query', { payOrdId })
  desk.simulator.patient.pay(payOrdId)
  assert.equal((await call('POST', '/v1/orders/query', { payOrdId })).json.status, 'settled')
  const refund = { payOrdId, totlRefdAmt: '1.00', cashRefdAmt: '1.00', refdType: 'CASH', ecToken }
  const refunded = await call('POST', '/v1/orders/refund', refund, 'refund-1')
  assert.equal(refunded.status, 200, refunded.text)
  await call('POST', '/v1/terminal/notify', { ...NOTICE, idNo, userName })
  const second = await call('POST', '/v1/orders', await desk.bill(), 'upload-2')
  const revoke = { payOrdId: second.json.payOrdId, idNo, idType, userName }
  const revoked = await call('POST', '/v1/orders/revoke', revoke, 'revoke-1')
  assert.equal(revoked.status, 200, revoked.text)

  const placed = await desk.bill()
  const third = await call('POST', '/v1/orders', placed, 'upload-3')
  const { chrgBchno = 'B1', mdtrtId = 'M1', feeType = '01' } = placed
  const payAuthNo = desk.simulator.patient.authorisePayment()
  const place = { payOrdId: third.json.payOrdId, payAuthNo, chrgBchno, mdtrtId, feeType }
  const settled = await call('POST', '/v1/orders/place', place, 'place-1')
  assert.equal(settled.status, 200, settled.text)
  await lostUpload(desk, call)
  const data = { orgId: ORG_ID, ...CASHIER }
  await call('POST', '/v1/request', { transType: defaultProfile.transTypes.queryCredential, data })
  const text = JSON.stringify({ orgId: ORG_ID, transType: defaultProfile.transTypes.queryCredential, data })
  await call('POST', '/v1/nation-ec-trans', { url: '', json: text })
  await call('POST', '/v1/request', { transType: 'x.unknown', data: {} }, 'raw-1')
  await lists(call, payOrdId)
}

/** Two sales of the console: one is paid and partly refunded, one is withdrawn; both are closed. */
async function sales(desk: Desk, call: Called): Promise<void> {
  const { businessType: _, ...till } = CASHIER
  const { ecToken: _1, idNo: _2, idType: _3, userName: _4, ...bill } = await desk.bill()
  for (const end of ['refund', 'revoke'] as const) {
    const { id } = (await call('POST', '/v1/sales', { bill: { ...bill, medOrgOrd: `SALE-${end}` } })).json
    await call('POST', '/v1/sales', { bill: { ...bill, medOrgOrd: `SALE-${end}` } })
    await call('POST', `/v1/sales/${id}/identify`, till)
    const { keys } = (await call('GET', `/v1/sales/${id}`)).json
    const uploaded = await call('POST', `/v1/sales/${id}/upload`, {}, keys.upload)
    assert.equal(uploaded.status, 200, uploaded.text)
    if (end === 'revoke') {
      const revoked = await call('POST', `/v1/sales/${id}/revoke`, {}, keys.revoke)
      assert.equal(revoked.status, 200, revoked.text)
    } else {
      desk.simulator.patient.pay(uploaded.json.order.payOrdId)
      await call('POST', `/v1/sales/${id}/query`, {})
      await call('POST', `/v1/sales/${id}/printed`, {})
      const form = { refdType: 'CASH', totlRefdAmt: '1.00', cashRefdAmt: '1.00' }
      const refunded = await call('POST', `/v1/sales/${id}/refund`, form, 'RSALE1')
      assert.equal(refunded.status, 200, refunded.text)
    }
    await call('GET', '/v1/sales')
    const closed = await call('POST', `/v1/sales/${id}/close`, {})
    assert.equal(closed.status, 204, closed.text)
  }
}

/** Its answer is lost: asked for, proved, and answered again under its key; another one is decided by a person. */
async function lostUpload(desk: Desk, call: Called): Promise<void> {
  const bill = await desk.bill()
  desk.simulator.faults.next('lost-answer', 'uploadFees')
  const lost = await call('POST', '/v1/orders?deadline=150', bill, 'lost-1')
  assert.equal(lost.json.delivery, 'unknown', lost.text)
  await call('POST', `/v1/operations/${lost.json.operation.id}/resolve`, {})
  assert.equal((await call('POST', '/v1/orders', bill, 'lost-1')).status, 201)
  desk.simulator.faults.next('lost-request', 'uploadFees')
  const never = await call('POST', '/v1/orders?deadline=150', await desk.bill({ medfeeSumamt: '150.52' }), 'lost-2')
  assert.equal(never.json.delivery, 'unknown', never.text)
  const { id, amount } = never.json.operation
  const decision = { outcome: 'not-done', amount, by: 'supervisor', because: 'the centre has no such order' }
  await call('POST', `/v1/operations/${id}/close`, decision)
}

async function lists(call: Called, payOrdId: string): Promise<void> {
  for (const path of ['/v1/agent', '/livez', '/readyz', '/metrics', '/v1/pairings', '/v1/bundle', '/v1/trace']) {
    await call('GET', path)
  }
  await call('GET', '/v1/orders?limit=1')
  const { operations } = (await call('GET', '/v1/operations?limit=2')).json
  await call('GET', `/v1/operations/${operations[0].id}`)
  await call('GET', `/v1/orders/${payOrdId}`)
  const { pushes } = (await call('GET', '/v1/pushes')).json
  assert.ok(pushes.length > 0)
  const { exceptions } = (await call('GET', '/v1/exceptions')).json
  if (exceptions.length > 0) {
    await call('POST', `/v1/exceptions/${exceptions[0].id}/close`, { by: 'supervisor', because: 'seen' })
  }
}

const IT = { number: '900', name: '信息科', role: 'it', pin: '480913' }
const SUPERVISOR = { number: '800', name: '主管', role: 'supervisor', pin: '570264' }
const FIRST = { number: '100', name: '收费员', role: 'cashier', pin: '629157' }

/** Operators sign on, one approves a refund of another, and the list of all that is read. */
async function people(call: Called): Promise<void> {
  await call('POST', '/v1/operators', IT)
  await call('POST', '/v1/session', { number: IT.number, pin: IT.pin })
  for (const operator of [SUPERVISOR, FIRST]) await call('POST', '/v1/operators', operator)
  await call('PUT', `/v1/operators/${FIRST.number}`, { name: '收费员甲' })
  await call('GET', '/v1/operators')
  await call('GET', '/v1/audit')
  await call('GET', '/v1/audit.csv')
  await call('DELETE', '/v1/session')
  await call('POST', '/v1/session', { number: FIRST.number, pin: FIRST.pin })
  await call('GET', '/v1/session')
  const { number, pin } = SUPERVISOR
  await call('POST', '/v1/approvals', { number, pin, payOrdId: 'ORD1', amount: '600.00' })
  await call('PUT', '/v1/session/pin', { pin: FIRST.pin, newPin: '736482' })
}

/** Pairing as a page does it, and the console's own start. */
async function pairing(desk: Desk, check: (method: string, path: string, answer: Answer) => void): Promise<void> {
  const post = async (path: string, body: unknown, Origin: string, more: object = {}): Promise<Answer> => {
    const headers = { 'Content-Type': 'application/json', Origin, ...more }
    const answer = await ask(`${desk.base}${path}`, { method: 'POST', headers, body })
    check('POST', path, answer)
    return answer
  }
  const { pairingId } = (await post('/v1/pairings', { name: 'page' }, PAGE)).json
  await post('/v1/pairings/confirm', { pairingId, code: 'x' }, PAGE)
  const code = desk.pending().find((one) => one.pairingId === pairingId)?.code
  const { token } = (await post('/v1/pairings/confirm', { pairingId, code }, PAGE)).json
  await post('/v1/pairings/start', { code: desk.startCode }, desk.base)
  const headers = { Origin: PAGE, Authorization: `Bearer ${token}` }
  const removed = await ask(`${desk.base}/v1/pairings/current`, { method: 'DELETE', headers })
  check('DELETE', '/v1/pairings/current', removed)
}

describe('the answers of the agent', () => {
  it('are those that the OpenAPI document describes: a success of every operation, and the problems on the way', async () => {
    await using desk = await openDesk()
    const described = await describedAnswers(desk.base)
    const call: Called = async (method, path, body, key) => {
      const answer = await desk.call(method, path, body, key === undefined ? {} : { key })
      described.check(method, path, answer)
      return answer
    }
    await everyOperation(desk, call)
    await sales(desk, call)
    await people(call)
    await pairing(desk, described.check)
    const stream = await follow(`${desk.base}/v1/events`, { Authorization: `Bearer ${desk.token}` })
    assert.equal(stream.status, 200)
    stream.close()
    const unseen = described.operationIds.filter((id) => !described.succeeded.has(id) && id !== 'followEvents')
    assert.deepEqual(unseen, [])
    for (const id of ['uploadFees', 'confirmPairing', 'request']) assert.ok(described.failed.has(id), id)
  })

  it('have the names of the client where it has the operation', async () => {
    await using desk = await openDesk()
    const { operationIds } = await describedAnswers(desk.base)
    const client = createClient({ orgId: ORG_ID, transport: mockTransport(() => '') })
    const notOverHttp = new Set(['exchangeText', 'serialNumber', 'close', 'queryInsured', 'checkToken'])
    const methods = Object.entries(client).flatMap(([name, member]) => (typeof member === 'function' ? [name] : []))
    assert.deepEqual(
      methods.filter((name) => !operationIds.includes(name) && !notOverHttp.has(name)),
      [],
    )
    assert.ok(methods.length > 10)
  })
})

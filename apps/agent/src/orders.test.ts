// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CASHIER, openDesk } from './fixtures/desk.ts'

describe('the life of an order', () => {
  it('goes from the patient’s code to a refund, and the history has it', async () => {
    await using desk = await openDesk()
    const person = await desk.call('POST', '/v1/credential/query', CASHIER)
    assert.equal(person.status, 200, person.text)
    assert.equal(person.json.userName, '测试甲')

    const uploaded = await desk.upload('upload-1')
    assert.equal(uploaded.status, 201, uploaded.text)
    const { payOrdId, payToken, operation, order } = uploaded.json
    assert.equal(operation.state, 'done')
    assert.equal(order.status, 'pending')
    assert.match(order.medOrgOrd, /H33010200001$/)

    // The agent knows the token of its own orders.
    const pending = await desk.call('POST', '/v1/orders/query', { payOrdId })
    assert.equal(pending.status, 200, pending.text)
    assert.equal(pending.json.status, 'pending')

    desk.simulator.patient.pay(payOrdId)
    const settled = await desk.call('POST', '/v1/orders/query', { payOrdId, payToken })
    assert.equal(settled.json.status, 'settled')
    assert.equal(settled.json.amounts.total, order.total)
    assert.equal(settled.json.order.status, 'settled')

    const refund = { payOrdId, totlRefdAmt: '1.00', cashRefdAmt: '1', refdType: 'CASH', ecToken: person.json.ecToken }
    const refunded = await desk.call('POST', '/v1/orders/refund', refund, { key: 'refund-1' })
    assert.equal(refunded.status, 200, refunded.text)
    assert.equal(refunded.json.refStatus, 'SUCC')
    assert.equal(desk.simulator.ledger.refunded.cash, '1.00')

    const after = await desk.call('POST', '/v1/orders/query', { payOrdId })
    assert.equal(after.json.status, 'partly-refunded')
    const known = await desk.call('GET', `/v1/orders/${payOrdId}`)
    assert.equal(known.json.refunds[0].total, '1.00')
    assert.deepEqual(
      known.json.operations.map(({ kind, state }: { kind: string; state: string }) => `${kind} ${state}`),
      ['upload done', 'refund done'],
    )
  })

  it('withdraws an unpaid bill', async () => {
    await using desk = await openDesk()
    const { json } = await desk.upload('upload-1')
    const bill = await desk.bill()
    const { idNo, idType, userName } = bill
    const body = { payOrdId: json.payOrdId, idNo, idType, userName }
    const revoked = await desk.call('POST', '/v1/orders/revoke', body, { key: 'revoke-1' })
    assert.equal(revoked.status, 200, revoked.text)
    assert.equal(revoked.json.order.status, 'revoked')
    assert.equal(desk.simulator.order(json.payOrdId)?.ordStas, '12')
  })

  it('places a payment in the patient’s own app', async () => {
    await using desk = await openDesk()
    const { json } = await desk.upload('upload-1')
    const bill = await desk.bill()
    const payAuthNo = desk.simulator.patient.authorisePayment()
    const { payOrdId, mdtrtId } = json
    const { chrgBchno, feeType } = bill
    const body = { payAuthNo, payOrdId, chrgBchno, feeType, mdtrtId }
    const placed = await desk.call('POST', '/v1/orders/place', body, { key: 'place-1' })
    assert.equal(placed.status, 200, placed.text)
    assert.equal(placed.json.status, 'settled')
    assert.equal(placed.json.order.status, 'settled')
  })

  it('lists orders newest first, in pages and by state', async () => {
    await using desk = await openDesk()
    for (const key of ['a', 'b', 'c']) await desk.upload(key)
    const first = (await desk.call('GET', '/v1/orders?limit=2')).json
    const second = (await desk.call('GET', `/v1/orders?limit=2&after=${encodeURIComponent(first.next)}`)).json
    const numbers = [...first.orders, ...second.orders].map(({ payOrdId }: { payOrdId: string }) => payOrdId)
    assert.deepEqual(
      numbers,
      desk.simulator
        .orders()
        .map(({ payOrdId }) => payOrdId)
        .reverse(),
    )
    assert.equal(second.next, undefined)
    assert.equal((await desk.call('GET', '/v1/orders?status=settled')).json.orders.length, 0)
  })

  it('refuses a wrong bill by its fields before anything leaves', async () => {
    await using desk = await openDesk()
    const bill = await desk.bill({ medfeeSumamt: '1.00', insutype: undefined })
    const refused = await desk.call('POST', '/v1/orders', bill, { key: 'k' })
    assert.equal(refused.status, 422)
    assert.equal(refused.headers['content-type'], 'application/problem+json; charset=utf-8')
    const { code, delivery, issues, title } = refused.json
    assert.deepEqual({ code, delivery }, { code: 'REQUEST_INVALID', delivery: 'not-sent' })
    assert.deepEqual(
      issues.map(({ path }: { path: string }) => path),
      ['insutype'],
    )
    assert.match(title, /请求内容/)
    const unknown = await desk.call('POST', '/v1/orders', await desk.bill({ misspelt: '1' }), { key: 'k' })
    assert.equal(unknown.json.issues[0].rule, 'unknown-field')
    assert.equal(desk.simulator.counts.effects.uploads, 0)
  })

  it('tells a refusal of the centre with its code, in the language asked for', async () => {
    await using desk = await openDesk()
    const refused = await desk.call(
      'POST',
      '/v1/orders/query',
      { medOrgOrd: 'none' },
      { headers: { 'Accept-Language': 'en' } },
    )
    assert.equal(refused.status, 409)
    const { code, delivery, responseCode, title } = refused.json
    assert.deepEqual(
      { code, delivery, responseCode },
      { code: 'BUSINESS_REFUSED', delivery: 'answered', responseCode: 9021 },
    )
    assert.match(title, /refused/)
  })

  it('sends a raw request; one that may move money needs a key', async () => {
    await using desk = await openDesk()
    const query = { transType: 'ec.query', data: { orgId: 'H33010200001', ...CASHIER } }
    const answer = await desk.call('POST', '/v1/request', query)
    assert.equal(answer.json.code, 0)
    assert.equal(answer.json.data.userName, '测试甲')
    const unknown = { transType: 'hos.something', data: {} }
    assert.equal((await desk.call('POST', '/v1/request', unknown)).json.code, 'KEY_MISSING')
    assert.equal((await desk.call('POST', '/v1/request', unknown, { key: 'raw' })).json.code, 'BUSINESS_REFUSED')
  })
})

// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openDesk } from './fixtures/desk.ts'

describe('an idempotency key', () => {
  it('gives the same answer to the same request, without asking the terminal again', async () => {
    await using desk = await openDesk()
    const bill = await desk.bill()
    const first = await desk.call('POST', '/v1/orders', bill, { key: 'k' })
    const turned = Object.fromEntries(Object.entries(bill).reverse())
    const second = await desk.call('POST', '/v1/orders', turned, { key: 'k' })
    assert.equal(second.status, 201)
    assert.equal(first.headers['idempotent-replayed'], undefined)
    assert.equal(second.headers['idempotent-replayed'], 'true')
    assert.deepEqual(second.json, first.json)
    assert.equal(desk.simulator.counts.effects.uploads, 1)
  })

  it('is one effect for many at once', async () => {
    await using desk = await openDesk()
    const bill = await desk.bill()
    desk.simulator.faults.next({ kind: 'slow', milliseconds: 30 }, 'uploadFees')
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => desk.call('POST', '/v1/orders', bill, { key: 'k' })),
    )
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]))
    assert.equal(new Set(answers.map(({ json }) => json.payOrdId)).size, 1)
    assert.equal(desk.simulator.counts.requests['6201'] ?? desk.simulator.counts.effects.uploads, 1)
    assert.equal(desk.simulator.counts.effects.uploads, 1)
  })

  it('refuses another body or another route', async () => {
    await using desk = await openDesk()
    const { json } = await desk.upload('k')
    const other = await desk.upload('k', { chrgBchno: 'other' })
    assert.equal(other.status, 422)
    assert.equal(other.json.code, 'KEY_REUSED')
    const { idNo, idType, userName } = await desk.bill()
    const revoke = { payOrdId: json.payOrdId, idNo, idType, userName }
    assert.equal((await desk.call('POST', '/v1/orders/revoke', revoke, { key: 'k' })).json.code, 'KEY_REUSED')
  })

  it('belongs to the origin that sent it', async () => {
    await using desk = await openDesk({ origins: ['https://a.example', 'https://b.example'] })
    const bill = await desk.bill()
    const answers = []
    for (const origin of ['https://a.example', 'https://b.example']) {
      const headers = { Authorization: `Bearer ${await desk.pairPage(origin)}`, Origin: origin }
      answers.push(await desk.call('POST', '/v1/orders', bill, { key: 'k', headers }))
    }
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 201],
    )
    assert.notEqual(answers[0]?.json.payOrdId, answers[1]?.json.payOrdId)
  })

  it('must be there, and be one', async () => {
    await using desk = await openDesk()
    const bill = await desk.bill()
    assert.equal((await desk.call('POST', '/v1/orders', bill)).json.code, 'KEY_MISSING')
    for (const key of ['a b', 'x'.repeat(129)]) {
      assert.equal((await desk.call('POST', '/v1/orders', bill, { key })).json.code, 'KEY_INVALID')
    }
    assert.equal(desk.simulator.counts.effects.uploads, 0)
  })

  it('is free again when the request never reached the terminal', async () => {
    await using desk = await openDesk()
    const bill = await desk.bill()
    desk.simulator.faults.next('line-down', 'uploadFees')
    const failed = await desk.call('POST', '/v1/orders', bill, { key: 'k' })
    assert.equal(failed.status, 503)
    assert.equal(failed.json.delivery, 'not-sent')
    assert.equal((await desk.call('POST', '/v1/orders', bill, { key: 'k' })).status, 201)
  })

  it('keeps a refusal', async () => {
    await using desk = await openDesk()
    const bill = await desk.bill()
    desk.simulator.faults.next('busy', 'uploadFees')
    const first = await desk.call('POST', '/v1/orders', bill, { key: 'k' })
    const second = await desk.call('POST', '/v1/orders', bill, { key: 'k' })
    assert.deepEqual([first.status, second.status], [409, 409])
    assert.equal(second.json.responseCode, first.json.responseCode)
    assert.equal(second.json.operation.state, 'refused')
    assert.equal((await desk.call('POST', '/v1/orders', bill, { key: 'k2' })).status, 201)
  })
})

describe('an unknown outcome', () => {
  it('stays unknown under its key and is never repeated; a query finds the order', async () => {
    await using desk = await openDesk()
    const bill = await desk.bill()
    desk.simulator.faults.next('line-cut', 'uploadFees')
    const lost = await desk.call('POST', '/v1/orders', bill, { key: 'k' })
    assert.equal(lost.status, 502)
    assert.equal(lost.json.delivery, 'unknown')
    assert.equal(lost.json.operation.state, 'unknown')
    assert.equal(lost.json.order.status, 'unknown')

    const again = await desk.call('POST', '/v1/orders', bill, { key: 'k' })
    assert.equal(again.status, 502)
    assert.equal(again.headers['idempotent-replayed'], 'true')
    const { medOrgOrd, id } = again.json.operation
    const other = await desk.call('POST', '/v1/orders', { ...bill, medOrgOrd }, { key: 'another' })
    assert.equal(other.json.code, 'OUTCOME_OPEN')
    assert.equal(desk.simulator.counts.effects.uploads, 1)

    assert.equal((await desk.call('GET', '/v1/operations?state=unknown')).json.operations.length, 1)
    const resolved = await desk.call('POST', `/v1/operations/${id}/resolve`, {})
    assert.equal(resolved.status, 200, resolved.text)
    assert.equal(resolved.json.proven, true)
    assert.equal(resolved.json.operation.proof, 'query')
    assert.equal(resolved.json.order.status, 'pending')
    assert.equal(resolved.json.order.payOrdId, desk.simulator.orders()[0]?.payOrdId)

    // The key answers with what is known now, and not with the lost line of then.
    const known = await desk.call('POST', '/v1/orders', bill, { key: 'k' })
    assert.equal(known.status, 201)
    assert.equal(known.headers['idempotent-replayed'], 'true')
    assert.deepEqual([known.json.operation.state, known.json.operation.proof], ['done', 'query'])
    assert.equal(known.json.payOrdId, desk.simulator.orders()[0]?.payOrdId)
    assert.equal(known.json.operation.code, undefined)
    assert.equal(known.json.operation.payOrdId, desk.simulator.orders()[0]?.payOrdId)
    assert.equal(desk.simulator.counts.effects.uploads, 1)
  })

  it('is not proved by a refusal: a person decides', async () => {
    await using desk = await openDesk({ deadline: 60 })
    const bill = await desk.bill()
    desk.simulator.faults.next('lost-request', 'uploadFees')
    const lost = await desk.call('POST', '/v1/orders', bill, { key: 'k' })
    assert.equal(lost.status, 504)
    assert.equal(lost.json.code, 'TIMEOUT')
    const { id, medOrgOrd, amount } = lost.json.operation
    const asked = await desk.call('POST', `/v1/operations/${id}/resolve`, {})
    assert.equal(asked.json.proven, false)
    assert.equal(asked.json.operation.state, 'unknown')
    const nameless = await desk.call('POST', `/v1/operations/${id}/close`, { outcome: 'not-done' })
    assert.deepEqual([nameless.status, nameless.json.code], [422, 'PARAMETER_INVALID'])
    const decision = { outcome: 'not-done', by: 'u007', because: '与中心核对，无此订单', amount }
    for (const typed of [undefined, '1.00', String(amount).slice(1)]) {
      const wrong = await desk.call('POST', `/v1/operations/${id}/close`, { ...decision, amount: typed })
      assert.equal(wrong.json.code, 'DECISION_AMOUNT_WRONG', typed)
    }
    const closed = await desk.call('POST', `/v1/operations/${id}/close`, decision)
    assert.equal(closed.json.state, 'closed', closed.text)
    assert.deepEqual([closed.json.outcome, closed.json.proof], ['not-done', 'person'])
    const told = await desk.call('POST', '/v1/orders', bill, { key: 'k' })
    assert.deepEqual(
      [told.status, told.json.code, told.json.operation.outcome],
      [409, 'OPERATION_NOT_DONE', 'not-done'],
    )
    const again = await desk.call('POST', '/v1/orders', { ...bill, medOrgOrd }, { key: 'k2' })
    assert.equal(again.status, 201, again.text)
    const twice = await desk.call('POST', `/v1/operations/${id}/close`, { ...decision, outcome: 'done' })
    assert.deepEqual([twice.status, twice.json.code], [409, 'DECISION_INVALID'])
  })

  it('of a refund is proved by the state that it moved', async () => {
    await using desk = await openDesk()
    const bill = await desk.bill()
    const { payOrdId } = (await desk.call('POST', '/v1/orders', bill, { key: 'u' })).json
    desk.simulator.patient.pay(payOrdId)
    await desk.call('POST', '/v1/orders/query', { payOrdId })
    const refund = { payOrdId, totlRefdAmt: '1.00', cashRefdAmt: '1.00', refdType: 'CASH', ecToken: bill['ecToken'] }
    desk.simulator.faults.next('line-cut', 'refund')
    const lost = await desk.call('POST', '/v1/orders/refund', refund, { key: 'r' })
    assert.equal(lost.json.delivery, 'unknown')
    const second = await desk.call('POST', '/v1/orders/refund', refund, { key: 'r2' })
    assert.equal(second.json.code, 'OUTCOME_OPEN')
    const resolved = await desk.call('POST', `/v1/operations/${lost.json.operation.id}/resolve`, {})
    assert.equal(resolved.json.proven, true)
    assert.equal(desk.simulator.ledger.refunded.cash, '1.00')
  })

  it('of a refund that answers EXP is unknown, and of one that answers FAIL refused', async () => {
    await using desk = await openDesk()
    const bill = await desk.bill()
    const { payOrdId } = (await desk.call('POST', '/v1/orders', bill, { key: 'u' })).json
    desk.simulator.patient.pay(payOrdId)
    const refund = { payOrdId, totlRefdAmt: '1.00', cashRefdAmt: '1.00', refdType: 'CASH', ecToken: bill['ecToken'] }
    desk.simulator.faults.next({ kind: 'refund-status', status: 'FAIL' }, 'refund')
    const failed = await desk.call('POST', '/v1/orders/refund', refund, { key: 'r1' })
    assert.equal(failed.json.code, 'REFUND_FAILED')
    assert.equal(failed.json.operation.state, 'refused')
    desk.simulator.faults.next({ kind: 'refund-status', status: 'EXP' }, 'refund')
    const uncertain = await desk.call('POST', '/v1/orders/refund', refund, { key: 'r2' })
    assert.deepEqual([uncertain.status, uncertain.json.code], [502, 'OUTCOME_UNCERTAIN'])
    assert.equal(uncertain.json.operation.state, 'unknown')
  })

  it('outlives the caller: whoever goes away has not withdrawn the payment', async () => {
    await using desk = await openDesk()
    const bill = await desk.bill()
    desk.simulator.faults.next({ kind: 'slow', milliseconds: 60, carriedOut: 'last' }, 'uploadFees')
    const gone = new AbortController()
    setTimeout(() => gone.abort(), 20)
    await assert.rejects(desk.call('POST', '/v1/orders', bill, { key: 'k', signal: gone.signal }))
    const answer = await desk.call('POST', '/v1/orders', bill, { key: 'k' })
    assert.equal(answer.status, 201)
    assert.equal(desk.simulator.counts.effects.uploads, 1)
  })
})

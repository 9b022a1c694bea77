import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { kindsOf, openDesk } from './fixtures/desk.ts'
import { bill, cashRefund } from './simulation/bill.ts'

describe('an operation of a ledger', () => {
  it('gives the answer, and the same answer to the same key, from one request', async () => {
    const { ledger, received } = await openDesk()
    const upload = await ledger.uploadFees(bill('B1'), { key: 'k1' })
    assert.ok(upload.state === 'done' && upload.proof === 'answer')
    assert.match(upload.answer.payOrdId, /^ORD/)
    const again = await ledger.uploadFees(bill('B1'), { key: 'k1' })
    assert.deepEqual(again, { ...upload, repeated: true })
    assert.equal(received.length, 1)
    await assert.rejects(ledger.uploadFees(bill('B2'), { key: 'k1' }), { code: 'KEY_REUSED', delivery: 'not-sent' })
    await ledger.close()
  })

  it('pays, queries, refunds and knows what is left in each bucket', async () => {
    const desk = await openDesk()
    const { payOrdId } = await desk.paid('B1')
    const refund = await desk.ledger.refund(cashRefund(payOrdId, 'R1', '10.00'), { key: 'r1' })
    assert.equal(refund.state, 'done')
    const order = await desk.ledger.order({ payOrdId })
    assert.deepEqual([order?.paid?.cash, order?.held.cash, order?.held.total], ['15.00', '10.00', '10.00'])
    await assert.rejects(desk.ledger.refund(cashRefund(payOrdId, 'R2', '5.01'), { key: 'r2' }), {
      code: 'BUCKET_EXCEEDED',
    })
    assert.equal(desk.simulator.refunds().length, 1)
    assert.deepEqual(await kindsOf(desk.ledger), [])
  })

  it('is unknown when its answer is lost, and proved by the order', async () => {
    const { ledger, simulator, giveUp, received } = await openDesk()
    simulator.faults.next('lost-answer', 'uploadFees')
    const upload = await giveUp(ledger.uploadFees(bill('B1'), { key: 'k1' }))
    assert.ok(upload.state === 'unknown')
    assert.equal(upload.failure.code, 'TIMEOUT')
    const settled = await ledger.settle(upload.id)
    assert.ok(settled.state === 'done' && settled.proof === 'query')
    assert.equal((settled.answer as { payOrdId: string }).payOrdId, simulator.orders()[0]?.payOrdId)
    assert.deepEqual(received, ['hos.upload.fee', '6301'])
    assert.deepEqual(await kindsOf(ledger), ['token-lost'])
  })
})

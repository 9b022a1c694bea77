import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { encodeRawRequest } from '@nationec/protocol'
import { kindsOf, ORG_ID, openDesk } from './fixtures/desk.ts'
import type { Change } from './index.ts'
import { bill, cashRefund } from './simulation/bill.ts'

describe('a ledger behind a service', () => {
  it('compares a repetition by what its caller has sent, not by what was filled in for this call', async () => {
    const { ledger, received } = await openDesk()
    const first = await ledger.uploadFees(bill('B1'), { key: 'k', request: { of: 'caller' } })
    const again = await ledger.uploadFees(bill('B2'), { key: 'k', request: { of: 'caller' } })
    assert.deepEqual([again.id, again.medOrgOrd, again.repeated], [first.id, 'B1', true])
    await assert.rejects(ledger.uploadFees(bill('B1'), { key: 'k', request: { of: 'another' } }), {
      code: 'KEY_REUSED',
    })
    assert.equal(received.length, 1)
  })

  it('sends a refused text again under a key that was made from it, and one whose outcome is unknown never', async () => {
    const desk = await openDesk()
    const { payOrdId } = await desk.paid('B1')
    const data = cashRefund(payOrdId, 'R1', '1.00')
    const text = encodeRawRequest({ orgId: ORG_ID, transType: 'hos.refund.setl', data })
    const options = { key: 'text', againAfterRefusal: true } as const
    desk.simulator.faults.script(['busy', 'lost-request'])
    assert.equal((await desk.ledger.exchangeText(text, { key: 'text' })).state, 'refused')
    assert.equal((await desk.ledger.exchangeText(text, { key: 'text' })).state, 'refused')
    assert.equal((await desk.giveUp(desk.ledger.exchangeText(text, options))).state, 'unknown')
    const sent = desk.received.length
    assert.equal((await desk.ledger.exchangeText(text, options)).state, 'unknown')
    assert.equal(desk.received.length, sent)
    await assert.rejects(desk.ledger.exchangeText(`${text} `, options), { code: 'KEY_REUSED' })
  })

  it('says whether a person is that of an order, and nothing where it does not know', async () => {
    const { ledger } = await openDesk()
    const uploaded = bill('B1') as { readonly idNo: string }
    await ledger.uploadFees(bill('B1'), { key: 'k' })
    assert.equal(await ledger.isPersonOf({ medOrgOrd: 'B1' }, { idNo: uploaded.idNo }), true)
    assert.equal(await ledger.isPersonOf({ medOrgOrd: 'B1' }, { idNo: '999999196202140029' }), false)
    assert.equal(await ledger.isPersonOf({ medOrgOrd: 'B1' }, {}), undefined)
    assert.equal(await ledger.isPersonOf({ medOrgOrd: 'B2' }, { idNo: uploaded.idNo }), undefined)
  })

  it('asks once where that is enough, and gives what it then knows', async () => {
    const { ledger, simulator, giveUp, received } = await openDesk()
    simulator.faults.next('lost-request', 'uploadFees')
    const lost = await giveUp(ledger.uploadFees(bill('B1'), { key: 'k' }))
    const asked = await ledger.settle(lost.id, { once: true })
    assert.ok(asked.state === 'unknown')
    assert.deepEqual([asked.asked, received], [1, ['hos.upload.fee', '6301']])
  })

  it('tells of orders and operations that change, and lists both in pages', async () => {
    const changes: Change[] = []
    const desk = await openDesk({ onChange: (change) => void changes.push(change) })
    const { payOrdId, payToken } = await desk.paid('B1')
    await desk.paid('B2')
    const of = (name: Change['table']) => changes.filter(({ table }) => table === name).map(({ row }) => row)
    assert.ok(of('order').some((row) => 'status' in row && row.status === 'settled'))
    assert.ok(of('operation').some((row) => 'state' in row && row.state === 'done'))
    const first = await desk.ledger.orderPage({ limit: 1 })
    const second = await desk.ledger.orderPage({ limit: 1, after: first.next })
    assert.deepEqual([...first.entries, ...second.entries].map(({ medOrgOrd }) => medOrgOrd).sort(), ['B1', 'B2'])
    assert.equal((await desk.ledger.operationPage({ limit: 10, state: 'done' })).entries.length, 2)
    const [entry] = first.entries
    assert.deepEqual(await desk.ledger.order({ id: entry?.id ?? '' }), entry)
    assert.equal(await desk.ledger.tokenOf(payOrdId), payToken)
    assert.equal(await desk.ledger.tokenOf('ORD-of-nobody'), undefined)
  })

  it('asks nothing through a terminal at which a cashier is', async () => {
    const { ledger, simulator, giveUp, received } = await openDesk()
    simulator.faults.next('lost-request', 'uploadFees')
    const lost = await giveUp(ledger.uploadFees(bill('B1'), { key: 'k' }))
    let leave = (): void => {}
    const served = ledger.serve(() => new Promise<void>((resolve) => (leave = resolve)))
    const asking = ledger.settle(lost.id, { once: true })
    await new Promise((resolve) => setTimeout(resolve, 20))
    assert.deepEqual(received, ['hos.upload.fee'])
    leave()
    await served
    await giveUp(asking)
    assert.deepEqual(received, ['hos.upload.fee', '6301'])
    assert.deepEqual(await kindsOf(ledger), [])
  })
})

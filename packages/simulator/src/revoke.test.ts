import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createDesk } from './fixtures/desk.ts'
import { refusedWith } from './fixtures/refused-with.ts'
import { createTill } from './fixtures/till.ts'

describe('a revoke', () => {
  for (const state of ['0', '1'] as const) {
    it(`takes an order back in state ${state}`, async () => {
      const { till, simulator } = createDesk()
      const order = await till.upload()
      if (state === '1') simulator.patient.pay(order.payOrdId, { until: '1' })
      assert.deepEqual(await till.revoke(order), { success: 'true' })
      assert.equal((await till.query(order)).ordStas, '12')
      assert.equal(simulator.patient.waitingOrder, undefined)
      assert.equal(simulator.counts.effects.revokes, 1)
    })
  }

  for (const until of ['2', '3', '4', '5', '6'] as const) {
    it(`is refused in state ${until}`, async () => {
      const { till, simulator } = createDesk()
      const order = await till.upload()
      simulator.patient.pay(order.payOrdId, { until })
      await refusedWith(till.revoke(order), 'STATE_FORBIDS')
      assert.equal(simulator.order(order.payOrdId)?.ordStas, until)
    })
  }

  it('in state 2 may be accepted by setting, and gives the account back', async () => {
    const { till, simulator } = createDesk({ settings: { revokeWhileSettling: 'accepted' } })
    simulator.patient.present('second')
    await till.identify()
    const order = await till.upload({ total: '60.00' })
    assert.equal(simulator.patient.pay(order.payOrdId, { until: '2' }).split.account, '9.00')
    await till.revoke(order)
    await till.upload({ total: '60.00' })
    assert.equal(simulator.patient.pay().paid.account, '9.00')
  })

  it('is refused a second time', async () => {
    const { till, simulator } = createDesk()
    const order = await till.upload()
    await till.revoke(order)
    await refusedWith(till.revoke(order), 'STATE_FORBIDS')
    assert.equal(simulator.counts.effects.revokes, 1)
  })
})

describe('an order', () => {
  it('is closed to a wrong payToken', async () => {
    const { till } = createDesk()
    const order = await till.upload()
    const stranger = { ...order, payToken: 'other' }
    await refusedWith(till.revoke(stranger), 'PAY_TOKEN_WRONG')
    await refusedWith(till.query(stranger), 'PAY_TOKEN_WRONG')
  })

  it('that does not exist is unknown', async () => {
    const { till } = createDesk()
    const stranger = { payOrdId: 'ORD0', payToken: 'other', medOrgOrd: 'N0' }
    await refusedWith(till.revoke(stranger), 'ORDER_UNKNOWN')
    await refusedWith(till.query(stranger), 'ORDER_UNKNOWN')
    await refusedWith(till.refund(stranger, 'CASH', { cash: '1' }), 'ORDER_UNKNOWN')
    await refusedWith(till.query({ medOrgOrd: 'N0' }), 'ORDER_UNKNOWN')
  })

  it('of another institution does not exist', async () => {
    const { till, simulator } = createDesk()
    const order = await till.upload()
    simulator.patient.pay()
    const other = createTill(simulator, { orgId: 'H33010200002' })
    await refusedWith(other.revoke(order), 'ORDER_UNKNOWN')
    await refusedWith(other.query(order), 'ORDER_UNKNOWN')
    await refusedWith(other.query({ medOrgOrd: order.medOrgOrd }), 'ORDER_UNKNOWN')
    await refusedWith(other.refund(order, 'CASH', { cash: '1' }), 'ORDER_UNKNOWN')
  })

  it('is closed to another person, unless the check is off', async () => {
    const { till, simulator } = createDesk()
    const order = await till.upload()
    simulator.patient.present('second')
    await till.identify()
    await refusedWith(till.revoke(order), 'PERSON_MISMATCH')
    simulator.settings.personCheck = 'not checked'
    assert.deepEqual(await till.revoke(order), { success: 'true' })
  })

  it('whose upload was not answered is found by medOrgOrd, unless that is off', async () => {
    const { till, simulator } = createDesk()
    const { payOrdId, medOrgOrd } = await till.upload()
    assert.equal((await till.query({ medOrgOrd })).payOrdId, payOrdId)
    simulator.settings.queryByMedOrgOrd = 'refused'
    await refusedWith(till.query({ medOrgOrd }), 'QUERY_BY_ORDER_NUMBER_OFF')
  })
})

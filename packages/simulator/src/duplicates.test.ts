import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createDesk } from './fixtures/desk.ts'
import { refusedWith } from './fixtures/refused-with.ts'
import { createTill } from './fixtures/till.ts'

describe('a medOrgOrd that was used', () => {
  it('is refused, also at the same moment, and makes one order', async () => {
    const { till, simulator } = createDesk()
    await till.identify()
    const same = { medOrgOrd: 'A1' }
    const outcomes = await Promise.allSettled([till.upload(same), till.upload(same), till.upload(same)])
    assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
    await refusedWith(till.upload(same), 'ORDER_NUMBER_USED')
    assert.equal(simulator.orders().length, 1)
    assert.equal(simulator.counts.effects.uploads, 1)
  })

  it('gives the old order by setting, whatever has become of it', async () => {
    const { till, simulator } = createDesk({ settings: { duplicateMedOrgOrd: 'returns the order' } })
    const first = await till.upload({ medOrgOrd: 'A1' })
    assert.deepEqual(await till.upload({ medOrgOrd: 'A1' }), first)
    simulator.patient.pay()
    assert.deepEqual(await till.upload({ medOrgOrd: 'A1' }), first)
    assert.equal(simulator.orders().length, 1)
  })

  it('is another number for another institution', async () => {
    const { till, simulator } = createDesk()
    await till.upload({ medOrgOrd: 'A1' })
    const other = createTill(simulator, { orgId: 'H33010200002' })
    await other.upload({ medOrgOrd: 'A1' })
    assert.equal(simulator.orders().length, 2)
  })

  it('stays used after a revoke, or is free again by setting', async () => {
    const { till, simulator } = createDesk()
    const first = await till.upload({ medOrgOrd: 'A1' })
    await till.revoke(first)
    await refusedWith(till.upload({ medOrgOrd: 'A1' }), 'ORDER_NUMBER_USED')
    simulator.settings.medOrgOrdAfterRevoke = 'free again'
    const second = await till.upload({ medOrgOrd: 'A1' })
    assert.notEqual(second.payOrdId, first.payOrdId)
    assert.equal((await till.query({ medOrgOrd: 'A1' })).payOrdId, second.payOrdId)
    assert.equal((await till.query(first)).ordStas, '12')
    await refusedWith(till.upload({ medOrgOrd: 'A1' }), 'ORDER_NUMBER_USED')
  })
})

describe('an appRefdSn that was used', () => {
  const cash = { cash: '1' }
  const appRefdSn = 'R1'

  it('is refused, also at the same moment, and gives money back once', async () => {
    const { till, simulator } = createDesk()
    const order = await till.upload()
    simulator.patient.pay()
    const refund = () => till.refund(order, 'CASH', cash, { appRefdSn })
    const outcomes = await Promise.allSettled([refund(), refund(), refund()])
    assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
    await refusedWith(refund(), 'REFUND_NUMBER_USED')
    assert.equal(simulator.ledger.refunded.cash, '1.00')
  })

  it('gives the first result again by setting, but not for another body', async () => {
    const { till, simulator } = createDesk({ settings: { duplicateAppRefdSn: 'replays' } })
    const order = await till.upload()
    simulator.patient.pay()
    const first = await till.refund(order, 'CASH', cash, { appRefdSn })
    assert.deepEqual(await till.refund(order, 'CASH', cash, { appRefdSn }), first)
    await refusedWith(till.refund(order, 'CASH', { cash: '2' }, { appRefdSn }), 'REFUND_NUMBER_USED')
    assert.equal(simulator.ledger.refunded.cash, '1.00')
    assert.equal(simulator.refunds().length, 1)
  })

  it('is not used up by a refusal', async () => {
    const { till, simulator } = createDesk()
    const order = await till.upload()
    await refusedWith(till.refund(order, 'CASH', cash, { appRefdSn }), 'STATE_FORBIDS')
    simulator.patient.pay()
    assert.equal((await till.refund(order, 'CASH', cash, { appRefdSn })).refStatus, 'SUCC')
  })
})

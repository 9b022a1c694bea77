import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { placeOrder, type RequestOf, refundOrder, yuan } from '@nationec/protocol'
import { createDesk, type Desk } from './fixtures/desk.ts'
import { refusedWith } from './fixtures/refused-with.ts'
import { ORG_ID } from './fixtures/till.ts'

const MINUTE = 60_000

describe('an ecToken', () => {
  it('must be one that the simulator gave, to the person of the bill', async () => {
    const { till, simulator } = createDesk()
    await refusedWith(till.upload({ over: { ecToken: '999999ec0' } }), 'CREDENTIAL_INVALID')
    await refusedWith(till.upload({ over: { idNo: '999999199001010029' } }), 'PERSON_MISMATCH')
    simulator.settings.credentialCheck = 'issued'
    await till.upload({ over: { idNo: '999999199001010029' } })
    await refusedWith(till.upload({ over: { ecToken: '999999ec0' } }), 'CREDENTIAL_INVALID')
    simulator.settings.credentialCheck = 'off'
    await till.upload({ over: { ecToken: '999999ec0' } })
  })

  it('lives as long as the setting says', async () => {
    const { till, simulator, clock } = createDesk({ settings: { ecTokenLifetime: 5 * MINUTE } })
    await till.upload()
    simulator.patient.pay()
    clock.now += 5 * MINUTE
    await refusedWith(till.upload(), 'CREDENTIAL_INVALID')
    const [order] = simulator.orders()
    assert.ok(order !== undefined)
    await refusedWith(till.refund(order, 'CASH', { cash: '1' }), 'CREDENTIAL_INVALID')
    await till.identify()
    assert.equal((await till.refund(order, 'CASH', { cash: '1' })).refStatus, 'SUCC')
  })

  it('serves one upload when the setting says so, and refunds all the same', async () => {
    const { till, simulator } = createDesk({ settings: { ecTokenUses: 'one upload' } })
    const order = await till.upload()
    await refusedWith(till.upload(), 'CREDENTIAL_INVALID')
    simulator.patient.pay()
    assert.equal((await till.refund(order, 'CASH', { cash: '1' })).refStatus, 'SUCC')
  })

  it('is not needed when the visit is known and a payAuthNo is there', async () => {
    const { till, simulator } = createDesk()
    const visit = { ecToken: undefined, mdtrtId: 'M1', payAuthNo: simulator.patient.authorisePayment() }
    await till.upload({ over: visit })
    await refusedWith(till.upload({ over: { ...visit, payAuthNo: 'AUTH0' } }), 'PAYMENT_AUTHORISATION_INVALID')
  })

  it('of one person gives no money back to another', async () => {
    const { till, simulator } = createDesk()
    const order = await till.upload()
    simulator.patient.pay()
    simulator.patient.present('second')
    await till.identify()
    await refusedWith(till.refund(order, 'CASH', { cash: '1' }), 'PERSON_MISMATCH')
  })
})

describe('6202 with a payAuthNo', () => {
  type Placed = RequestOf<typeof placeOrder>

  async function uploaded(desk: Desk): Promise<Placed> {
    const { payOrdId, payToken } = await desk.till.upload()
    return {
      payOrdId,
      payToken,
      payAuthNo: desk.simulator.patient.authorisePayment(),
      orgCodg: ORG_ID,
      orgBizSer: 'Z1',
      chrgBchno: 'B1',
      feeType: '01',
      mdtrtId: 'M1',
    }
  }
  const place = ({ till }: Desk, request: Placed) => till.ask(placeOrder, 'placeOrder', request)

  it('settles at once, and answers with the amounts', async () => {
    const desk = createDesk()
    const request = await uploaded(desk)
    assert.deepEqual(await place(desk, request), {
      payOrdId: request.payOrdId,
      ordStas: '6',
      feeSumamt: '100.00',
      ownPayAmt: '15.00',
      psnAcctPay: '15.00',
      fundPay: '70.00',
    })
    await new Promise((resolve) => setTimeout(resolve, 0))
    assert.equal(desk.pushes.length, 1)
  })

  it('stays settling by setting', async () => {
    const desk = createDesk({ settings: { placedOrder: 'stays settling' } })
    const request = await uploaded(desk)
    assert.equal((await place(desk, request)).ordStas, '2')
    assert.equal(desk.simulator.settle(request.payOrdId).ordStas, '6')
  })

  it('is refused for a wrong batch, an unknown payAuthNo or that of another person', async () => {
    const desk = createDesk()
    const request = await uploaded(desk)
    await refusedWith(place(desk, { ...request, chrgBchno: 'B2' }), 'BATCH_MISMATCH')
    await refusedWith(place(desk, { ...request, payAuthNo: 'AUTH0' }), 'PAYMENT_AUTHORISATION_INVALID')
    const payAuthNo = desk.simulator.patient.authorisePayment('second')
    await refusedWith(place(desk, { ...request, payAuthNo }), 'PERSON_MISMATCH')
    assert.equal(desk.simulator.counts.effects.payments, 0)
  })

  it('is refused for a paid order and for a used orgBizSer', async () => {
    const desk = createDesk()
    const first = await uploaded(desk)
    const second = await uploaded(desk)
    await place(desk, first)
    await refusedWith(place(desk, first), 'STATE_FORBIDS')
    await refusedWith(place(desk, second), 'BUSINESS_NUMBER_USED')
    assert.equal((await place(desk, { ...second, orgBizSer: 'Z2' })).ordStas, '6')
  })

  it('uses its payAuthNo up, which lives ten minutes', async () => {
    const desk = createDesk()
    const first = await uploaded(desk)
    const second = { ...(await uploaded(desk)), orgBizSer: 'Z2' }
    await place(desk, first)
    const { payAuthNo } = first
    await refusedWith(place(desk, { ...second, payAuthNo }), 'PAYMENT_AUTHORISATION_INVALID')
    desk.simulator.settings.payAuthNoUses = 'any number'
    desk.clock.now += 10 * MINUTE - 1
    assert.equal((await place(desk, { ...second, payAuthNo })).ordStas, '6')
    desk.clock.now += 1
    const third = { ...(await uploaded(desk)), orgBizSer: 'Z3', payAuthNo }
    await refusedWith(place(desk, third), 'PAYMENT_AUTHORISATION_INVALID')
  })

  it('may pay for a refund as well, once', async () => {
    const { till, simulator } = createDesk()
    const { payOrdId } = await till.upload()
    simulator.patient.pay()
    const refund = (appRefdSn: string) => {
      const amounts = { totlRefdAmt: yuan('1'), cashRefdAmt: yuan('1') }
      const request = { payOrdId, appRefdSn, appRefdTime: '20261123101500', refdType: 'CASH', payAuthNo, ...amounts }
      return till.ask(refundOrder, 'refund', request)
    }
    const payAuthNo = simulator.patient.authorisePayment()
    assert.equal((await refund('R1')).refStatus, 'SUCC')
    await refusedWith(refund('R2'), 'PAYMENT_AUTHORISATION_INVALID')
  })
})

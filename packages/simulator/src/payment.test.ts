import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fenOf, type OrdStas, type Yuan } from '@nationec/protocol'
import { createDesk } from './fixtures/desk.ts'
import { isFault, refusedWith } from './fixtures/refused-with.ts'

describe('an upload', () => {
  it('makes an order in state 0 that the terminal shows', async () => {
    const { till, simulator } = createDesk()
    const { payOrdId, medOrgOrd } = await till.upload({ total: '128.50' })
    assert.match(payOrdId, /^ORD999999\d{14}\d{7}$/)
    const order = simulator.order(payOrdId)
    assert.equal(order?.ordStas, '0')
    assert.equal(order?.total, '128.50')
    assert.equal(order?.waiting, true)
    assert.equal(simulator.order(medOrgOrd)?.payOrdId, payOrdId)
    assert.deepEqual(simulator.screen, { shows: 'order', payOrdId })
    assert.equal(simulator.patient.waitingOrder?.payOrdId, payOrdId)
  })

  it('is answered by a query with its state only', async () => {
    const { till } = createDesk()
    const order = await till.upload()
    assert.deepEqual(await till.query(order), {
      payOrdId: order.payOrdId,
      medOrgOrd: order.medOrgOrd,
      ordStas: '0',
    })
  })

  it('that is wrong is refused with the paths of its fields and never with a value', async () => {
    const { simulator } = createDesk()
    const data = { orgCodg: 'H1', userName: '测试甲', medfeeSumamt: '1.005' }
    const answer = JSON.parse(
      await simulator.handle(JSON.stringify({ orgId: 'H1', transType: 'hos.upload.fee', data })),
    )
    assert.equal(answer.code, 9003)
    assert.match(answer.message, /data\.medOrgOrd/)
    assert.doesNotMatch(answer.message, /测试甲|1\.005/)
    assert.ok(answer.message.length <= 200)
  })
})

describe('a payment', () => {
  it('passes every state on its way and moves the money of each part', async () => {
    const { till, simulator } = createDesk()
    const uploaded = await till.upload({ total: '128.50' })
    const order = simulator.patient.pay()
    assert.deepEqual(order.states, ['0', '1', '2', '3', '4', '5', '6'])
    assert.deepEqual(order.paid, { fund: '89.95', account: '19.27', cash: '19.28' })
    assert.deepEqual(simulator.ledger.paid, order.paid)
    const answer = await till.query(uploaded)
    assert.equal(answer.ordStas, '6')
    assert.equal(answer.feeSumamt, '128.50')
    assert.equal(answer.fundPay, '89.95')
    assert.equal(answer.psnAcctPay, '19.27')
    assert.equal(answer.ownPayAmt, '19.28')
    assert.equal(answer.setlType, 'ALL')
    assert.equal(answer.callType, '02')
    assert.equal(answer.traceTime, '20261123101500')
  })

  it('works on the latest waiting order, or on the one that is named', async () => {
    const { till, simulator } = createDesk()
    const first = await till.upload()
    const second = await till.upload()
    const third = await till.upload()
    assert.equal(simulator.patient.pay().payOrdId, third.payOrdId)
    assert.equal(simulator.patient.pay(first.payOrdId).payOrdId, first.payOrdId)
    assert.equal(simulator.patient.pay().payOrdId, second.payOrdId)
    assert.throws(() => simulator.patient.pay(), isFault('SIMULATOR_NOTHING_WAITS'))
    assert.throws(() => simulator.patient.pay('ORD0'), isFault('SIMULATOR_NOTHING_WAITS'))
  })

  it('happens once', async () => {
    const { till, simulator } = createDesk()
    const { payOrdId } = await till.upload()
    simulator.patient.pay(payOrdId)
    assert.throws(() => simulator.patient.pay(payOrdId), isFault('SIMULATOR_STATE_CONFLICT'))
    assert.throws(() => simulator.patient.cancel(payOrdId), isFault('SIMULATOR_STATE_CONFLICT'))
    assert.equal(simulator.counts.effects.payments, 1)
  })

  it('never reaches a revoked order', async () => {
    const { till, simulator } = createDesk()
    const order = await till.upload()
    await till.revoke(order)
    assert.throws(() => simulator.patient.pay(order.payOrdId), isFault('SIMULATOR_STATE_CONFLICT'))
    assert.equal(simulator.ledger.paid.cash, '0.00')
  })

  const stops: [until: '1' | '2' | '3' | '4' | '5', cash: string, fund: string][] = [
    ['1', '0.00', '0.00'],
    ['2', '0.00', '0.00'],
    ['3', '15.00', '0.00'],
    ['4', '15.00', '70.00'],
    ['5', '15.00', '70.00'],
  ]
  for (const [until, cash, fund] of stops) {
    it(`may stop in state ${until} and be finished later`, async () => {
      const { till, simulator, pushes } = createDesk()
      const uploaded = await till.upload({ total: '100.00' })
      const order = simulator.patient.pay(undefined, { until })
      assert.equal(order.ordStas, until)
      assert.equal(order.paid.cash, cash)
      assert.equal(order.paid.fund, fund)
      assert.equal((await till.query(uploaded)).ordStas, until)
      assert.equal(pushes.length, 0)
      const finished = until === '1' ? simulator.patient.pay() : simulator.settle(order.payOrdId)
      assert.equal(finished.ordStas, '6')
      assert.equal(pushes.length, 1)
      assert.deepEqual(finished.paid, { fund: '70.00', account: '15.00', cash: '15.00' })
    })
  }

  const failures: [until: '14' | '15' | '16', cash: string][] = [
    ['14', '0.00'],
    ['15', '0.00'],
    ['16', '15.00'],
  ]
  for (const [until, cash] of failures) {
    it(`may fail in state ${until}, without a push and with the account untouched`, async () => {
      const { till, simulator, pushes } = createDesk()
      const uploaded = await till.upload({ total: '100.00' })
      const order = simulator.patient.pay(undefined, { until })
      assert.equal(order.ordStas, until)
      assert.equal(order.paid.cash, cash)
      assert.equal(order.paid.fund, '0.00')
      assert.equal(pushes.length, 0)
      await refusedWith(till.revoke(uploaded), 'STATE_FORBIDS')
      await refusedWith(till.refund(uploaded, 'CASH', { cash: '1.00' }), 'STATE_FORBIDS')
      assert.throws(() => simulator.settle(order.payOrdId), isFault('SIMULATOR_STATE_CONFLICT'))
      await till.upload({ total: '100.00' })
      assert.equal(simulator.patient.pay().paid.account, '15.00')
    })
  }

  it('cannot end where its amounts never lead', async () => {
    const { till, simulator } = createDesk({ settings: { fundShare: 0, accountShare: 0 } })
    await till.upload()
    assert.throws(() => simulator.patient.pay(undefined, { until: '4' }), isFault('SIMULATOR_STATE_CONFLICT'))
    assert.throws(() => simulator.patient.pay(undefined, { until: '16' }), isFault('SIMULATOR_STATE_CONFLICT'))
    assert.deepEqual(simulator.patient.pay().states, ['0', '1', '2', '3', '5', '6'])
  })
})

describe('the split', () => {
  const cases: [name: string, fundShare: number, accountShare: number, setlType: string, states: OrdStas[]][] = [
    ['cash only', 0, 0, 'CASH', ['0', '1', '2', '3', '5', '6']],
    ['insurance only', 100, 0, 'HI', ['0', '1', '2', '4', '5', '6']],
    ['account only', 0, 100, 'HI', ['0', '1', '2', '4', '5', '6']],
  ]
  for (const [name, fundShare, accountShare, setlType, states] of cases) {
    it(`may be ${name}`, async () => {
      const { till, simulator } = createDesk({ settings: { fundShare, accountShare } })
      const uploaded = await till.upload()
      assert.deepEqual(simulator.patient.pay().states, states)
      assert.equal((await till.query(uploaded)).setlType, setlType)
    })
  }

  it('leaves the account alone when the upload says so', async () => {
    const { till, simulator } = createDesk()
    await till.upload({ over: { acctUsedFlag: '0' } })
    assert.equal(simulator.patient.pay().paid.account, '0.00')
    simulator.settings.accountWithoutFlag = 'not used'
    await till.upload()
    assert.equal(simulator.patient.pay().paid.account, '0.00')
    await till.upload({ over: { acctUsedFlag: '1' } })
    assert.equal(simulator.patient.pay().paid.account, '15.00')
  })

  it('takes no more from an account than it holds, also with two orders at a time', async () => {
    const { till, simulator } = createDesk({ settings: { fundShare: 0, accountShare: 100 } })
    simulator.patient.present('second')
    await till.identify()
    const first = await till.upload({ total: '8.00' })
    const second = await till.upload({ total: '8.00' })
    simulator.patient.pay(first.payOrdId, { until: '2' })
    assert.equal(simulator.patient.pay(second.payOrdId).paid.account, '2.00')
    assert.equal(simulator.settle(first.payOrdId).paid.account, '8.00')
  })

  it('may be a policy of one’s own', async () => {
    const { till, simulator } = createDesk({
      policy: ({ total, medType }) => ({ fund: medType === '11' ? total : 0n, account: 0n, cash: 0n }),
    })
    await till.upload()
    assert.equal(simulator.patient.pay().paid.fund, '100.00')
  })

  it('refuses a policy whose parts are not the total, and moves nothing', async () => {
    const { till, simulator } = createDesk({ policy: ({ total }) => ({ fund: total, account: 0n, cash: 1n }) })
    await till.upload()
    assert.throws(() => simulator.patient.pay(), isFault('SIMULATOR_OPTION_INVALID'))
    assert.equal(simulator.orders()[0]?.ordStas, '0')
    assert.equal(simulator.ledger.paid.fund, '0.00')
  })

  it('keeps the error of a policy that throws as the cause', async () => {
    const own = new Error('own')
    const policy = (): never => {
      throw own
    }
    const { till, simulator } = createDesk({ policy })
    await till.upload()
    assert.throws(
      () => simulator.patient.pay(),
      (error: Error) => error.cause === own && isFault('SIMULATOR_OPTION_INVALID')(error),
    )
  })

  it('sums to the total for the smallest bills too', async () => {
    const { till, simulator } = createDesk()
    for (const total of ['0.00', '0.01', '0.02', '0.03', '9999999.99']) {
      await till.upload({ total })
      const { paid } = simulator.patient.pay()
      const sum = [paid.fund, paid.account, paid.cash].reduce((fen, part: Yuan) => fen + fenOf(part), 0n)
      assert.equal(sum, fenOf(total))
    }
  })
})

describe('what the patient does by itself', () => {
  it('pays at once, and the push follows the answer', async () => {
    const { till, simulator, pushes } = createDesk({ settings: { patient: 'pays at once' } })
    await till.identify()
    const order = await till.upload()
    assert.equal(simulator.order(order.payOrdId)?.ordStas, '6')
    await new Promise((resolve) => setTimeout(resolve, 0))
    assert.equal(pushes.length, 1)
  })

  it('cancels at once: the order stays open, and may still be paid', async () => {
    const { till, simulator } = createDesk({ settings: { patient: 'cancels at once' } })
    const { payOrdId } = await till.upload()
    assert.equal(simulator.order(payOrdId)?.ordStas, '0')
    assert.deepEqual(simulator.screen, { shows: 'idle' })
    assert.equal(simulator.patient.pay(payOrdId).ordStas, '6')
  })

  it('cancels and the order is revoked, when the setting says so', async () => {
    const { till, simulator } = createDesk({ settings: { cancelledOrder: 'is revoked' } })
    const order = await till.upload()
    assert.equal(simulator.patient.cancel().ordStas, '12')
    assert.equal((await till.query(order)).ordStas, '12')
  })
})

describe('an unpaid order', () => {
  it('never expires unless the setting says when', async () => {
    const { till, simulator, clock } = createDesk()
    const order = await till.upload()
    clock.now += 30 * 24 * 60 * 60 * 1000
    assert.equal(simulator.patient.pay(order.payOrdId).ordStas, '6')
  })

  it('expires to state 12 and can be neither paid nor revoked any more', async () => {
    const { till, simulator, clock } = createDesk({ settings: { unpaidOrderExpiry: 1_800_000 } })
    const order = await till.upload()
    clock.now += 1_799_999
    assert.equal((await till.query(order)).ordStas, '0')
    clock.now += 1
    assert.equal((await till.query(order)).ordStas, '12')
    assert.deepEqual(simulator.screen, { shows: 'idle' })
    assert.throws(() => simulator.patient.pay(order.payOrdId), isFault('SIMULATOR_STATE_CONFLICT'))
    await refusedWith(till.revoke(order), 'STATE_FORBIDS')
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type SimulatorEvent, simulatedCodes } from '@nationec/simulator'
import { createDesk } from './fixtures/desk.ts'
import { isFault } from './fixtures/refused-with.ts'

describe('a restart', () => {
  it('empties the screen and keeps the orders, the money and the tokens', async () => {
    const { till, simulator } = createDesk()
    const paid = await till.upload()
    simulator.patient.pay()
    const open = await till.upload()
    simulator.reboot()
    assert.deepEqual(simulator.screen, { shows: 'idle' })
    assert.equal(simulator.patient.waitingOrder, undefined)
    assert.throws(() => simulator.patient.pay(), isFault('SIMULATOR_NOTHING_WAITS'))
    assert.equal((await till.query(paid)).ordStas, '6')
    assert.equal((await till.query(open)).ordStas, '0')
    assert.equal(simulator.ledger.paid.fund, '70.00')
    await till.upload()
    assert.equal(simulator.patient.pay(open.payOrdId).ordStas, '6')
  })

  it('ends the calls that wait for a code, and forgets who was to come', async () => {
    const { till, simulator } = createDesk({ settings: { presenting: 'by hand' } })
    const asked = till.identify()
    await simulator.patient.untilAsked()
    simulator.reboot()
    await assert.rejects(asked, isFault('SIMULATED_REBOOT', 'unknown'))
    simulator.settings.presenting = 'at once'
    simulator.patient.present('second')
    simulator.reboot()
    assert.equal((await till.identify()).userName, '测试甲')
  })
})

describe('the events', () => {
  it('tell what happens in its order', async () => {
    const { till, simulator } = createDesk()
    await till.identify()
    const events: SimulatorEvent[] = []
    const stop = simulator.events((event) => events.push(event))
    const order = await till.upload()
    simulator.patient.pay()
    await till.refund(order, 'CASH', { cash: '1' }, { appRefdSn: 'R1' })
    stop()
    simulator.reboot()
    const told = events.map((event) => {
      if (event.type === 'order') return `${event.from ?? ''}>${event.to}`
      return event.type === 'answer' ? `answer ${event.code}` : event.type
    })
    assert.deepEqual(told, [
      ...['request', '>0', 'screen', 'answer 0'],
      ...['0>1', '1>2', 'screen', '2>3', '3>4', '4>5', '5>6', 'push'],
      ...['request', '6>10', 'refund', 'answer 0'],
    ])
  })

  it('hold no name, no number of a person and no token', async () => {
    const { till, simulator, pushes } = createDesk()
    const events: SimulatorEvent[] = []
    simulator.events((event) => events.push(event))
    const person = await till.identify()
    const order = await till.upload()
    simulator.patient.pay()
    await till.query(order)
    await till.refund(order, 'ALL', {}, { total: '100.00' })
    const seen = JSON.stringify([events, simulator.orders(), simulator.refunds(), simulator.counts, simulator.screen])
    const { revsToken } = JSON.parse(pushes[0]?.text ?? '')
    for (const secret of [person.idNo, person.userName, person.ecToken, order.payToken, revsToken]) {
      assert.equal(seen.includes(secret), false)
    }
  })
})

describe('the counts', () => {
  it('tell requests from effects', async () => {
    const { till, simulator } = createDesk()
    await till.upload({ medOrgOrd: 'A1' })
    await assert.rejects(till.upload({ medOrgOrd: 'A1' }))
    const { requests, effects } = simulator.counts
    assert.equal(requests['ec.query'], 1)
    assert.equal(requests['hos.upload.fee'], 2)
    assert.deepEqual(effects, { uploads: 1, payments: 0, revokes: 0, refunds: 0, pushes: 0 })
  })
})

describe('handle', () => {
  it('works as a bare function', async () => {
    const { simulator } = createDesk()
    const { handle } = simulator
    assert.equal(JSON.parse(await handle('{}')).code, simulatedCodes.REQUEST_UNREADABLE.code)
  })

  it('never throws at once, whatever it is given', async () => {
    const { simulator } = createDesk()
    for (const text of [undefined, null, 7, {}]) {
      const answer = simulator.handle(text as unknown as string)
      assert.ok(answer instanceof Promise)
      await answer.catch(() => {})
    }
  })
})

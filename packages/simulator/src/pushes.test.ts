import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decodePushBody } from '@nationec/protocol'
import { createDesk } from './fixtures/desk.ts'
import { isFault } from './fixtures/refused-with.ts'

describe('a push', () => {
  it('comes once, after the settlement, with what the query answers', async () => {
    const { till, simulator, pushes } = createDesk()
    const order = await till.upload()
    assert.equal(pushes.length, 0)
    simulator.patient.pay()
    const [push] = pushes
    assert.ok(push !== undefined)
    assert.equal(push.payOrdId, order.payOrdId)
    assert.equal(push.attempt, 1)
    const { orgName: _, orgCode: __, ...answer } = await till.query(order)
    assert.deepEqual(decodePushBody(push.text), answer)
    assert.equal(simulator.counts.effects.pushes, 1)
  })

  it('does not come for a revoke, a cancel or a refund', async () => {
    const { till, simulator, pushes } = createDesk()
    await till.revoke(await till.upload())
    await till.upload()
    simulator.patient.cancel()
    const paid = await till.upload()
    simulator.patient.pay(paid.payOrdId)
    await till.refund(paid, 'CASH', { cash: '1' })
    assert.equal(pushes.length, 1)
  })

  it('may be lost, repeated or held back, as the script says', async () => {
    const { till, simulator, pushes } = createDesk()
    simulator.pushes.script(['lost', 'repeated', 'held'])
    for (let index = 0; index < 4; index += 1) {
      await till.upload()
      simulator.patient.pay()
    }
    const [, second, third, fourth] = simulator.orders().map(({ payOrdId }) => payOrdId)
    const seen = () => pushes.map(({ payOrdId, attempt }) => [payOrdId, attempt])
    assert.deepEqual(seen(), [
      [second, 1],
      [second, 2],
      [fourth, 1],
    ])
    assert.equal(pushes[0]?.text, pushes[1]?.text)
    assert.equal(simulator.pushes.release(), 1)
    assert.deepEqual(seen().at(-1), [third, 1])
    assert.equal(simulator.pushes.release(), 0)
  })

  it('comes out of order when held ones are released in reverse', async () => {
    const { till, simulator, pushes } = createDesk()
    for (let index = 0; index < 3; index += 1) {
      simulator.pushes.next('held')
      await till.upload()
      simulator.patient.pay()
    }
    simulator.pushes.release('reversed')
    const numbers = simulator.orders().map(({ payOrdId }) => payOrdId)
    assert.deepEqual(
      pushes.map(({ payOrdId }) => payOrdId),
      numbers.reverse(),
    )
  })

  it('comes as often as the setting says', async () => {
    const { till, simulator, pushes } = createDesk({ settings: { pushTimes: 3 } })
    await till.upload()
    simulator.patient.pay()
    assert.deepEqual(
      pushes.map(({ attempt }) => attempt),
      [1, 2, 3],
    )
    simulator.settings.pushTimes = 0
    await till.upload()
    simulator.patient.pay()
    assert.equal(pushes.length, 3)
  })

  it('may come again, long after, and still tells of the settlement', async () => {
    const { till, simulator, pushes, clock } = createDesk()
    const order = await till.upload()
    simulator.patient.pay()
    await till.refund(order, 'CASH', { cash: '1' })
    clock.now += 86_400_000
    simulator.pushes.resend(order.payOrdId)
    assert.equal(pushes.length, 2)
    assert.equal(pushes[1]?.text, pushes[0]?.text)
    assert.equal(pushes[1]?.attempt, 2)
  })

  it('cannot be sent for an order that was not settled', async () => {
    const { till, simulator } = createDesk()
    const order = await till.upload()
    assert.throws(() => simulator.pushes.resend(order.payOrdId), isFault('SIMULATOR_STATE_CONFLICT'))
    assert.throws(() => simulator.pushes.resend('ORD0'), isFault('SIMULATOR_NOTHING_WAITS'))
  })

  it('leaves ordStas out by setting', async () => {
    const { till, simulator, pushes } = createDesk({ settings: { pushOrdStas: 'absent' } })
    await till.upload()
    simulator.patient.pay()
    assert.equal(decodePushBody(pushes[0]?.text ?? '').ordStas, undefined)
  })

  it('stops coming to a listener that has left', async () => {
    const { till, simulator } = createDesk()
    let heard = 0
    const leave = simulator.onPush(() => {
      heard += 1
    })
    leave()
    await till.upload()
    simulator.patient.pay()
    assert.equal(heard, 0)
  })

  it('knows no other fate', () => {
    const { simulator } = createDesk()
    assert.throws(() => simulator.pushes.next('eaten' as 'lost'), isFault('SIMULATOR_OPTION_INVALID'))
  })
})

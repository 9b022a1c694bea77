import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type PushLogEntry, type ReceivePushOptions, receivePush } from '@nationec/payment-centre'
import type { PushDelivery, SendPushesOptions } from '@nationec/simulator/centre'
import { credentials, ORG, openCentreDesk } from './desk.ts'
import { send, serve } from './serve.ts'

/** A paid-for hospital: the centre, the receiver behind a socket, and what each of them saw. */
async function openHospital(
  options: { receive?: Partial<ReceivePushOptions>; sending?: Partial<SendPushesOptions> } = {},
) {
  const desk = await openCentreDesk()
  const handed: string[] = []
  const log: PushLogEntry[] = []
  const deliveries: PushDelivery[] = []
  const own: ReceivePushOptions = {
    credentials: { ...credentials },
    orgCodg: ORG,
    onPush: ({ payOrdId }) => void handed.push(payOrdId),
    log: (entry) => log.push(entry),
    ...options.receive,
  }
  const hospital = await serve((request) => receivePush(request, own))
  const pushes = desk.face.sendPushes({
    url: hospital.url,
    send,
    onDelivery: (delivery) => deliveries.push(delivery),
    ...options.sending,
  })
  return {
    desk,
    handed,
    log,
    deliveries,
    pushes,
    async pay(): Promise<string> {
      const { payOrdId } = await desk.client.uploadFees(desk.bill())
      desk.simulator.patient.pay(payOrdId)
      return payOrdId
    },
    async [Symbol.asyncDispose]() {
      pushes.stop()
      await pushes.idle()
      await hospital[Symbol.asyncDispose]()
      await desk[Symbol.asyncDispose]()
    },
  }
}

describe('a push of the centre', () => {
  it('that comes twice is handed on once', async () => {
    await using hospital = await openHospital()
    hospital.desk.simulator.pushes.next('repeated')
    const payOrdId = await hospital.pay()
    await hospital.pushes.idle()
    hospital.desk.simulator.pushes.resend(payOrdId)
    await hospital.pushes.idle()
    assert.deepEqual(hospital.handed, [payOrdId])
    assert.equal(hospital.deliveries.length, 3)
    assert.equal(hospital.deliveries.at(-1)?.status, 200)
  })

  it('that is lost leaves the order to the query', async () => {
    await using hospital = await openHospital()
    hospital.desk.simulator.pushes.next('lost')
    const { payOrdId, payToken } = await hospital.desk.client.uploadFees(hospital.desk.bill())
    hospital.desk.simulator.patient.pay(payOrdId)
    await hospital.pushes.idle()
    assert.deepEqual(hospital.handed, [])
    assert.equal((await hospital.desk.client.querySettlement({ payOrdId, payToken })).status, 'settled')
  })

  it('that comes out of order names the order it is about', async () => {
    await using hospital = await openHospital()
    const { simulator } = hospital.desk
    simulator.pushes.script(['held', 'held', 'held'])
    const orders = [await hospital.pay(), await hospital.pay(), await hospital.pay()]
    assert.equal(simulator.pushes.release('reversed'), 3)
    await hospital.pushes.idle()
    assert.deepEqual([...hospital.handed].sort(), [...orders].sort())
    assert.deepEqual(
      hospital.deliveries.map(({ status }) => status),
      [200, 200, 200],
    )
  })

  it('is repeated byte by byte while the hospital asks for it', async () => {
    let failures = 2
    await using hospital = await openHospital({
      receive: {
        onPush: ({ payOrdId }) => {
          if (failures-- > 0) throw new Error('the database is away')
          taken.push(payOrdId)
        },
      },
      sending: { deliveries: 5 },
    })
    const taken: string[] = []
    const payOrdId = await hospital.pay()
    await hospital.pushes.idle()
    assert.deepEqual(taken, [payOrdId])
    assert.deepEqual(
      hospital.deliveries.map(({ delivery, status }) => [delivery, status]),
      [
        [1, 503],
        [2, 503],
        [3, 200],
      ],
    )
    assert.deepEqual(
      hospital.log.map(({ reason, outcome }) => reason ?? outcome),
      ['handler failed', 'handler failed', 'handed on'],
    )
  })

  it('finds nobody when the hospital is away, and nothing breaks', async () => {
    await using hospital = await openHospital({
      sending: { send: () => Promise.reject(new Error('refused')), deliveries: 2 },
    })
    await hospital.pay()
    await hospital.pushes.idle()
    assert.deepEqual(
      hospital.deliveries.map(({ status }) => status),
      [undefined, undefined],
    )
  })

  it('that is too old is refused', async () => {
    await using hospital = await openHospital({ receive: { orgCodg: ORG, clock: () => Date.now() + 3_600_000 } })
    await hospital.pay()
    await hospital.pushes.idle()
    assert.deepEqual([hospital.deliveries[0]?.status, hospital.log[0]?.reason], [400, 'outside the time window'])
    assert.deepEqual(hospital.handed, [])
  })
})

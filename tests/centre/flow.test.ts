import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  createCentreClient,
  createCentreCredentials,
  defineCentreProfile,
  receivePush,
  type SettlementPushEvent,
} from '@nationec/payment-centre'
import { BusinessError, yuan } from '@nationec/protocol'
import { createCentreKeys } from '@nationec/simulator/centre'
import { credentials, keys, ORG, openCentreDesk } from './desk.ts'
import { send, serve } from './serve.ts'

describe('the payment centre over HTTP', () => {
  it('takes a bill through upload, payment, query, push and refund', async () => {
    await using desk = await openCentreDesk()
    const { client, simulator, face, person } = desk
    const events: SettlementPushEvent[] = []
    await using hospital = await serve((request) =>
      receivePush(request, { credentials, orgCodg: ORG, onPush: (event) => void events.push(event) }),
    )
    const pushes = face.sendPushes({ url: `${hospital.url}/push`, send })

    const bill = desk.bill()
    const { payOrdId, payToken } = await client.uploadFees(bill)
    assert.equal((await client.querySettlement({ payOrdId, payToken })).status, 'pending')

    const placed = await client.placeOrder({
      payOrdId,
      payToken,
      payAuthNo: simulator.patient.authorisePayment(),
      orgBizSer: client.serialNumber(),
      chrgBchno: bill.chrgBchno,
      feeType: bill.feeType,
      mdtrtId: bill.mdtrtId ?? 'V1',
    })
    assert.ok(placed.status === 'settled')

    const order = await client.querySettlement({ payOrdId, payToken })
    assert.ok(order.status === 'settled')
    assert.deepEqual(order.amounts, placed.amounts)
    assert.equal(order.amounts.total, bill.medfeeSumamt)

    await untilPushed(() => events.length > 0)
    await pushes.idle()
    const [event, ...more] = events
    assert.equal(more.length, 0)
    assert.deepEqual([event?.payOrdId, event?.medOrgOrd, event?.paid], [payOrdId, bill.medOrgOrd, true])
    assert.deepEqual(event?.amounts, order.amounts)

    const { ecToken } = person
    const refund = { totlRefdAmt: yuan('1'), cashRefdAmt: yuan('1'), refdType: 'CASH', ecToken } as const
    assert.equal((await client.refund({ payOrdId, appRefdSn: client.serialNumber(), ...refund })).refStatus, 'SUCC')
    assert.equal((await client.querySettlement({ payOrdId, payToken })).status, 'partly-refunded')
    assert.deepEqual(face.requests, { uploadFees: 1, placeOrder: 1, refund: 1, querySettlement: 3, revokeFees: 0 })
    assert.equal(desk.server.requests.count, 6)
    pushes.stop()
  })

  it('takes an upload back, once', async () => {
    await using desk = await openCentreDesk()
    const { client, person } = desk
    const { payOrdId, payToken } = await client.uploadFees(desk.bill())
    const { idNo, userName, idType } = person
    const order = { payOrdId, payToken, idNo, userName, idType }
    await client.revokeFees(order)
    assert.equal((await client.querySettlement({ payOrdId, payToken })).status, 'revoked')
    const error = await client.revokeFees(order).catch((error: unknown) => error)
    assert.ok(error instanceof BusinessError && error.delivery === 'answered')
    assert.equal(desk.simulator.counts.effects.revokes, 1)
  })

  it('speaks every form of the envelope that a profile can ask for', async () => {
    for (const profile of [
      defineCentreProfile({ name: 'a', timestampForm: 'yyyyMMddHHmmss', version: null, hexCase: 'lower' }),
      defineCentreProfile({ name: 'b', timestampForm: 'epoch-seconds', version: '1.0.0', scalars: 'as written' }),
      defineCentreProfile({
        name: 'c',
        emptyRemoval: 'first level: null, text and lists',
        paths: { uploadFees: '/up' },
      }),
    ]) {
      await using desk = await openCentreDesk({ profile })
      const { payOrdId, payToken } = await desk.client.uploadFees(desk.bill())
      assert.equal((await desk.client.querySettlement({ payOrdId, payToken })).status, 'pending')
    }
  })

  it('refuses another institution’s keys and another institution’s orders', async () => {
    await using desk = await openCentreDesk()
    const stranger = createCentreClient({
      baseUrl: desk.server.url,
      orgCodg: ORG,
      credentials: createCentreCredentials({
        ...keys.institution,
        privateKey: createCentreKeys({ seed: 8 }).institution.privateKey,
      }),
    })
    const refused = await stranger.uploadFees(desk.bill()).catch((error: unknown) => error)
    assert.ok(refused instanceof BusinessError && refused.responseCode === 9004)
    const elsewhere = await desk.client
      .uploadFees({ ...desk.bill(), orgCodg: 'H33010200002' })
      .catch((error: unknown) => error)
    assert.ok(elsewhere instanceof BusinessError && elsewhere.responseCode === 9005)
    assert.equal(desk.simulator.orders().length, 0)
  })
})

/** Waits for something that comes by itself over a socket; the test's own time limit is the end of patience. */
async function untilPushed(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 5))
}

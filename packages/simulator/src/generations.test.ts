import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decodePushBody, defaultProfile, defineProfile, type Profile, specProfile } from '@nationec/protocol'
import { createDesk } from './fixtures/desk.ts'
import { refusedWith } from './fixtures/refused-with.ts'

const hos = defineProfile({ name: 'test-hos', generation: 'hos' })
const renamed = defineProfile({
  name: 'test-renamed',
  transTypes: { uploadFees: 'X.1', querySettlement: 'X.2', revokeFees: 'X.3', refund: 'X.4', queryCredential: 'X.5' },
})

const profiles: Profile[] = [
  defaultProfile,
  specProfile,
  hos,
  renamed,
  defineProfile({ name: 'text-hos', base: specProfile, generation: 'hos' }),
]

for (const profile of profiles) {
  describe(`the whole flow under ${profile.name}`, () => {
    it('uploads, pays, queries, pushes, refunds and revokes', async () => {
      const { till, simulator, pushes } = createDesk({ profile })
      const order = await till.upload({ total: '128.50' })
      assert.equal((await till.query(order)).ordStas, '0')
      simulator.patient.pay()
      const answer = await till.query(order)
      assert.equal(answer.ordStas, '6')
      const [push] = pushes
      const body = decodePushBody(push?.text ?? '', profile)
      assert.equal(body.payOrdId, order.payOrdId)
      assert.equal(body.ownPayAmt, answer.ownPayAmt)
      assert.equal(body.fundPay, answer.fundPay)
      assert.equal((await till.refund(order, 'CASH', { cash: '9.28' })).refStatus, 'SUCC')
      assert.equal((await till.query(order)).ordStas, '10')
      const second = await till.upload()
      await till.revoke(second)
      assert.equal((await till.query(second)).ordStas, '12')
      await refusedWith(till.revoke(second), 'STATE_FORBIDS')
    })
  })
}

describe('generation A', () => {
  it('writes its push with a small p and the settlement record', async () => {
    const { till, simulator, pushes } = createDesk({ profile: hos })
    await till.upload({ total: '128.50' })
    simulator.patient.pay()
    const body = JSON.parse(pushes[0]?.text ?? '')
    assert.equal(body.ownpayAmt, '19.28')
    assert.equal('ownPayAmt' in body, false)
    assert.equal(body.extData.setlinfo[0].psnCashPay, '19.28')
    assert.equal(body.extData.setlinfo[0].psnPay, '38.55')
  })

  it('needs no credential, and then no person is known', async () => {
    const { till, simulator } = createDesk({ profile: hos })
    await till.upload({ over: { ecToken: undefined, idNo: undefined, userName: undefined, idType: undefined } })
    assert.equal(simulator.patient.pay().paid.account, '0.00')
  })

  it('takes the person from the credential when the bill leaves it out', async () => {
    const { till, simulator } = createDesk({ profile: hos })
    await till.upload({ over: { idNo: undefined, userName: undefined, idType: undefined } })
    assert.equal(simulator.patient.pay().paid.account, '15.00')
  })
})

describe('a request that nobody knows', () => {
  it('is refused: no such transType', async () => {
    const { simulator } = createDesk({ profile: renamed })
    const text = JSON.stringify({ orgId: 'H1', transType: 'hos.upload.fee', data: {} })
    assert.deepEqual(JSON.parse(await simulator.handle(text)), {
      orgId: 'H1',
      code: 9001,
      message: '交易类型未知',
      data: null,
    })
    assert.equal(simulator.counts.requests['unknown'], 1)
  })

  it('is refused: no envelope', async () => {
    const { simulator } = createDesk()
    for (const text of ['', 'nonsense', '[]', 'null', '{"orgId":"H1"}', '{"transType":"ec.query"}']) {
      assert.equal(JSON.parse(await simulator.handle(text)).code, 9002)
    }
  })

  it('has a name that every object has', async () => {
    const { simulator } = createDesk()
    for (const transType of ['__proto__', 'constructor', 'toString']) {
      const text = JSON.stringify({ orgId: 'H1', transType, data: {} })
      assert.equal(JSON.parse(await simulator.handle(text)).code, 9001)
    }
    assert.equal(simulator.counts.requests['unknown'], 3)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  type CentreProfile,
  createCentreClient,
  createCentreCredentials,
  defaultCentreProfile,
  openEnvelope,
  sealEnvelope,
} from '@nationec/payment-centre'
import { BusinessError } from '@nationec/protocol'
import { createSimulator } from '@nationec/simulator'
import { createCentreFace, createCentreKeys, type EnvelopeFault } from '@nationec/simulator/centre'
import { START } from './fixtures/desk.ts'
import { ORG_ID } from './fixtures/till.ts'

const keys = createCentreKeys({ seed: 7 })
const credentials = createCentreCredentials(keys.institution)

function open(profile: CentreProfile = defaultCentreProfile) {
  const simulator = createSimulator({ seed: 7, clock: () => START })
  const face = createCentreFace(simulator, { orgCodg: ORG_ID, keys, profile, clock: () => START })
  const client = createCentreClient({
    baseUrl: 'http://centre.test/gateway',
    orgCodg: ORG_ID,
    credentials,
    profile,
    clock: () => START,
    fetch: (url, init) => face.handle(new Request(url, init)),
  })
  return { simulator, face, client }
}

describe('the keys of both sides', () => {
  it('follow from the seed, and fit each other', async () => {
    assert.deepEqual(createCentreKeys({ seed: 7 }), keys)
    assert.notDeepEqual(createCentreKeys({ seed: 8 }), keys)
    const centre = createCentreCredentials(keys.centre)
    assert.ok(await centre.verify('text', await credentials.sign('text')))
    assert.ok(await credentials.verify('text', await centre.sign('text')))
    assert.deepEqual([keys.centre.appId, keys.centre.appSecret], [keys.institution.appId, keys.institution.appSecret])
  })

  it('have the forms that platforms hand out', () => {
    for (const { privateKey, platformPublicKey } of [keys.institution, keys.centre]) {
      assert.equal(Buffer.from(String(privateKey), 'base64').length, 32)
      const point = Buffer.from(String(platformPublicKey), 'base64')
      assert.deepEqual([point.length, point[0]], [65, 4])
    }
  })
})

describe('the centre’s HTTP face', () => {
  it('answers the five paths, behind any base path, in their letter case', async () => {
    const { face } = open()
    for (const path of Object.values(defaultCentreProfile.paths)) {
      const sealed = await sealEnvelope({ data: {}, moment: START }, { credentials, profile: defaultCentreProfile })
      const response = await face.handle(new Request(`http://centre.test/x${path}`, { method: 'POST', body: sealed }))
      const { header } = await openEnvelope(await response.text(), { credentials, profile: defaultCentreProfile })
      assert.deepEqual([response.status, header['code'], header['success']], [200, '9003', 'false'])
    }
    assert.deepEqual(face.requests, { uploadFees: 1, placeOrder: 1, refund: 1, querySettlement: 1, revokeFees: 1 })
  })

  it('knows no other path and no other method', async () => {
    const { face } = open()
    const status = async (path: string, init: RequestInit = { method: 'POST', body: '{}' }) =>
      (await face.handle(new Request(`http://centre.test${path}`, init))).status
    assert.equal(await status('/org/local/api/hos/refund_order'), 404)
    assert.equal(await status('/'), 404)
    assert.equal(await status('/org/local/api/hos/refund_Order', {}), 405)
    assert.equal(await status('/org/local/api/hos/refund_Order', { method: 'POST', body: 'x'.repeat(921_601) }), 413)
  })

  it('refuses a bad envelope before the simulator sees it', async () => {
    const { face, simulator } = open()
    const envelope = JSON.parse(
      await sealEnvelope({ data: {}, moment: START }, { credentials, profile: defaultCentreProfile }),
    )
    for (const change of [{ signData: '' }, { timestamp: '1' }, { encData: '00' }, { appId: 'ANOTHER-APPLICATION' }]) {
      const body = JSON.stringify({ ...envelope, ...change })
      const url = `http://centre.test${defaultCentreProfile.paths.querySettlement}`
      const response = await face.handle(new Request(url, { method: 'POST', body }))
      const { header } = await openEnvelope(await response.text(), { credentials, profile: defaultCentreProfile })
      assert.equal(header['code'], '9004')
    }
    assert.equal(face.requests.querySettlement, 0)
    assert.equal(
      Object.values(simulator.counts.requests).reduce((sum, count) => sum + count, 0),
      0,
    )
  })

  it('passes a refusal of the simulator on, signed', async () => {
    const error = await open()
      .client.querySettlement({ medOrgOrd: 'none' })
      .catch((error: unknown) => error)
    assert.ok(error instanceof BusinessError)
    assert.deepEqual([error.responseCode, error.responseMessage], [9021, '订单不存在'])
  })

  it('rejects with the simulator’s fault when the line is to break', async () => {
    const { simulator, client } = open()
    simulator.faults.next('line-cut')
    await assert.rejects(client.querySettlement({ medOrgOrd: 'none' }), {
      code: 'CENTRE_LINK_LOST',
      delivery: 'unknown',
    })
  })

  it('knows no other envelope fault', () => {
    assert.throws(() => open().face.faults.next('eaten' as EnvelopeFault), { code: 'SIMULATOR_OPTION_INVALID' })
  })
})

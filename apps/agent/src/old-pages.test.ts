// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defineProfile, encodeRequest, feeUpload, parseRequestBody } from '@nationec/protocol'
import { mockTransport } from '@nationec/transport-mock'
import { CASHIER, type Desk, ORG_ID, openDesk } from './fixtures/desk.ts'

const trans = (desk: Desk, json: string, url = '') => desk.call('POST', '/v1/nation-ec-trans', { url, json })

async function uploadText(desk: Desk): Promise<string> {
  const bill = await desk.bill({ medOrgOrd: '20261123101500A1B2C3H33010200001' })
  return encodeRequest(feeUpload, {
    orgId: ORG_ID,
    transType: '6201',
    data: parseRequestBody(feeUpload, bill),
  }).replace('"6201"', JSON.stringify('hos.upload.fee'))
}

describe('NationEcTrans(url, json) of an old page', () => {
  it('sends the text as it is and gives the text that came', async () => {
    await using desk = await openDesk()
    const json = JSON.stringify({ transType: 'ec.query', orgId: ORG_ID, data: { orgId: ORG_ID, ...CASHIER } })
    const answer = await trans(desk, json, 'http://10.0.0.8/api')
    assert.equal(answer.status, 200)
    assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8')
    assert.equal(answer.json.code, 0)
    assert.equal(answer.json.data.userName, '测试甲')
  })

  it('gives a refusal as the control did: as an answer', async () => {
    await using desk = await openDesk()
    const answer = await trans(desk, '{"orgId":"H1","transType":"no.such","data":{}}')
    assert.equal(answer.status, 200)
    assert.equal(answer.json.code, 9001)
    assert.equal((await trans(desk, 'no JSON at all')).json.code, 9002)
  })

  it('gives the answer again for the same text that moved money, and asks the terminal once', async () => {
    await using desk = await openDesk()
    const json = await uploadText(desk)
    const first = await trans(desk, json)
    assert.equal(first.json.code, 0, first.text)
    const second = await trans(desk, json)
    assert.equal(second.headers['idempotent-replayed'], 'true')
    assert.equal(first.json.replayed, undefined)
    assert.equal(second.text, first.text.replace(/}$/, ',"replayed":true}'))
    assert.equal(desk.simulator.counts.effects.uploads, 1)
    assert.equal(
      (await desk.call('GET', '/v1/operations')).json.operations[0].medOrgOrd,
      '20261123101500A1B2C3H33010200001',
    )
  })

  it('may try again what was refused, and never what is unknown', async () => {
    await using desk = await openDesk()
    const json = await uploadText(desk)
    desk.simulator.faults.script(['busy', 'line-cut'])
    assert.equal((await trans(desk, json)).json.code, 9091)
    const lost = await trans(desk, json)
    assert.equal(lost.status, 502)
    assert.equal(lost.json.delivery, 'unknown')
    const again = await trans(desk, json)
    assert.equal(again.status, 502)
    assert.equal(again.headers['idempotent-replayed'], 'true')
    assert.deepEqual([lost.json.replayed, again.json.replayed], [undefined, true])
    assert.equal(desk.simulator.counts.effects.uploads, 1)
    const { id } = again.json.operation
    assert.equal((await desk.call('POST', `/v1/operations/${id}/resolve`, {})).json.proven, true)
  })

  it('asks the terminal again for everything that is not known to move money', async () => {
    const answers = ['{"code":0,"data":{"userName":"测试甲"}}', '{"code":0,"data":{"userName":"测试乙"}}']
    const texts = [
      JSON.stringify({ orgId: ORG_ID, transType: 'region.read.card', data: CASHIER }),
      JSON.stringify({ orgId: ORG_ID, data: CASHIER }),
      'READCARD|1',
    ]
    for (const json of texts) {
      let asked = 0
      await using desk = await openDesk({ transport: mockTransport(() => answers[asked++] ?? '') })
      assert.deepEqual([(await trans(desk, json)).text, (await trans(desk, json)).text], answers, json)
      assert.deepEqual((await desk.call('GET', '/v1/operations')).json.operations, [])
    }
  })

  it('takes a text of public material for what it is, and what a profile names for what the profile says', async () => {
    const profile = defineProfile({
      name: 'region',
      transTypes: { queryCredential: 'region.read.card', uploadFees: 'region.upload' },
    })
    const textOf = (transType: string, data: unknown) => JSON.stringify({ orgId: ORG_ID, transType, data })
    for (const [json, expected] of [
      [textOf('region.read.card', CASHIER), 2],
      [textOf('region.upload', { medOrgOrd: 'A1' }), 1],
      [textOf('6201', { medOrgOrd: 'A2' }), 1],
      [textOf('hos.refund.setl', { payOrdId: 'P1', appRefdSn: 'R1' }), 1],
    ] as const) {
      let asked = 0
      const transport = mockTransport(() => {
        asked += 1
        return '{"code":0,"data":{}}'
      })
      await using desk = await openDesk({ profile, transport, simulated: { profile } })
      await trans(desk, json)
      await trans(desk, json)
      assert.equal(asked, expected, json)
    }
  })
})

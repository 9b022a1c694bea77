import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readAnswer } from '@nationec/protocol'
import fc from 'fast-check'
import { createDesk } from './fixtures/desk.ts'
import { ORG_ID } from './fixtures/till.ts'

const settings = { seed: 20_261_123, numRuns: 300 }
const transTypes = [
  'ec.query',
  'cn.nhsa.ec.auth',
  'hos.upload.fee',
  '6202',
  '6301',
  'hos.revoke.order',
  'hos.refund.setl',
]

describe('handle', () => {
  it('answers whatever text comes, and does nothing for nonsense', async () => {
    const { simulator } = createDesk()
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.jsonValue().map((data) => envelope(data)),
    )
    await fc.assert(
      fc.asyncProperty(text, async (request) => {
        assert.notEqual(readAnswer(await simulator.handle(request)).code, 0)
      }),
      settings,
    )
    assert.equal(simulator.orders().length, 0)
  })

  it('refuses a body of another institution than its envelope', async () => {
    for (const [orgCodg, code] of [
      ['P33010200001', 9005],
      [ORG_ID, 9021],
    ] as const) {
      const { simulator } = createDesk()
      const data = { orgCodg, medOrgOrd: 'A1' }
      const answer = await simulator.handle(JSON.stringify({ orgId: ORG_ID, transType: '6301', data }))
      assert.equal(readAnswer(answer).code, code)
    }
  })

  it('answers a good request with one field made wrong, and never repeats a value', async () => {
    const { simulator, till } = createDesk()
    const requests: string[] = []
    const { handle } = simulator
    Object.assign(simulator, {
      handle(text: string) {
        requests.push(text)
        return handle(text)
      },
    })
    const order = await till.upload({ medOrgOrd: 'A1' })
    simulator.patient.pay()
    await till.query(order)
    await till.refund(order, 'CASH', { cash: '1' })
    await till.revoke(await till.upload({ medOrgOrd: 'A2' }))

    const wrong = fc.oneof(
      fc.constant('秘密秘密秘密'),
      fc.constant(['秘密']),
      fc.constant({ 秘密: '秘密' }),
      fc.jsonValue(),
    )
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), wrong, async (which, field, value) => {
        const { data, ...header } = JSON.parse(requests[which % requests.length] ?? '{}')
        const names = Object.keys(data)
        const answer = await handle(
          JSON.stringify({ ...header, data: { ...data, [names[field % names.length] ?? '']: value } }),
        )
        const { code, message = '' } = readAnswer(answer)
        assert.ok(Number.isInteger(code))
        assert.doesNotMatch(message, /秘密|测试甲|9999991990/)
        assert.ok(message.length <= 200)
      }),
      settings,
    )
  })
})

function envelope(data: unknown): string {
  const transType = transTypes[JSON.stringify(data).length % transTypes.length]
  return JSON.stringify({ orgId: ORG_ID, transType, data })
}

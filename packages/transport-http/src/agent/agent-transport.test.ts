import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defaultProfile } from '@nationec/protocol'
import { isTransportError } from '@nationec/transport'
import { agentTransport } from '@nationec/transport-http'
import { openFarEnd, textOf } from '../fixtures/http-far-end.ts'

const ORG_ID = 'H33010200001'
const ABOUT = { name: 'nationec-agent', paired: true, orgId: ORG_ID }
const MED_ORG_ORD = `20261129120000001${ORG_ID}`

interface Seen {
  readonly url: string | undefined
  readonly key: unknown
}

/** Sends one upload to an agent that says this of itself; gives what arrived besides the question who it is. */
async function upload(about: object, medOrgOrd: string) {
  const seen: Seen[] = []
  const keys: string[] = []
  await using farEnd = await openFarEnd(async (request, response) => {
    await textOf(request)
    if (request.method === 'GET') {
      response.end(JSON.stringify(about))
      return
    }
    seen.push({ url: request.url, key: request.headers['idempotency-key'] })
    response.end(JSON.stringify({ payOrdId: 'ORD1', operation: {}, order: {} }))
  })
  const transport = agentTransport({
    address: farEnd.url,
    token: 'T'.repeat(43),
    orgId: ORG_ID,
    deadline: 5_000,
    onIdempotencyKey: (key) => keys.push(key),
  })
  await using connection = transport.connect()
  const text = JSON.stringify({ orgId: ORG_ID, transType: defaultProfile.transTypes.uploadFees, data: { medOrgOrd } })
  const outcome = await connection.exchange({ text }).catch((error: unknown) => error)
  return { outcome, seen, keys }
}

describe('the transport over a running agent', () => {
  it('sends to the agent’s own route under the order’s number, tells the key, and gives an envelope', async () => {
    const { outcome, seen, keys } = await upload(ABOUT, MED_ORG_ORD)
    assert.equal(outcome, '{"code":0,"data":{"payOrdId":"ORD1"}}')
    assert.deepEqual(seen, [{ url: '/v1/orders?deadline=5000', key: `uploadFees-${MED_ORG_ORD}` }])
    assert.deepEqual(keys, [`uploadFees-${MED_ORG_ORD}`])
  })

  it('puts no text of the caller into a key that is shown', async () => {
    const { keys } = await upload(ABOUT, '张三')
    assert.match(keys[0] ?? '', /^[0-9a-f-]{36}$/)
  })

  it('sends nothing of a patient to an agent that does not know the token, or of another institution', async () => {
    const cases = [
      ['AGENT_NOT_PAIRED', { ...ABOUT, paired: false }],
      ['AGENT_OTHER_INSTITUTION', { ...ABOUT, orgId: 'H33010200002' }],
      ['OPEN_FAILED', { name: 'another program' }],
    ] as const
    for (const [code, about] of cases) {
      const { outcome, seen } = await upload(about, MED_ORG_ORD)
      assert.ok(isTransportError(outcome, code), String(outcome))
      assert.equal(outcome.delivery, 'not-sent')
      assert.deepEqual(seen, [])
    }
  })
})

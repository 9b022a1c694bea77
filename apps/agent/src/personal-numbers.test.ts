// @everyday node
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { openDesk } from './fixtures/desk.ts'
import { follow } from './fixtures/follow.ts'

/** Numbers that a HIS may take for its bills and keys. */
const IDENTITY = '110101199003077758'
const PHONE = '13812345678'

it('a bill, a key and a refund that are numbered by the patient stand open in no list, event or trace', async () => {
  await using desk = await openDesk()
  const following = await follow(`${desk.base}/v1/events`, { Authorization: `Bearer ${desk.token}` })
  const uploaded = await desk.upload(`pay-${PHONE}`, { medOrgOrd: IDENTITY })
  assert.equal(uploaded.status, 201, uploaded.text)
  const { payOrdId } = uploaded.json
  desk.simulator.patient.pay(payOrdId)
  const found = await desk.call('POST', '/v1/orders/query', { medOrgOrd: IDENTITY })
  assert.equal(found.status, 200, 'the number itself still finds the order')
  assert.equal((await desk.call('GET', `/v1/orders/${IDENTITY}`)).status, 200)
  const unknown = { transType: PHONE, data: { payOrdId } }
  await desk.call('POST', '/v1/request', unknown, { key: IDENTITY })
  const lists = ['/v1/orders', '/v1/operations', '/v1/exceptions', '/v1/pushes', '/v1/trace', `/v1/orders/${payOrdId}`]
  for (const path of lists) {
    const { status, text } = await desk.call('GET', path)
    assert.equal(status, 200, path)
    for (const number of [IDENTITY, PHONE]) assert.ok(!text.includes(number), `${path}\n${text}`)
  }
  const { json } = await desk.call('GET', '/v1/orders')
  assert.match(json.orders[0].medOrgOrd, /^#[0-9a-f]{24}$/)
  assert.match(json.orders[0].operations.at(-1).key, /^#[0-9a-f]{24}$/)
  const events = JSON.stringify(following.events)
  following.close()
  for (const number of [IDENTITY, PHONE]) assert.ok(!events.includes(number), events)
})

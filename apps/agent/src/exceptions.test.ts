// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openDesk } from './fixtures/desk.ts'

describe('what a person must look at', () => {
  it('is listed with its order until somebody says who has looked and why; a paid order stays paid', async () => {
    await using desk = await openDesk({ simulated: { settings: { duplicateMedOrgOrd: 'returns the order' } } })
    const { payOrdId, order } = (await desk.upload('k1', { medOrgOrd: 'M1' })).json
    desk.simulator.patient.pay(payOrdId)
    await desk.call('POST', '/v1/orders/query', { payOrdId })
    const again = await desk.upload('k2', { medOrgOrd: 'M1' })
    assert.deepEqual([again.status, again.json.payOrdId, again.json.order.status], [201, payOrdId, 'settled'])
    const [exception] = (await desk.call('GET', '/v1/exceptions')).json.exceptions
    assert.deepEqual([exception.kind, exception.order], ['repeated-bill', order.id])
    const close = (body: object) => desk.call('POST', `/v1/exceptions/${exception.id}/close`, body)
    assert.equal((await close({ by: 'u007' })).json.code, 'PARAMETER_INVALID')
    assert.equal((await close({ by: 'u007', because: '同一账单重复提交，已核对' })).status, 204)
    assert.deepEqual((await desk.call('GET', '/v1/exceptions')).json.exceptions, [])
    const events = await desk.call('POST', '/v1/exceptions/none/close', { by: 'u007', because: 'x' })
    assert.deepEqual([events.status, events.json.code], [404, 'OPERATION_NOT_KNOWN'])
  })
})

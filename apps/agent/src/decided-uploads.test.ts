// @everyday node
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { type Desk, openDesk } from './fixtures/desk.ts'
import { follow } from './fixtures/follow.ts'

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nationec-agent-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** An upload whose answer is lost; `effect` says whether it was carried out. */
async function loseUpload(desk: Desk, effect: 'done' | 'none', bill: Record<string, unknown>, key = 'k') {
  desk.simulator.faults.next({ kind: 'line-cut', effect }, 'uploadFees')
  const lost = await desk.call('POST', '/v1/orders', bill, { key })
  assert.equal(lost.json.delivery, 'unknown', lost.text)
  assert.equal(lost.json.order.status, 'unknown')
  const { id, medOrgOrd, amount } = lost.json.operation
  const decision = { amount, by: 'u007', because: '与中心核对' }
  const close = (body: object) => desk.call('POST', `/v1/operations/${id}/close`, { ...decision, ...body })
  return { id, medOrgOrd, amount, close }
}

describe('an unknown upload that a person decides', () => {
  it('as not done leaves no order behind: it is told, kept, and free to be uploaded again', () =>
    inFolder(async (dataFolder) => {
      let bill: Record<string, unknown> = {}
      let lost: Awaited<ReturnType<typeof loseUpload>>
      {
        await using desk = await openDesk({ dataFolder })
        bill = await desk.bill()
        const following = await follow(`${desk.base}/v1/events`, { Authorization: `Bearer ${desk.token}` })
        lost = await loseUpload(desk, 'none', bill)
        assert.equal((await desk.call('POST', `/v1/operations/${lost.id}/resolve`, {})).json.proven, false)
        assert.equal((await lost.close({ outcome: 'not-done' })).json.state, 'closed')
        await following.until('order', (data) => JSON.parse(data).status === 'not-uploaded')
        following.close()
        assert.equal((await desk.call('GET', '/v1/orders?status=unknown')).json.orders.length, 0)
        assert.equal((await desk.call('GET', `/v1/orders/${lost.medOrgOrd}`)).json.status, 'not-uploaded')
      }
      await using desk = await openDesk({ dataFolder })
      assert.equal((await desk.call('GET', `/v1/orders/${lost.medOrgOrd}`)).json.status, 'not-uploaded')
      const { medOrgOrd } = lost
      const again = await desk.call('POST', '/v1/orders', { ...(await desk.bill()), medOrgOrd }, { key: 'k2' })
      assert.equal(again.status, 201, again.text)
      assert.deepEqual([again.json.order.status, again.json.order.payOrdId], ['pending', again.json.payOrdId])
      assert.equal((await desk.call('GET', '/v1/orders')).json.orders.length, 1)
    }))

  it('as not done, while it was, is put right by the next query that finds the order', async () => {
    await using desk = await openDesk()
    const lost = await loseUpload(desk, 'done', await desk.bill())
    await lost.close({ outcome: 'not-done' })
    assert.equal((await desk.call('GET', `/v1/orders/${lost.medOrgOrd}`)).json.status, 'not-uploaded')
    const found = await desk.call('POST', '/v1/orders/query', { medOrgOrd: lost.medOrgOrd })
    assert.equal(found.json.order.status, 'pending', found.text)
    const [operation] = found.json.order.operations
    assert.deepEqual([operation.state, operation.outcome, operation.proof], ['done', 'done', 'query'])
    assert.equal((await lost.close({ outcome: 'not-done' })).json.code, 'DECISION_INVALID')
  })

  it('as done makes its order one that is waiting to be paid', async () => {
    await using desk = await openDesk()
    const lost = await loseUpload(desk, 'done', await desk.bill())
    const payOrdId = desk.simulator.orders()[0]?.payOrdId
    await lost.close({ outcome: 'done', payOrdId })
    const order = (await desk.call('GET', `/v1/orders/${payOrdId}`)).json
    assert.deepEqual([order.status, order.medOrgOrd], ['pending', lost.medOrgOrd])
  })
})

describe('a bill that is uploaded again after a revoke', () => {
  it('and whose answer is lost is not proved by the revoked order, which stays what it is', () =>
    inFolder(async (dataFolder) => {
      const simulated = { settings: { medOrgOrdAfterRevoke: 'free again' } } as const
      const desk = await openDesk({ dataFolder, simulated })
      const bill = await desk.bill()
      const first = (await desk.call('POST', '/v1/orders', bill, { key: 'first' })).json
      const { idNo, idType, userName } = bill
      const revoke = { payOrdId: first.payOrdId, idNo, idType, userName }
      assert.equal((await desk.call('POST', '/v1/orders/revoke', revoke, { key: 'r' })).status, 200)
      const medOrgOrd = first.operation.medOrgOrd
      const lost = await loseUpload(desk, 'none', { ...(await desk.bill()), medOrgOrd })
      const asked = await desk.call('POST', `/v1/operations/${lost.id}/resolve`, {})
      assert.deepEqual([asked.json.proven, asked.json.operation.state], [false, 'unknown'])
      assert.equal((await desk.call('GET', `/v1/orders/${first.payOrdId}`)).json.status, 'revoked')
      assert.equal((await desk.call('GET', `/v1/orders/${medOrgOrd}`)).json.status, 'unknown')
      await desk.agent.stop()

      await using next = await openDesk({ dataFolder, simulated })
      assert.equal((await next.call('GET', `/v1/orders/${first.payOrdId}`)).json.status, 'revoked')
      assert.equal((await next.call('GET', `/v1/orders/${medOrgOrd}`)).json.status, 'unknown')
      const { id, amount } = lost
      const decision = { outcome: 'not-done', amount, by: 'u007', because: '与中心核对' }
      const closed = await next.call('POST', `/v1/operations/${id}/close`, decision)
      assert.equal(closed.json.outcome, 'not-done')
      assert.equal((await next.call('GET', `/v1/orders/${medOrgOrd}`)).json.status, 'not-uploaded')
    }))

  it('and was carried out is proved by its own order', async () => {
    await using desk = await openDesk({ simulated: { settings: { medOrgOrdAfterRevoke: 'free again' } } })
    const bill = await desk.bill()
    const first = (await desk.call('POST', '/v1/orders', bill, { key: 'first' })).json
    const { idNo, idType, userName } = bill
    const revoke = { payOrdId: first.payOrdId, idNo, idType, userName }
    await desk.call('POST', '/v1/orders/revoke', revoke, { key: 'r' })
    const medOrgOrd = first.operation.medOrgOrd
    const lost = await loseUpload(desk, 'done', { ...(await desk.bill()), medOrgOrd })
    const asked = await desk.call('POST', `/v1/operations/${lost.id}/resolve`, {})
    assert.equal(asked.json.proven, true)
    assert.equal(asked.json.order.payOrdId, desk.simulator.orders()[1]?.payOrdId)
    assert.equal(asked.json.order.status, 'pending')
    assert.equal((await desk.call('GET', '/v1/orders?status=unknown')).json.orders.length, 0)
  })
})

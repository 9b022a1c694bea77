// @everyday node
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { openDesk } from './fixtures/desk.ts'

it('an operation whose outcome becomes unknown is told once, by its id and kind alone', async () => {
  const told: object[] = []
  await using desk = await openDesk({ onUnknown: ({ id, kind }) => told.push({ id, kind }) })
  assert.equal((await desk.upload('known')).status, 201)
  assert.deepEqual(told, [])
  const bill = await desk.bill()
  desk.simulator.faults.next('line-cut', 'uploadFees')
  const lost = await desk.call('POST', '/v1/orders', bill, { key: 'lost' })
  assert.equal(lost.json.delivery, 'unknown', lost.text)
  assert.deepEqual(told, [{ id: lost.json.operation.id, kind: 'upload' }])
})

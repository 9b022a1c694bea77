// @runtimes node
// @everyday none
// @needs nats-server
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { CASHIER } from '../../agent/src/fixtures/desk.ts'
import { type Fleet, openFleet } from './fixtures/fleet.ts'

let fleet: Fleet
before(async () => {
  fleet = await openFleet()
})
after(() => fleet[Symbol.asyncDispose]())

const uploads = (): number => fleet.simulator.counts.effects.uploads

describe('a gateway', () => {
  it('uses the terminal of a till that has dialled out, and knows what another gateway did', async () => {
    await using one = await fleet.openCounter()
    await using two = await fleet.openCounter()
    // The last to come is the first to go: it gives its lease back while a gateway is there.
    await using desk = await fleet.openDesk('T1')
    await desk.serves()
    const before = uploads()
    const first = await one.upload('first')
    assert.equal(first.status, 201, first.text)
    const known = await two.call('GET', `/v1/operations/${first.json.operation.id}`)
    assert.equal(known.json.state, 'done', known.text)
    assert.equal(uploads(), before + 1)
    const [lease] = await two.gateway.leases()
    assert.deepEqual([lease?.till, lease?.live], ['T1', true])
  })

  it('hears at once that a till is away: nothing was sent', async () => {
    await using counter = await fleet.openCounter()
    const answer = await counter.call('POST', '/v1/credential/query', CASHIER)
    assert.deepEqual([answer.json.code, answer.json.delivery], ['TILL_OFFLINE', 'not-sent'], answer.text)
  })

  it('asks the till what became of an upload whose answer was lost, though another gateway sent it', async () => {
    await using one = await fleet.openCounter()
    await using two = await fleet.openCounter()
    // The last to come is the first to go: it gives its lease back while a gateway is there.
    await using desk = await fleet.openDesk('T1')
    await desk.serves()
    const before = uploads()
    // The terminal has acted; what it says does not come back.
    fleet.acted = () => {
      if (uploads() > before) desk.link.hold('to-server')
    }
    const lost = await one.upload('lost', '?deadline=1500')
    assert.equal(lost.json.delivery, 'unknown', lost.text)
    fleet.acted = () => {}
    const { id } = lost.json.operation
    const early = await two.call('GET', `/v1/operations/${id}`)
    assert.equal(early.json.state, 'unknown', early.text)
    desk.link.flow()
    const operation = await two.resolved(id)
    assert.deepEqual([operation['state'], operation['proof']], ['done', 'memory'])
    assert.equal(uploads(), before + 1, 'it was sent again')
  })

  it('proves that an upload did not reach a till that was asleep, and the bill may be sent anew', async () => {
    await using one = await fleet.openCounter()
    await using desk = await fleet.openDesk('T1')
    await desk.serves()
    const before = uploads()
    // Asleep once the credential has been read: the upload waits in its network card.
    fleet.acted = () => desk.link.hold('to-client')
    const lost = await one.upload('asleep', '?deadline=1500')
    assert.equal(lost.json.delivery, 'unknown', lost.text)
    fleet.acted = () => {}
    desk.link.flow()
    const operation = await one.resolved(lost.json.operation.id)
    assert.deepEqual([operation['outcome'], operation['proof']], ['not-done', 'memory'], JSON.stringify(operation))
    assert.equal(uploads(), before)
    const again = await one.upload('awake')
    assert.equal(again.status, 201, again.text)
    assert.equal(uploads(), before + 1)
  })
})

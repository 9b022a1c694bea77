// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plugSimulator } from '@nationec/demo-server'
import { CASHIER, type Desk, openDesk } from '../../agent/src/fixtures/desk.ts'

const openDemo = (): Promise<Desk> => openDesk({ plug: plugSimulator })

describe('the simulated terminal', () => {
  it('shows what the patient sees, and does what the patient does', async () => {
    await using desk = await openDemo()
    assert.deepEqual((await desk.call('GET', '/v1/simulator')).json.screen, { shows: 'idle' })
    const { json } = await desk.upload('k')
    const { screen } = (await desk.call('GET', '/v1/simulator')).json
    assert.equal(screen.payOrdId, json.payOrdId)
    assert.equal(screen.total, json.order.total)
    const paid = await desk.call('POST', '/v1/simulator/patient', { action: 'pay' })
    assert.equal(paid.json.order.ordStas, '6')
    const shown = { shows: 'payment', outcome: 'paid', total: json.order.total }
    assert.deepEqual(paid.json.screen, shown)
    assert.deepEqual((await desk.call('GET', '/v1/simulator')).json.screen, shown, 'it stands for a moment')
    const nothing = await desk.call('POST', '/v1/simulator/patient', { action: 'cancel' })
    assert.equal(nothing.status, 409)
    assert.equal(nothing.json.code, 'SIMULATOR_NOTHING_WAITS')
    const pushes = (await desk.call('GET', '/v1/pushes')).json.pushes
    assert.equal(pushes[0].payOrdId, json.payOrdId)
    assert.equal(pushes[0].amounts.total, json.order.total)
  })

  it('waits for a scan by hand; whoever asks may give up', async () => {
    await using desk = await openDemo()
    await desk.call('PUT', '/v1/simulator/settings', { presenting: 'by hand' })
    const asked = desk.call('POST', '/v1/credential/query', CASHIER)
    await desk.simulator.patient.untilAsked()
    assert.equal((await desk.call('GET', '/v1/simulator')).json.screen.shows, 'scan')
    await desk.call('POST', '/v1/simulator/patient', { action: 'present', personId: 'second' })
    assert.equal((await asked).json.userName, '测试乙')

    const gone = new AbortController()
    const givenUp = desk.call('POST', '/v1/credential/query', CASHIER, { signal: gone.signal })
    await desk.simulator.patient.untilAsked()
    gone.abort()
    await assert.rejects(givenUp)
    while (desk.simulator.screen.shows !== 'idle') await new Promise((resolve) => setTimeout(resolve, 5))
  })

  it('takes faults one by one, as a script, and forgets them', async () => {
    await using desk = await openDemo()
    assert.equal((await desk.call('POST', '/v1/simulator/faults', { fault: 'busy', on: 'uploadFees' })).json.planned, 1)
    assert.equal((await desk.upload('k')).json.responseCode, 9091)
    const script = ['none', { kind: 'slow', milliseconds: 1 }, { fault: 'busy', on: 'refund' }]
    assert.equal((await desk.call('PUT', '/v1/simulator/faults', { script })).json.planned, 3)
    assert.equal((await desk.call('DELETE', '/v1/simulator/faults')).json.planned, 0)
    const wrong = await desk.call('POST', '/v1/simulator/faults', { fault: 'explode' })
    assert.equal(wrong.json.code, 'PARAMETER_INVALID')
    const missing = await desk.call('POST', '/v1/simulator/faults', { fault: { kind: 'refund-status' } })
    assert.equal(missing.json.code, 'SIMULATOR_OPTION_INVALID')
  })

  it('holds pushes back, sends them again, finishes orders and restarts', async () => {
    await using desk = await openDemo()
    await desk.call('POST', '/v1/simulator/pushes', { action: 'next', fate: 'held' })
    const { payOrdId } = (await desk.upload('k')).json
    await desk.call('POST', '/v1/simulator/patient', { action: 'pay', until: '2' })
    await desk.call('POST', '/v1/simulator/settle', { payOrdId })
    assert.equal((await desk.call('GET', '/v1/pushes')).json.pushes.length, 0)
    assert.equal((await desk.call('POST', '/v1/simulator/pushes', { action: 'release' })).json.released, 1)
    await desk.call('POST', '/v1/simulator/pushes', { action: 'resend', payOrdId })
    assert.deepEqual(
      (await desk.call('GET', '/v1/pushes')).json.pushes.map(({ attempt }: { attempt: number }) => attempt),
      [2, 1],
    )
    await desk.call('POST', '/v1/simulator/reboot', {})
    assert.equal((await desk.call('GET', '/v1/simulator/orders')).json.orders.length, 1)
    const { table } = (await desk.call('GET', '/v1/simulator/settings')).json
    assert.ok(
      table.some(
        ({ name, choices }: { name: string; choices: string[] }) => name === 'patient' && choices.includes('manual'),
      ),
    )
  })

  it('changes nothing by GET, and shows no person', async () => {
    await using desk = await openDemo()
    const bill = await desk.bill()
    assert.equal((await desk.call('POST', '/v1/orders', bill, { key: 'k' })).status, 201)
    const state = () => JSON.stringify([desk.simulator.counts, desk.simulator.orders(), { ...desk.simulator.settings }])
    const before = state()
    const { paths } = (await desk.call('GET', '/openapi.json')).json
    const own = Object.keys(paths).filter((path) => path.startsWith('/v1/simulator'))
    assert.ok(own.length > 5)
    for (const path of own) {
      const { status, text } = await desk.call('GET', path)
      assert.ok(status === 200 || status === 405, `${path} ${status}`)
      for (const name of ['idNo', 'userName', 'ecToken'])
        assert.ok(!text.includes(String(bill[name])), `${path} ${name}`)
    }
    assert.equal(state(), before)
  })

  it('is nowhere on an agent that it is not plugged into', async () => {
    await using desk = await openDesk()
    assert.equal((await desk.call('GET', '/v1/simulator')).json.code, 'ROUTE_UNKNOWN')
    assert.ok(!(await desk.call('GET', '/openapi.json')).text.includes('/v1/simulator'))
  })
})

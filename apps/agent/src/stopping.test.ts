// @everyday node
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { isNationEcError } from '@nationec/client'
import { CASHIER, openDesk } from './fixtures/desk.ts'

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nationec-agent-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('stopping', () => {
  it('takes nothing new and lets the terminal finish what it is at', async () => {
    await using desk = await openDesk()
    const bill = await desk.bill()
    const asked = new Promise<void>((resolve) => {
      desk.simulator.events((event) => event.type === 'fault' && resolve())
    })
    desk.simulator.faults.next({ kind: 'slow', milliseconds: 700, carriedOut: 'last' }, 'uploadFees')
    const upload = desk.call('POST', '/v1/orders', bill, { key: 'k' })
    await asked
    const stopped = desk.agent.stop({ within: 5_000 })
    const refused = await desk.call('POST', '/v1/orders/query', { medOrgOrd: 'x' })
    assert.equal(refused.status, 503)
    assert.equal(refused.json.code, 'AGENT_STOPPING')
    assert.equal((await desk.call('GET', '/readyz')).status, 503)
    assert.equal((await upload).status, 201)
    assert.equal(await stopped, 'done')
    assert.equal(desk.simulator.counts.effects.uploads, 1)
  })

  it('parks what takes too long: its outcome is unknown, and the ledger says so', async () => {
    await inFolder(async (dataFolder) => {
      let bill: Record<string, unknown> = {}
      {
        await using desk = await openDesk({ dataFolder })
        bill = await desk.bill()
        const asked = new Promise<void>((resolve) => {
          desk.simulator.events((event) => event.type === 'fault' && resolve())
        })
        desk.simulator.faults.next('lost-answer', 'uploadFees')
        const upload = desk.call('POST', '/v1/orders', bill, { key: 'k' })
        await asked
        assert.equal(await desk.agent.stop({ within: 30 }), 'parked')
        const answer = await upload
        assert.equal(answer.status, 502)
        assert.equal(answer.json.delivery, 'unknown')
      }
      await using desk = await openDesk({ dataFolder })
      const again = await desk.call('POST', '/v1/orders', bill, { key: 'k' })
      assert.equal(again.status, 502)
      assert.equal(again.json.operation.state, 'unknown')
      assert.equal(desk.simulator.counts.effects.uploads, 0)
      assert.match((await desk.call('GET', '/metrics')).text, /nationec_agent_unknown_operations 1/)
    })
  })

  it('gives up a patient who is asked for a code, and can be hurried', async () => {
    await using desk = await openDesk({ simulated: { settings: { presenting: 'by hand' } } })
    const asked = desk.call('POST', '/v1/credential/query', CASHIER)
    await desk.simulator.patient.untilAsked()
    const stopped = desk.agent.stop({ within: 60_000 })
    desk.agent.hurry()
    assert.equal(await stopped, 'parked')
    const answer = await asked
    assert.ok(answer.status >= 500)
    assert.equal(answer.json.delivery, 'unknown')
  })

  it('gives the folder free for the next agent, and only then', async () => {
    await inFolder(async (dataFolder) => {
      const desk = await openDesk({ dataFolder })
      await assert.rejects(openDesk({ dataFolder }), (error) => isNationEcError(error, 'LEDGER_LOCKED'))
      await desk.agent.stop()
      await using next = await openDesk({ dataFolder })
      assert.equal((await next.call('GET', '/readyz')).status, 200)
    })
  })

  it('keeps answers for their keys across a restart', async () => {
    await inFolder(async (dataFolder) => {
      let bill: Record<string, unknown> = {}
      let first: { readonly payOrdId?: string; readonly payToken?: string } = {}
      {
        await using desk = await openDesk({ dataFolder })
        bill = await desk.bill()
        first = (await desk.call('POST', '/v1/orders', bill, { key: 'k' })).json
      }
      await using desk = await openDesk({ dataFolder })
      const again = await desk.call('POST', '/v1/orders', bill, { key: 'k' })
      assert.equal(again.status, 201)
      assert.deepEqual(again.json, first)
      assert.equal(desk.simulator.counts.effects.uploads, 0)
      assert.equal((await desk.call('GET', `/v1/orders/${first.payOrdId}`)).json.status, 'pending')
    })
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isNationEcError } from '@nationec/errors'
import { BusinessError, formatYuan, type Yuan, yuan } from '@nationec/protocol'
import { amountFaults, type SimulatorEvent } from '@nationec/simulator'
import { abortedSoon } from './fixtures/aborted-soon.ts'
import { createDesk } from './fixtures/desk.ts'
import type { UploadedOrder } from './fixtures/till.ts'

/** Walks a bill through a whole life and tells what struck on the way. */
async function lifeOf(total: Yuan, amountFaultsSetting: 'on' | 'off' = 'on') {
  const desk = createDesk({ settings: { amountFaults: amountFaultsSetting } })
  const { till, simulator, pushes } = desk
  const faults: SimulatorEvent[] = []
  simulator.events((event) => event.type === 'fault' && faults.push(event))
  await till.identify()

  async function attempt<Value>(call: (signal: AbortSignal) => Promise<Value>): Promise<Value | undefined> {
    try {
      const impatient = new AbortController()
      const answer = call(impatient.signal)
      setTimeout(() => impatient.abort(), 1)
      return await answer
    } catch (error) {
      if (isNationEcError(error)) return undefined
      throw error
    }
  }

  const medOrgOrd = 'A1'
  const other = await till.upload({ total: '1.00' })
  await till.query(other)
  const first = await attempt((signal) => till.upload({ total, medOrgOrd, signal }))
  const payOrdId = simulator.order(medOrgOrd)?.payOrdId
  const uploaded: UploadedOrder =
    payOrdId === undefined ? await till.upload({ total, medOrgOrd }) : { payOrdId, payToken: '', medOrgOrd }
  await attempt((signal) => till.query({ medOrgOrd }, signal))
  const again = await till.query({ medOrgOrd })
  simulator.patient.pay(uploaded.payOrdId)
  return { ...desk, faults, uploaded, first, again, pushes }
}

describe('test amounts', () => {
  it('are all different, and none is a price of a real-shaped bill', () => {
    const totals = amountFaults.map(({ total }) => total)
    assert.equal(new Set(totals).size, totals.length)
    for (const total of totals) assert.match(formatYuan(total), /^88888\.\d\d$/)
  })

  for (const entry of amountFaults) {
    if (!('fault' in entry) || (entry.on !== 'uploadFees' && entry.on !== 'querySettlement')) continue
    it(`${formatYuan(entry.total)}: ${entry.fault.kind} strikes ${entry.on}, once`, async () => {
      const { faults, again } = await lifeOf(entry.total)
      assert.deepEqual(faults, [{ type: 'fault', kind: entry.fault.kind, cause: 'amount', operation: entry.on }])
      assert.equal(again.ordStas, '0')
    })
  }

  for (const entry of amountFaults) {
    if (!('ends' in entry)) continue
    it(`${formatYuan(entry.total)}: the payment ends in state ${entry.ends}`, async () => {
      const { simulator, uploaded } = await lifeOf(entry.total)
      assert.equal(simulator.order(uploaded.payOrdId)?.ordStas, entry.ends)
    })
  }

  for (const entry of amountFaults) {
    if (!('fate' in entry)) continue
    it(`${formatYuan(entry.total)}: the push is ${entry.fate}`, async () => {
      const { simulator, pushes } = await lifeOf(entry.total)
      assert.equal(pushes.length, { sent: 1, lost: 0, repeated: 2, held: 0 }[entry.fate])
      assert.equal(simulator.pushes.release(), entry.fate === 'held' ? 1 : 0)
    })
  }

  for (const entry of amountFaults) {
    if (!('fault' in entry) || entry.on !== 'refund') continue
    it(`${formatYuan(entry.total)}: ${entry.fault.kind} strikes the refund, once`, async () => {
      const { till, uploaded, faults } = await lifeOf(entry.total)
      const refund = async (appRefdSn: string) => {
        const caller = abortedSoon()
        const options = { appRefdSn, signal: caller }
        return till.refund(uploaded, 'CASH', { cash: '1' }, options).catch((error: unknown) => error)
      }
      await refund('R1')
      await refund('R2')
      assert.deepEqual(faults, [{ type: 'fault', kind: entry.fault.kind, cause: 'amount', operation: 'refund' }])
    })
  }

  for (const entry of amountFaults) {
    if (!('fault' in entry) || entry.on !== 'revokeFees') continue
    it(`${formatYuan(entry.total)}: ${entry.fault.kind} strikes the revoke, once`, async () => {
      const { till, simulator } = createDesk()
      const order = await till.upload({ total: entry.total })
      await assert.rejects(till.revoke(order, abortedSoon()))
      const carriedOut = entry.fault.kind === 'lost-answer'
      assert.equal(simulator.order(order.payOrdId)?.ordStas, carriedOut ? '12' : '0')
      if (carriedOut) await assert.rejects(till.revoke(order), BusinessError)
      else await till.revoke(order)
    })
  }

  it('do nothing when they are off', async () => {
    for (const { total } of amountFaults) {
      const { faults, first, simulator, pushes, uploaded } = await lifeOf(total, 'off')
      assert.deepEqual(faults, [])
      assert.ok(first !== undefined)
      assert.equal(simulator.order(uploaded.payOrdId)?.ordStas, '6')
      assert.equal(pushes.length, 1)
    }
  })

  it('and any other amount do nothing', async () => {
    for (const total of ['88888.00', '88889.01', '8888.01', '1000.01']) {
      assert.deepEqual((await lifeOf(yuan(total))).faults, [])
    }
  })
})

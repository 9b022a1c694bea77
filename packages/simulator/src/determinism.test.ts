import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createDesk } from './fixtures/desk.ts'

/** Everything a run lets out, as one text. */
async function record(seed: number): Promise<string> {
  const desk = createDesk({ seed })
  const { till, simulator, pushes, clock } = desk
  const out: string[] = []
  const { handle } = simulator
  simulator.events((event) => out.push(JSON.stringify(event)))
  const listening = {
    async handle(text: string) {
      const answer = await handle(text)
      out.push(text, answer)
      return answer
    },
  }
  Object.assign(simulator, listening)
  simulator.faults.script(['none', 'none', { kind: 'garbled', how: 'bytes' }])
  const order = await till.upload()
  await till.query(order).catch(() => {})
  simulator.patient.pay()
  clock.now += 1000
  await till.query(order)
  await till.refund(order, 'ALL', {}, { total: '100.00' })
  await till.revoke(await till.upload({ total: '7.77' }))
  out.push(simulator.patient.authorisePayment(), JSON.stringify([pushes, simulator.orders(), simulator.refunds()]))
  return out.join('\n')
}

describe('determinism', () => {
  it('the same seed and the same calls give the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ noNaN: true }), async (seed) => {
        assert.equal(await record(seed), await record(seed))
      }),
      { seed: 20_261_123, numRuns: 20 },
    )
  })

  it('other seeds give other tokens and numbers', async () => {
    const runs = await Promise.all([0, 1, 2, -1, 0.5, 2 ** 32, 2 ** 40, Number.MAX_VALUE].map(record))
    assert.equal(new Set(runs).size, runs.length)
  })

  it('two simulators in one process do not disturb each other', async () => {
    const alone = await record(3)
    const [together] = await Promise.all([record(3), record(4), record(5)])
    assert.equal(together, alone)
  })
})

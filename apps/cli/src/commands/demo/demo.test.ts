// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { playDemo } from './demo-command.ts'
import type { StepListener } from './step-log.ts'

/** Notes what a listener is told. */
function notes(): StepListener & { readonly told: string[] } {
  const told: string[] = []
  return {
    told,
    scene: ({ en }) => void told.push(`scene ${en}`),
    started: ({ en }) => void told.push(`started ${en}`),
    ended: ({ name }) => void told.push(`ended ${name.en}`),
  }
}

describe('the demo', () => {
  it('takes a bill of 200 lines through every interface, and every amount moves once', async () => {
    const { main, lostAnswer } = await playDemo(7, notes())
    assert.equal(main.feeLines, 200)
    assert.deepEqual(main.paid, { total: '6315.70', fund: '4420.99', account: '500.00', cash: '1394.71' })
    assert.equal(main.refundedCash, '20.00')
    assert.equal(main.steps.length, 8)
    assert.deepEqual([lostAnswer.orders, lostAnswer.refunds], [1, 1])
    const outcomes = lostAnswer.steps.map(({ outcome }) => outcome)
    assert.equal(outcomes[0], 'TIMEOUT, delivery: unknown')
    assert.match(outcomes[1] ?? '', /^found/)
    assert.equal(outcomes[4], 'TIMEOUT, delivery: unknown')
    assert.equal(outcomes[6], 'BUSINESS_REFUSED, delivery: answered')
  })

  it('tells of every step before it begins and when it is done', async () => {
    const listener = notes()
    await playDemo(1, listener)
    const { told } = listener
    assert.equal(told[0], 'scene Scene 1: the whole flow')
    assert.equal(told[1], 'started credential query')
    assert.equal(told[2], 'ended credential query')
    assert.equal(
      told.filter((line) => line.startsWith('started')).length,
      told.filter((line) => line.startsWith('ended')).length,
    )
  })

  it('shows the same steps and amounts for the same seed, whatever the time', async () => {
    const [first, second] = [await playDemo(3, notes()), await playDemo(3, notes())]
    const shown = ({ main }: typeof first): unknown =>
      main.steps.map(({ name, outcome, amounts }) => [name, outcome, amounts])
    assert.deepEqual(shown(first), shown(second))
  })
})

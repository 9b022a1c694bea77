// @runtimes node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { runSteps } from '../../scripts/test/run-steps.mjs'
import type { Step } from '../../scripts/test/steps.mjs'
import { summary } from '../../scripts/test/summary.mjs'

const passed = { passed: 1, failed: 0, skipped: 0, output: 'said' }
const silent = { onStart: () => {}, onEnd: () => {}, onAgain: () => {} }
const step = (name: string, work: Step['work'], more: Partial<Step> = {}): Step => ({
  name,
  title: name,
  work,
  ...more,
})

describe('running the steps', () => {
  it('gives a row for each, in their order, whichever ends first', async () => {
    const slow = step('slow', () => sleep(10, passed))
    const quick = step('quick', async () => passed)
    const rows = await runSteps([slow, quick], silent)
    assert.deepEqual(
      rows.map(({ title, counts }) => [title, counts.passed]),
      [
        ['slow', 1],
        ['quick', 1],
      ],
    )
  })

  it('runs two at the same time', async () => {
    let meet: () => void = () => {}
    const met = new Promise<void>((resolve) => {
      meet = resolve
    })
    const first = step('first', () => met.then(() => passed))
    const meeting = async (): Promise<typeof passed> => {
      meet()
      return passed
    }
    const second = step('second', meeting)
    assert.equal((await runSteps([first, second], silent)).length, 2)
  })

  it('runs no more than two at the same time', async () => {
    let inside = 0
    const seen: number[] = []
    const work = async (): Promise<typeof passed> => {
      inside += 1
      seen.push(inside)
      await sleep(2)
      inside -= 1
      return passed
    }
    await runSteps(
      ['a', 'b', 'c', 'd', 'e'].map((name) => step(name, work)),
      silent,
    )
    assert.equal(Math.max(...seen), 2)
  })

  it('counts a step that cannot run as failed, and goes on', async () => {
    const broken = step('broken', () => Promise.reject(new Error('no such tool')))
    const outputs: string[] = []
    const rows = await runSteps([broken, step('next', async () => passed)], {
      ...silent,
      onEnd: (_, __, { output }) => outputs.push(output),
    })
    assert.deepEqual(
      rows.map(({ counts }) => counts.failed),
      [1, 0],
    )
    assert.match(outputs[0] ?? '', /no such tool/)
  })

  it('does not run what is absent here', async () => {
    const absent = step('absent', () => assert.fail('was run'), { absent: 'no build' })
    const [row] = await runSteps([absent], silent)
    assert.deepEqual(row?.counts, { passed: 0, failed: 0, skipped: 0 })
    assert.equal(row?.absent, 'no build')
  })

  describe('runs once more, when all have ended,', () => {
    const failed =
      (count: number, again: Step['work']): Step['work'] =>
      async () => ({
        passed: 5,
        failed: count,
        skipped: 0,
        output: '',
        again: () => again([]),
      })

    it('what failed in few tests: what passes then is passed, and told as unsteady', async () => {
      const order: string[] = []
      const again = async () => {
        order.push('again')
        return { ...passed, passed: 7 }
      }
      const last = step('last', async () => {
        await sleep(10)
        order.push('last')
        return passed
      })
      const told: (number | undefined)[] = []
      const [row] = await runSteps([step('unlucky', failed(2, again)), last], {
        ...silent,
        onAgain: (_, __, { unsteady }) => told.push(unsteady),
      })
      assert.deepEqual(order, ['last', 'again'])
      assert.deepEqual(row?.counts, { passed: 7, failed: 0, skipped: 0 })
      assert.deepEqual([row?.unsteady, told], [2, [2]])
      assert.match(summary([row ?? assert.fail()]), /unsteady: 2 .*\n7 passed, 0 failed$/)
    })

    it('and what fails again has failed', async () => {
      const again = async () => ({ ...passed, failed: 1 })
      const [row] = await runSteps([step('broken', failed(1, again))], silent)
      assert.deepEqual([row?.counts.failed, row?.unsteady], [1, undefined])
    })

    it('but nothing of a step that is broken', async () => {
      const [row] = await runSteps(
        [
          step(
            'broken',
            failed(6, () => assert.fail('was run')),
          ),
        ],
        silent,
      )
      assert.equal(row?.counts.failed, 6)
    })
  })
})

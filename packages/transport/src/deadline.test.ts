import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createDeadline } from '@nationec/transport'
import { createVirtualTimers } from './fixtures/virtual-timers.ts'

describe('createDeadline', () => {
  it('ends with TIMEOUT when the time is over, once, and says what is left until then', async () => {
    const { timers, ends, deadline } = setUp({ milliseconds: 50 })
    await timers.advance(30)
    assert.equal(deadline.remaining(), 20)
    assert.deepEqual(ends, [])
    await timers.advance(100)
    assert.deepEqual(ends, [['TIMEOUT', undefined]])
    assert.equal(deadline.remaining(), 0)
  })

  it('ends with ABORTED and the reason of the signal, and leaves no timer', () => {
    const controller = new AbortController()
    const { timers, ends } = setUp({ milliseconds: 50, signal: controller.signal })
    controller.abort('the cashier left')
    assert.deepEqual(ends, [['ABORTED', 'the cashier left']])
    assert.equal(timers.live, 0)
  })

  it('ends at once if the signal is aborted already', () => {
    const { timers, ends } = setUp({ milliseconds: 50, signal: AbortSignal.abort('before') })
    assert.deepEqual(ends, [['ABORTED', 'before']])
    assert.equal(timers.live, 0)
  })

  it('waits again when a timer fires before its time', async () => {
    const { timers, ends } = setUp({ milliseconds: 10 })
    const { now } = timers
    timers.now = () => now() - 0.4
    await timers.advance(10)
    assert.deepEqual(ends, [])
    await timers.advance(1)
    assert.deepEqual(ends, [['TIMEOUT', undefined]])
  })

  it('tells nothing after it was cleared', async () => {
    const controller = new AbortController()
    const { timers, ends, deadline } = setUp({ milliseconds: 10, signal: controller.signal })
    deadline.clear()
    controller.abort()
    await timers.advance(20)
    assert.deepEqual(ends, [])
    assert.equal(timers.live, 0)
  })
})

function setUp(given: { readonly milliseconds: number; readonly signal?: AbortSignal }) {
  const timers = createVirtualTimers()
  const ends: unknown[] = []
  const deadline = createDeadline({ timers, ...given, onEnd: (...end) => ends.push([end[0], end[1]]) })
  return { timers, ends, deadline }
}

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { OpenPort } from '../ports/device/port.ts'
import { createRateHunt } from './rate-hunt.ts'
import { createRestarts } from './restarts.ts'

describe('the restarts of a link', () => {
  it('come more and more slowly, up to ten seconds, and once each', () => {
    const restarts = createRestarts()
    assert.equal(restarts.takeDue(0), false)
    const pauses = [1, 2, 3, 4, 5, 6, 7, 8].map(() => {
      restarts.failed(1_000)
      const { dueAt } = restarts
      assert.deepEqual(
        [restarts.takeDue(dueAt - 1), restarts.takeDue(dueAt), restarts.takeDue(dueAt)],
        [false, true, false],
      )
      return dueAt - 1_000
    })
    assert.deepEqual(pauses, [300, 600, 1_200, 2_400, 4_800, 9_600, 10_000, 10_000])
  })

  it('do not become quick by an opening alone, but by one that lasted', () => {
    const restarts = createRestarts()
    restarts.failed(0)
    restarts.opened(1_000)
    restarts.failed(2_000)
    assert.equal(restarts.dueAt, 2_600)
    restarts.opened(3_000)
    restarts.failed(13_000)
    assert.equal(restarts.dueAt, 13_300)
  })

  it('are quick again after a message was understood, and fall away when the link begins anew by itself', () => {
    const restarts = createRestarts()
    restarts.failed(0)
    restarts.failed(0)
    restarts.proved()
    restarts.failed(0)
    assert.equal(restarts.dueAt, 300)
    restarts.cancel()
    assert.equal(restarts.takeDue(1_000_000), false)
  })
})

describe('the hunt for a rate', () => {
  function portThat(setBaud?: OpenPort['setBaud']): OpenPort {
    return { baud: 9_600, write() {}, close: async () => {}, ...(setBaud && { setBaud }) }
  }

  it('tries one rate after the other, and begins again', async () => {
    const set: number[] = []
    const port = portThat(async (baud) => void set.push(baud))
    const hunt = createRateHunt([9_600, 115_200])
    assert.deepEqual([await hunt.next(port), await hunt.next(port), await hunt.next(port)], [9_600, 115_200, 9_600])
    assert.deepEqual(set, [9_600, 115_200, 9_600])
  })

  it('leaves a port alone that has one rate, or no rates to try', async () => {
    assert.equal(await createRateHunt([9_600]).next(portThat()), undefined)
    assert.equal(await createRateHunt([]).next(portThat(async () => assert.fail('not called'))), undefined)
  })

  it('goes on with the next rate after one that the port refused', async () => {
    const port = portThat(async (baud) => {
      if (baud === 9_600) throw new Error('not supported')
    })
    const hunt = createRateHunt([9_600, 115_200])
    assert.deepEqual([await hunt.next(port), await hunt.next(port)], [undefined, 115_200])
  })
})

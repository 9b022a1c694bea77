import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  type OpenPort,
  type PortLike,
  type PortListener,
  type PortNotice,
  reopeningPort,
} from '@nationec/transport-serial'
import fc from 'fast-check'
import { manualTimers } from '../fixtures/pty/manual-timers.ts'

/** A device that somebody plugs and unplugs. */
function device() {
  const written: number[] = []
  const rates: number[] = []
  const held = new Set<PortListener>()
  let isThere = true
  const port: PortLike = {
    name: 'device',
    async open(listener) {
      if (!isThere) throw new Error('not there')
      if (held.size > 0) throw new Error('opened twice')
      held.add(listener)
      const open: OpenPort = {
        baud: 9_600,
        write(bytes) {
          if (held.has(listener)) written.push(...bytes)
        },
        setBaud: async (baud) => void rates.push(baud),
        close: async () => void held.delete(listener),
      }
      return open
    },
  }
  return {
    port,
    written,
    rates,
    held,
    plug(there: boolean) {
      isThere = there
      if (there) return
      const cause = new Error('pulled')
      for (const listener of [...held]) {
        held.delete(listener)
        listener.onClose(cause)
      }
    },
  }
}

describe('a port that comes back', () => {
  it('is opened again, at its rate; what is written meanwhile is lost, and nothing is repeated', async () => {
    const { port, written, rates, plug } = device()
    const clock = manualTimers()
    const notices: PortNotice[] = []
    const heard: number[] = []
    const reopening = reopeningPort(port, { timers: clock.timers, onNotice: (notice) => notices.push(notice) })
    const open = await reopening.open({ onData: (bytes) => heard.push(...bytes), onClose: () => assert.fail('gone') })
    await open.setBaud?.(19_200)
    open.write(Uint8Array.of(1))
    plug(false)
    open.write(Uint8Array.of(2))
    await clock.advance(500)
    plug(true)
    await clock.advance(1_000)
    open.write(Uint8Array.of(3))
    assert.deepEqual([written, rates, heard], [[1, 3], [19_200, 19_200], []])
    assert.deepEqual(
      notices.map(({ type }) => type),
      ['port-lost', 'port-back'],
    )
    await open.close()
  })

  it('is gone once when it does not come back in time, with the cause of the loss', async () => {
    const { port, plug } = device()
    const clock = manualTimers()
    const ends: unknown[] = []
    const reopening = reopeningPort(port, { timers: clock.timers, within: 5_000 })
    const open = await reopening.open({ onData: () => {}, onClose: (cause) => ends.push(cause) })
    plug(false)
    await clock.advance(4_900)
    assert.deepEqual(ends, [])
    await clock.advance(2_000)
    assert.deepEqual(ends.map(String), ['Error: pulled'])
    await open.close()
    assert.equal(clock.waiting, 0)
  })

  it('is not waited for the first time', async () => {
    const { port, plug } = device()
    plug(false)
    await assert.rejects(reopeningPort(port).open({ onData: () => {}, onClose: () => {} }), /not there/)
  })

  it('holds the device once, tells its end at most once, and leaves nothing when it is closed', async () => {
    const acts = fc.array(fc.tuple(fc.boolean(), fc.nat(3_000)), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(acts, async (all) => {
        const { port, plug, held } = device()
        const clock = manualTimers()
        let ends = 0
        const reopening = reopeningPort(port, { timers: clock.timers, within: 4_000 })
        const open = await reopening.open({
          onData: () => {},
          onClose: () => {
            ends += 1
          },
        })
        for (const [isThere, wait] of all) {
          plug(isThere)
          await clock.advance(wait)
          assert.ok(held.size <= 1 && ends <= 1)
        }
        await open.close()
        const endsBefore = ends
        plug(true)
        await clock.advance(60_000)
        assert.deepEqual([held.size, clock.waiting, ends], [0, 0, endsBefore])
      }),
      { numRuns: 60, seed: 8 },
    )
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createPushMemory, type PushMemory, type SettlementPushEvent } from '@nationec/payment-centre'
import { systemTimers } from '@nationec/transport'
import fc from 'fast-check'
import { START } from '../fixtures/desk.ts'
import { push, pushDesk, sealedPush } from '../fixtures/push-desk.ts'

const HOUR = 3_600_000

describe('a repeated push', () => {
  it('is accepted and not handed on again, byte by byte or sealed anew', async () => {
    const { receive, events, reasons, clock } = pushDesk()
    const sealed = await sealedPush()
    for (const one of [sealed, sealed, await sealedPush(), await sealedPush(push, START + 5000)]) {
      assert.equal((await receive(one)).status, 200)
    }
    clock.now += 20 * HOUR
    assert.equal((await receive(await sealedPush(push, clock.now))).status, 200)
    assert.equal(events.length, 1)
    assert.deepEqual(reasons(), ['handed on', 'repeated', 'repeated', 'repeated', 'repeated'])
  })

  it('with other members in another order, or written with numbers, is the same push', async () => {
    const { receive, events } = pushDesk()
    await receive(await sealedPush())
    await receive(
      await sealedPush({ ...Object.fromEntries(Object.entries(push).reverse()), extData: null, deposit: '' }),
    )
    assert.equal(events.length, 1)
  })

  it('with other content is another one', async () => {
    const { receive, events } = pushDesk()
    await receive(await sealedPush())
    await receive(await sealedPush({ ...push, ordStas: '6' }))
    assert.equal(events.length, 2)
  })

  it('that arrives while the first is handled is asked for again, and handed on once', async () => {
    let release = (): void => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const events: SettlementPushEvent[] = []
    const { receive, reasons } = pushDesk({
      onPush: async (event) => {
        events.push(event)
        await gate
      },
    })
    const first = receive(await sealedPush())
    const others = await Promise.all([receive(await sealedPush()), receive(await sealedPush())])
    assert.deepEqual(
      others.map(({ status }) => status),
      [503, 503],
    )
    release()
    assert.equal((await first).status, 200)
    assert.equal((await receive(await sealedPush())).status, 200)
    assert.equal(events.length, 1)
    assert.deepEqual(reasons(), ['busy', 'busy', 'handed on', 'repeated'])
  })

  it('is handed on once by receivers that are written inline', async () => {
    const shared = pushDesk()
    const options = { ...shared }
    await shared.receive(await sealedPush())
    await options.receive(await sealedPush())
    assert.equal(shared.events.length, 1)
  })
})

describe('a restart of the receiver', () => {
  it('forgets what the memory of the process held: the repeat is handed on again', async () => {
    const [before, after] = [pushDesk(), pushDesk()]
    const sealed = await sealedPush()
    assert.equal((await before.receive(sealed)).status, 200)
    assert.equal((await after.receive(sealed)).status, 200)
    assert.deepEqual([before.events.length, after.events.length], [1, 1])
  })

  it('changes nothing for a memory that outlives the process', async () => {
    const memory = tableMemory()
    const [before, after] = [pushDesk({ memory }), pushDesk({ memory })]
    await before.receive(await sealedPush())
    assert.equal((await after.receive(await sealedPush())).status, 200)
    assert.deepEqual([before.events.length, after.reasons()], [1, ['repeated']])
  })

  it('in the middle of a handler hands the push on again when its lease is over, and not before', async () => {
    const memory = tableMemory()
    const died = pushDesk({ memory, patience: 20, timers: systemTimers, onPush: () => new Promise<void>(() => {}) })
    assert.equal((await died.receive(await sealedPush())).status, 503)
    const after = pushDesk({ memory })
    assert.equal((await after.receive(await sealedPush())).status, 503)
    after.clock.now += HOUR + 1
    assert.equal((await after.receive(await sealedPush(push, after.clock.now))).status, 200)
    assert.deepEqual(after.reasons(), ['busy', 'handed on'])
    assert.equal(after.events.length, 1)
  })
})

/** As a table with a unique key would do it. */
function tableMemory(): PushMemory {
  const rows = new Map<string, { settled: boolean; until: number; keepUntil: number }>()
  return {
    take(key, { now, leaseUntil, keepUntil }) {
      const row = rows.get(key)
      if (row !== undefined && row.until >= now) return row.settled ? 'handled' : 'busy'
      rows.set(key, { settled: false, until: leaseUntil, keepUntil })
      return 'taken'
    },
    settle(key) {
      const row = rows.get(key)
      if (row !== undefined) rows.set(key, { ...row, settled: true, until: row.keepUntil })
    },
    forget: (key) => void rows.delete(key),
  }
}

describe('a handler that throws', () => {
  it('makes the centre repeat, and the repeat is handed on', async () => {
    let failures = 2
    const events: SettlementPushEvent[] = []
    const problem = new Error('database: 张三')
    const { receive, log } = pushDesk({
      onPush: (event) => {
        if (failures-- > 0) throw problem
        events.push(event)
      },
    })
    const statuses: number[] = []
    for (let time = 0; time < 4; time += 1) statuses.push((await receive(await sealedPush())).status)
    assert.deepEqual(statuses, [503, 503, 200, 200])
    assert.equal(events.length, 1)
    assert.deepEqual([log[0]?.reason, log[0]?.outcome, log[0]?.cause], ['handler failed', 'asked to repeat', problem])
    assert.equal(JSON.stringify(log).includes('张三'), false)
  })
})

describe('a handler that is slow', () => {
  it('does not keep the centre waiting; its end is remembered', async () => {
    let release = (): void => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    let calls = 0
    const { receive, reasons } = pushDesk({
      patience: 20,
      timers: systemTimers,
      onPush: () => {
        calls += 1
        return gate
      },
    })
    assert.equal((await receive(await sealedPush())).status, 503)
    assert.equal((await receive(await sealedPush())).status, 503)
    release()
    await new Promise((resolve) => setTimeout(resolve, 5))
    assert.equal((await receive(await sealedPush())).status, 200)
    assert.equal(calls, 1)
    assert.deepEqual(reasons(), ['handler slow', 'busy', 'handed on', 'repeated'])
  })
})

describe('the memory', () => {
  it('asks for a repeat when it is full, and never forgets what may be replayed', async () => {
    const memory = createPushMemory({ capacity: 2 })
    const { receive, clock, events } = pushDesk({ memory, keep: HOUR })
    const one = async (payOrdId: string) => receive(await sealedPush({ ...push, payOrdId }, clock.now))
    assert.equal((await one('ORD1')).status, 200)
    assert.equal((await one('ORD2')).status, 200)
    assert.equal((await one('ORD3')).status, 503)
    assert.equal((await one('ORD1')).status, 200)
    clock.now += HOUR + 1
    assert.equal((await one('ORD3')).status, 200)
    assert.deepEqual(
      events.map(({ payOrdId }) => payOrdId),
      ['ORD1', 'ORD2', 'ORD3'],
    )
  })

  it('keeps a push at least as long as its envelope could be replayed', async () => {
    const { receive, clock, events } = pushDesk({ keep: 0, window: HOUR })
    const early = await sealedPush(push, START + HOUR)
    await receive(early)
    clock.now = START + 2 * HOUR
    await receive(early)
    assert.equal(events.length, 1)
  })

  it('that fails before the handler makes the centre repeat', async () => {
    const broken: PushMemory = { take: () => Promise.reject(new Error('down')), settle: () => {}, forget: () => {} }
    const { receive, events, reasons } = pushDesk({ memory: broken })
    assert.equal((await receive(await sealedPush())).status, 503)
    assert.deepEqual([events.length, reasons()], [0, ['memory failed']])
  })

  it('that fails behind the handler does not undo what the handler did', async () => {
    const memory = createPushMemory()
    const fail = () => Promise.reject(new Error('down'))
    const { receive, events, reasons } = pushDesk({ memory: { ...memory, settle: fail, forget: fail } })
    assert.equal((await receive(await sealedPush())).status, 200)
    assert.deepEqual([events.length, reasons()], [1, ['memory failed', 'handed on']])
  })

  it('is told times that make sense', async () => {
    const seen: number[][] = []
    const memory: PushMemory = {
      ...createPushMemory(),
      take: (key, { now, leaseUntil, keepUntil }) => {
        assert.match(key, /^[0-9a-f]{64}$/)
        seen.push([now, leaseUntil - now, keepUntil - now])
        return 'handled'
      },
    }
    await pushDesk({ memory }).receive(await sealedPush())
    assert.deepEqual(seen, [[START, HOUR, 24 * HOUR]])
  })

  it('hands each push on exactly once, whatever repeats, fails and crosses', async () => {
    const step = fc.record({ order: fc.nat(3), fails: fc.boolean(), together: fc.integer({ min: 1, max: 3 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
        const handled = new Map<string, number>()
        let failing = false
        const memory = createPushMemory()
        const key = (order: number): string => `ORD${order}`
        const hand = async (order: number): Promise<'accepted' | 'repeat'> => {
          const taking = await memory.take(key(order), { now: 0, leaseUntil: 1, keepUntil: 1 })
          if (taking !== 'taken') return taking === 'handled' ? 'accepted' : 'repeat'
          await Promise.resolve()
          if (failing) {
            await memory.forget(key(order))
            return 'repeat'
          }
          handled.set(key(order), (handled.get(key(order)) ?? 0) + 1)
          await memory.settle(key(order))
          return 'accepted'
        }
        for (const { order, fails, together } of steps) {
          failing = fails
          const outcomes = await Promise.all(Array.from({ length: together }, () => hand(order)))
          assert.equal(outcomes.includes('accepted'), handled.has(key(order)))
          assert.ok((handled.get(key(order)) ?? 0) <= 1)
        }
      }),
      { numRuns: 200, seed: 20261123 },
    )
  })
})

import assert from 'node:assert/strict'
import { type ConformanceCase, connectWarm, expectFailure, expectSame, rejectionOf, start, textOf } from '../case.ts'

export const givingUpCases: readonly ConformanceCase[] = [
  {
    title: 'times out with TIMEOUT and unknown',
    async run(context) {
      const connection = await connectWarm(context)
      await context.peer.next({ do: 'hold' })
      const slow = start(connection, textOf('slow'), { deadline: context.timing.deadline })
      await expectFailure(context, 'the exchange out of time', slow, { code: 'TIMEOUT', delivery: 'unknown' })
    },
  },
  {
    title: 'an exchange in progress that is aborted ends at once with ABORTED and unknown',
    async run(context) {
      const connection = await connectWarm(context)
      await context.peer.next({ do: 'hold' })
      const controller = new AbortController()
      const held = start(connection, textOf('held'), { signal: controller.signal })
      await context.arrived(2)
      controller.abort()
      await expectFailure(context, 'the aborted one', held, { code: 'ABORTED', delivery: 'unknown' })
    },
  },
  {
    title: 'a signal that is aborted already sends nothing and is not-sent',
    async run(context) {
      const connection = context.connect()
      const exchange = start(connection, textOf('never'), { signal: AbortSignal.abort() })
      await expectFailure(context, 'the aborted one', exchange, { code: 'ABORTED', delivery: 'not-sent' })
      await context.quiet()
      assert.deepEqual(await context.peer.received(), [], 'the request was sent')
      assert.equal((await context.peer.sessions()).opened, 0, 'the device was opened')
    },
  },
  {
    // Both directions of the claim: a medium that stops must go on at once, one that cannot must wait.
    title: 'supports.cancel is true to fact',
    async run(context) {
      const connection = await connectWarm(context)
      await context.peer.next({ do: 'hold' })
      const controller = new AbortController()
      const held = start(connection, textOf('held'), { signal: controller.signal })
      await context.arrived(2)
      controller.abort()
      await rejectionOf(context, 'the aborted one', held)
      const next = start(connection, textOf('next'))
      if (!context.transport.supports.cancel) {
        await context.quiet()
        const received = await context.peer.received()
        assert.equal(received.length, 2, 'supports.cancel is false, yet the next request left before the old one ended')
        await context.peer.release()
      }
      expectSame('the next answer', await context.within('the next answer', next), textOf('next'))
    },
  },
]

import assert from 'node:assert/strict'
import {
  type ConformanceCase,
  connectWarm,
  expectFailure,
  expectSame,
  type Failure,
  rejectionOf,
  start,
  textOf,
} from '../case.ts'

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
    // A patient may take two minutes. A shorter time-out of a driver ends as a failure whose request was carried out.
    title: 'has no time-out of its own',
    async run(context) {
      const { patience, longest } = context.timing
      const connection = await connectWarm(context)
      await context.peer.next({ do: 'hold' })
      const held = start(connection, textOf('held'), { deadline: patience + longest + patience })
      await context.arrived(2)
      const ended = held.then(
        () => 'was answered',
        ({ code, delivery }: Failure) => `failed as ${code}, ${delivery}`,
      )
      const outcome = await Promise.race([ended, context.quiet(longest)])
      assert.equal(outcome, undefined, `the exchange ${outcome} before its deadline, while the far end was silent`)
      await context.peer.release()
      expectSame('the answer', await context.within('the held answer', held), textOf('held'))
    },
  },
  {
    title: 'tells the far end the time that is left, without what was spent waiting',
    async run(context) {
      const deadline = context.timing.patience
      const connection = await connectWarm(context)
      await context.peer.next({ do: 'hold' })
      const held = start(connection, textOf('held'), { deadline })
      await context.arrived(2)
      const queued = start(connection, textOf('queued'), { deadline })
      await context.quiet()
      await context.peer.release()
      await context.within('both answers', Promise.all([held, queued]))
      const [first, atOnce, later] = (await context.peer.received()).map(({ remaining }) => remaining)
      assert.ok(
        first !== undefined && atOnce !== undefined && later !== undefined,
        'the far end got no `remaining`: hand it on and report it in `received`, or skip this title with a reason',
      )
      assert.ok(first > 0 && first <= context.transport.deadline, `${first} ms is not within the usual deadline`)
      assert.ok(atOnce > 0 && atOnce <= deadline, `${atOnce} ms is not within the deadline of ${deadline} ms`)
      // A timer may fire a millisecond early, and a medium may count whole milliseconds.
      const most = deadline - context.timing.quiet + 2
      assert.ok(later > 0 && later <= most, `${later} ms counts the time spent in the queue: at most ${most} are left`)
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
      assert.deepEqual(await context.texts(), [], 'the request was sent')
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
        const received = await context.texts()
        assert.equal(received.length, 2, 'supports.cancel is false, yet the next request left before the old one ended')
        await context.peer.release()
      }
      expectSame('the next answer', await context.within('the next answer', next), textOf('next'))
    },
  },
]

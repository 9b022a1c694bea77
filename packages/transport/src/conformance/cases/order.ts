import assert from 'node:assert/strict'
import {
  type ConformanceCase,
  connectWarm,
  expectFailure,
  expectSame,
  rejectionOf,
  send,
  start,
  textOf,
} from '../case.ts'

export const orderCases: readonly ConformanceCase[] = [
  {
    title: 'gives every caller its own answer, in the order of the calls',
    async run(context) {
      const connection = context.connect()
      const texts = Array.from({ length: 8 }, (_, index) => textOf(`call ${index}`))
      const exchanges = texts.map((text) => start(connection, text))
      const answers = await context.within('all answers', Promise.all(exchanges))
      assert.deepEqual(answers, texts, 'a caller got the answer of another')
      assert.deepEqual(await context.texts(), texts, 'the requests arrived out of order')
    },
  },
  {
    title: 'never has two exchanges under way',
    async run(context) {
      const connection = context.connect()
      await context.peer.next({ do: 'hold' })
      const exchanges = [start(connection, textOf('held')), start(connection, textOf('waiting'))]
      await context.arrived(1)
      await context.quiet()
      assert.equal((await context.texts()).length, 1, 'a request was sent while another was under way')
      await context.peer.release()
      await context.within('both answers', Promise.all(exchanges))
    },
  },
  {
    title: 'hands a late answer on to no caller',
    async run(context) {
      const connection = await connectWarm(context)
      const { deadline } = context.timing
      await context.peer.next({ do: 'hold', text: textOf('late answer') })
      await rejectionOf(context, 'the exchange out of time', start(connection, textOf('slow'), { deadline }))
      const next = start(connection, textOf('next'))
      await context.peer.release()
      expectSame('the answer after a timeout', await context.within('the next answer', next), textOf('next'))
      expectSame('the answer after that', await send(context, connection, textOf('later')), textOf('later'))
    },
  },
  {
    // A medium that can cancel has ended the old one by then; one that cannot must not be given a second request.
    title: 'after a deadline the next exchange waits until the old one has ended',
    async run(context) {
      const connection = await connectWarm(context)
      const { deadline } = context.timing
      await context.peer.next({ do: 'hold' })
      await rejectionOf(context, 'the exchange out of time', start(connection, textOf('slow'), { deadline }))
      const next = start(connection, textOf('next'))
      if (!context.transport.supports.cancel) {
        await context.quiet()
        const received = await context.texts()
        assert.equal(received.length, 2, 'a request was sent while one that ran out of time was still under way')
        await context.peer.release()
      }
      expectSame('the next answer', await context.within('the next answer', next), textOf('next'))
    },
  },
  {
    title: 'a queued exchange that is aborted sends nothing and is not-sent',
    async run(context) {
      const connection = await connectWarm(context)
      await context.peer.next({ do: 'hold' })
      const held = start(connection, textOf('held'))
      await context.arrived(2)
      const controller = new AbortController()
      const queued = start(connection, textOf('queued'), { signal: controller.signal })
      await context.quiet()
      controller.abort()
      await expectFailure(context, 'the aborted one', queued, { code: 'ABORTED', delivery: 'not-sent' })
      await context.peer.release()
      await context.within('the held answer', held)
      await send(context, connection, textOf('last'))
      assert.deepEqual(await context.texts(), ['first', 'held', 'last'].map(textOf))
    },
  },
  {
    title: 'a queued exchange whose deadline passes sends nothing and is not-sent',
    async run(context) {
      const connection = await connectWarm(context)
      await context.peer.next({ do: 'hold' })
      const held = start(connection, textOf('held'))
      await context.arrived(2)
      const queued = start(connection, textOf('queued'), { deadline: context.timing.deadline })
      await expectFailure(context, 'the queued one', queued, { code: 'TIMEOUT', delivery: 'not-sent' })
      await context.peer.release()
      await context.within('the held answer', held)
      await send(context, connection, textOf('last'))
      assert.deepEqual(await context.texts(), ['first', 'held', 'last'].map(textOf))
    },
  },
]

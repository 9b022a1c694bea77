import assert from 'node:assert/strict'
import {
  type ConformanceCase,
  connectWarm,
  expectSame,
  type Failure,
  rejectionOf,
  send,
  start,
  textOf,
} from '../case.ts'

export const failingCases: readonly ConformanceCase[] = [
  {
    title: 'a failing far end is wrapped with its cause, and is never not-sent',
    async run(context) {
      const connection = await connectWarm(context)
      await context.peer.next({ do: 'fail' })
      const failure = await rejectionOf(context, 'the failed exchange', start(connection, textOf('failing')))
      assert.notEqual(failure.delivery, 'not-sent', 'the request had arrived')
      keepsCause(failure)
    },
  },
  {
    // Short, and long enough to come in several reads. Without events the loss may show only when the time is over.
    title: 'an answer that breaks off is not handed on and is unknown',
    needs: ['cut'],
    async run(context) {
      for (const size of [200, Math.min(context.largeText, 300_000)]) {
        const connection = await connectWarm(context)
        await context.peer.next({ do: 'cut', text: textOf('x'.repeat(size)) })
        const cut = start(connection, textOf('asked'), { deadline: context.timing.patience / 2 })
        const failure = await rejectionOf(context, 'the exchange whose answer broke off', cut)
        assert.equal(failure.delivery, 'unknown', 'the request had arrived')
        await context.close(connection)
      }
    },
  },
  {
    // 0xff is no part of UTF-8, GBK or GB18030. A replacement character in its place would look like an answer.
    title: 'an answer that is no text is not handed on and is unknown',
    needs: ['bytes'],
    async run(context) {
      const connection = await connectWarm(context)
      const bytes = [...new TextEncoder().encode('{"code":0,"message":"')].concat(0xff, 0x22, 0x7d)
      await context.peer.next({ do: 'bytes', bytes })
      const failure = await rejectionOf(context, 'the exchange', start(connection, textOf('asked')))
      assert.equal(failure.delivery, 'unknown', 'the request had arrived')
    },
  },
  {
    title: 'works again after a failure of the far end',
    async run(context) {
      const connection = await connectWarm(context)
      await context.peer.next({ do: 'fail' })
      await rejectionOf(context, 'the failed exchange', start(connection, textOf('failing')))
      expectSame('the next answer', await send(context, connection, textOf('next')), textOf('next'))
    },
  },
  {
    title: 'a failed opening is not-sent, leaves nothing open, and the next exchange opens anew',
    needs: ['failNextOpen'],
    async run(context) {
      const { peer, transport } = context
      const connection = context.connect()
      await peer.failNextOpen()
      const failure = await rejectionOf(context, 'the exchange', start(connection, textOf('unopened')))
      assert.equal(failure.delivery, 'not-sent', 'nothing can have left')
      assert.ok(
        failure.code === 'OPEN_FAILED' || (typeof failure.code === 'string' && failure.code in transport.errors),
        'the code must be OPEN_FAILED or one of the transport',
      )
      keepsCause(failure)
      await context.until('everything to be released', async () => {
        const { opened, closed } = await peer.sessions()
        return opened === closed
      })
      assert.deepEqual(await context.texts(), [], 'something was sent')
      expectSame('the next answer', await send(context, connection, textOf('next')), textOf('next'))
    },
  },
  {
    title: 'two connections work side by side, or the second is refused as not-sent',
    async run(context) {
      const one = await connectWarm(context)
      const two = context.connect()
      const outcome = await context.within(
        'the second connection',
        start(two, textOf('second')).then(expectSecond, refusal),
      )
      assert.ok(outcome === 'works' || outcome === 'not-sent', 'the refusal must be not-sent')
      expectSame('the answer of the first', await send(context, one, textOf('still')), textOf('still'))
    },
  },
]

/** A wrapping code says nothing by itself; codes of the author's own may need no cause. */
function keepsCause({ code, cause }: Failure): void {
  if (code !== 'SEND_FAILED' && code !== 'OPEN_FAILED') return
  assert.ok(
    typeof cause === 'object' && cause !== null,
    `${code} must keep the error it wraps in \`cause\`, as an object`,
  )
}

function expectSecond(answer: string): string {
  expectSame('the answer of the second', answer, textOf('second'))
  return 'works'
}

function refusal(error: Failure): unknown {
  return error.delivery
}

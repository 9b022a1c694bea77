import assert from 'node:assert/strict'
import { type CaseContext, type ConformanceCase, connectWarm, expectFailure, start, textOf } from '../case.ts'

export const endingCases: readonly ConformanceCase[] = [
  {
    title: 'closing releases the device, once',
    async run(context) {
      const connection = await connectWarm(context)
      await context.close(connection)
      await released(context)
      await tryAll(connection.close, () => connection[Symbol.asyncDispose]())
      await context.quiet()
      const { opened, closed } = await context.peer.sessions()
      assert.deepEqual({ opened, closed }, { opened: 1, closed: 1 })
    },
  },
  {
    title: 'close may be called again',
    async run(context) {
      const connection = await connectWarm(context)
      await context.within('both closes', Promise.all([connection.close(), connection.close()]))
      await context.within('the third close', connection.close())
    },
  },
  {
    title: 'closed resolves when the connection was closed',
    async run(context) {
      const connection = await connectWarm(context)
      await tryAll(() => context.close(connection))
      const { reason } = await context.within('`closed`', connection.closed)
      assert.equal(reason, 'closed')
    },
  },
  {
    title: 'await using closes the connection',
    async run(context) {
      const connection = await connectWarm(context)
      await context.within('the disposal', connection[Symbol.asyncDispose]())
      await released(context)
    },
  },
  {
    title: 'after close an exchange is refused with CLOSED and not-sent',
    async run(context) {
      const connection = await connectWarm(context)
      await context.close(connection)
      const late = start(connection, textOf('too late'))
      await expectFailure(context, 'the exchange after close', late, { code: 'CLOSED', delivery: 'not-sent' })
      assert.equal((await context.texts()).length, 1, 'something was sent after close')
    },
  },
  {
    title: 'close cuts the exchange in progress as unknown and those in the queue as not-sent',
    async run(context) {
      const connection = await connectWarm(context)
      await context.peer.next({ do: 'hold' })
      const held = start(connection, textOf('held'))
      await context.arrived(2)
      const queued = start(connection, textOf('queued'))
      const closing = connection.close()
      await expectFailure(context, 'the one in progress', held, { code: 'CLOSED', delivery: 'unknown' })
      await expectFailure(context, 'the queued one', queued, { code: 'CLOSED', delivery: 'not-sent' })
      await context.within('close', closing)
      await context.quiet()
      assert.equal((await context.texts()).length, 2, 'a queued request was sent after close')
    },
  },
]

async function released(context: CaseContext): Promise<void> {
  await context.until('the device to be released', async () => (await context.peer.sessions()).closed > 0)
}

/** For calls whose own failure is the matter of another case. */
async function tryAll(...calls: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const call of calls) {
    try {
      await call()
    } catch {}
  }
}

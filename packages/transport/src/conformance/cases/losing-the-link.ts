import assert from 'node:assert/strict'
import { type ConformanceCase, connectWarm, expectFailure, rejectionOf, start, textOf } from '../case.ts'

export const losingTheLinkCases: readonly ConformanceCase[] = [
  {
    title: 'supports.disconnectEvents is true to fact',
    needs: ['disconnect'],
    async run(context) {
      const connection = await connectWarm(context)
      let told = false
      const closed = connection.closed.then((end) => {
        told = true
        return end
      })
      await context.peer.disconnect()
      if (context.transport.supports.disconnectEvents) {
        const { reason, error } = await context.within('`closed` to tell of the lost link', closed)
        assert.equal(reason, 'disconnected')
        assert.equal(error?.code, 'DISCONNECTED', '`closed` must tell why it ended, in `error`')
      } else {
        await context.quiet()
        assert.ok(!told, 'supports.disconnectEvents is false, yet a lost link was noticed: claim it')
      }
    },
  },
  {
    // Without events the loss may show only when the time is over, but never as not-sent.
    title: 'a lost link rejects the exchange in progress as unknown',
    needs: ['disconnect'],
    async run(context) {
      const { transport, timing } = context
      const connection = await connectWarm(context)
      await context.peer.next({ do: 'hold' })
      const held = start(connection, textOf('held'), { deadline: timing.patience / 2 })
      await context.arrived(2)
      await context.peer.disconnect()
      const { code, delivery } = await rejectionOf(context, 'the exchange in progress', held)
      assert.equal(delivery, 'unknown')
      if (!transport.supports.disconnectEvents) return
      assert.equal(code, 'DISCONNECTED')
      const later = start(connection, textOf('later'))
      await expectFailure(context, 'a later exchange', later, { code: 'DISCONNECTED', delivery: 'not-sent' })
    },
  },
]

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  memoryJournal,
  memoryPorts,
  type PortLike,
  type PortListener,
  serialTerminal,
  serialTransport,
} from '@nationec/transport-serial'
import { keys, until } from '../fixtures/desk-pair.ts'
import { manualTimers } from '../fixtures/pty/manual-timers.ts'

describe('a port that is lost while it opens', () => {
  it('counts as one that did not open, so that a terminal opens it again', async () => {
    const { timers, advance } = manualTimers()
    const notices: string[] = []
    const flaky = lostOnce(memoryPorts().terminal)
    const terminal = serialTerminal({
      port: flaky,
      keys: keys.terminal,
      journal: memoryJournal(),
      handle: () => 'ok',
      timers,
      onNotice: ({ type }) => notices.push(type),
    })
    await until(() => notices.length === 1)
    await advance(1_500)
    await until(() => notices.length === 2)
    assert.deepEqual(notices, ['port-failed', 'port-open'])
    await terminal.close()
  })

  it('is told to an institution at once, and nothing was sent', async () => {
    const port = lostOnce(memoryPorts().institution)
    await using connection = serialTransport({ port, keys: keys.institution }).connect()
    await assert.rejects(connection.exchange({ text: '{}' }), { code: 'OPEN_FAILED', delivery: 'not-sent' })
  })
})

describe('a port that hears within its own write', () => {
  it('gives what it heard in order: nothing of a session comes before the session', async () => {
    const [one, other] = joined()
    const order: string[] = []
    const terminal = serialTerminal({
      port: other,
      keys: keys.terminal,
      journal: memoryJournal(),
      handle: (text) => {
        order.push(text)
        return `answer to ${text}`
      },
      onNotice: ({ type }) => type === 'channel-open' && order.push(type),
    })
    await using connection = serialTransport({ port: one, keys: keys.institution }).connect()
    assert.equal(await connection.exchange({ text: 'first' }), 'answer to first')
    assert.equal(await connection.exchange({ text: 'second' }), 'answer to second')
    assert.deepEqual(order, ['channel-open', 'first', 'second'])
    await connection.close()
    await terminal.close()
  })
})

/** Two ends of a cable without any delay. */
function joined(): [PortLike, PortLike] {
  const listeners: (PortListener | undefined)[] = [undefined, undefined]
  const end = (own: 0 | 1): PortLike => ({
    name: `end ${own}`,
    async open(listener) {
      listeners[own] = listener
      return {
        baud: Number.POSITIVE_INFINITY,
        write: (bytes) => listeners[1 - own]?.onData(bytes),
        async close() {
          listeners[own] = undefined
        },
      }
    },
  })
  return [end(0), end(1)]
}

/** A port whose cable is pulled in the moment between its opening and the first thing that is done with it. */
function lostOnce(port: PortLike): PortLike {
  let isFirst = true
  return {
    name: port.name,
    async open(listener, signal) {
      if (!isFirst) return port.open(listener, signal)
      isFirst = false
      const opened = await port.open(listener, signal)
      await opened.close()
      listener.onClose(new Error('the cable was pulled'))
      return opened
    },
  }
}

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isTransportError } from '@nationec/transport'
import { outcomeOf, type ScriptedAuthorOptions, scriptAuthor } from './fixtures/scripted-author.ts'
import { createVirtualTimers, settle } from './fixtures/virtual-timers.ts'

describe('deadlines', () => {
  it('count from the call, waiting included', async () => {
    const { connection, timers, sends } = setUp()
    const first = outcomeOf(connection.exchange({ text: 'first' }, { deadline: 100 }))
    const second = outcomeOf(connection.exchange({ text: 'second' }, { deadline: 150 }))
    await timers.advance(99)
    assert.deepEqual(
      sends.map(({ text }) => text),
      ['first'],
    )
    await timers.advance(1)
    assert.equal(await first, 'TIMEOUT unknown')
    await timers.advance(50)
    assert.equal(await second, 'TIMEOUT not-sent')
    assert.equal(sends.length, 1)
  })

  it('of 120 seconds hold when nobody names one', async () => {
    const { connection, timers } = setUp()
    const exchange = outcomeOf(connection.exchange({ text: 'slow' }))
    await timers.advance(119_999)
    assert.equal(timers.live, 1)
    await timers.advance(1)
    assert.equal(await exchange, 'TIMEOUT unknown')
  })

  it('of the transport hold when the caller names none', async () => {
    const { connection, timers } = setUp({ deadline: 30 })
    const exchange = outcomeOf(connection.exchange({ text: 'slow' }))
    await timers.advance(30)
    assert.equal(await exchange, 'TIMEOUT unknown')
  })

  it('reach `send` as the time that is left, after waiting and opening', async () => {
    const { connection, timers, opens, sends } = setUp({ opensAtOnce: false })
    connection.exchange({ text: 'first' }, { deadline: 100 }).catch(() => {})
    connection.exchange({ text: 'second' }, { deadline: 150 }).catch(() => {})
    await timers.advance(30)
    opens[0]?.open()
    await timers.advance(20)
    sends[0]?.open('answer')
    await settle()
    assert.deepEqual(
      sends.map(({ remaining }) => remaining),
      [70, 100],
    )
    connection.exchange({ text: 'third' }).catch(() => {})
    sends[1]?.open('answer')
    await settle()
    assert.equal(sends[2]?.remaining, 120_000)
    sends[2]?.open('answer')
  })

  it('of nothing send nothing', async () => {
    const { connection, opens, sends } = setUp()
    assert.equal(await outcomeOf(connection.exchange({ text: 'never' }, { deadline: 0 })), 'TIMEOUT not-sent')
    assert.deepEqual([opens.length, sends.length], [0, 0])
  })

  it('that passed unnoticed while opening are noticed before sending', async () => {
    const { connection, timers, opens, sends } = setUp({ opensAtOnce: false })
    const exchange = outcomeOf(connection.exchange({ text: 'late' }, { deadline: 50 }))
    await settle()
    const { now } = timers
    timers.now = () => now() + 60
    opens[0]?.open()
    assert.equal(await exchange, 'TIMEOUT not-sent')
    assert.equal(sends.length, 0)
  })

  it('that passed while the event loop was busy are noticed before sending', async () => {
    const { connection, timers, sends } = setUp()
    const first = outcomeOf(connection.exchange({ text: 'first' }))
    const second = outcomeOf(connection.exchange({ text: 'second' }, { deadline: 50 }))
    await settle()
    const { now } = timers
    timers.now = () => now() + 60
    sends[0]?.open('done')
    assert.equal(await first, 'answer done')
    assert.equal(await second, 'TIMEOUT not-sent')
    assert.equal(sends.length, 1)
  })

  it('are kept by the clock when a timer fires early', async () => {
    const { connection, timers } = setUp()
    const { now } = timers
    const exchange = outcomeOf(connection.exchange({ text: 'slow' }, { deadline: 10 }))
    timers.now = () => now() - 0.5
    await timers.advance(10)
    assert.equal(timers.live, 1, 'the exchange waits on')
    await timers.advance(1)
    assert.equal(await exchange, 'TIMEOUT unknown')
  })
})

describe('a late answer', () => {
  it('reaches nobody, and the next exchange waits for it', async () => {
    const { connection, timers, sends } = setUp()
    const late = outcomeOf(connection.exchange({ text: 'late' }, { deadline: 10 }))
    const next = outcomeOf(connection.exchange({ text: 'next' }))
    await timers.advance(10)
    assert.equal(await late, 'TIMEOUT unknown')
    assert.equal(sends[0]?.signal.aborted, true)
    await timers.advance(1_000)
    assert.equal(sends.length, 1)
    sends[0]?.open('for nobody')
    await settle()
    sends[1]?.open('for the next')
    assert.equal(await next, 'answer for the next')
  })

  it('may be a failure, too', async () => {
    const { connection, timers, sends } = setUp()
    const late = outcomeOf(connection.exchange({ text: 'late' }, { deadline: 10 }))
    await timers.advance(10)
    assert.equal(await late, 'TIMEOUT unknown')
    sends[0]?.fail(new Error('too late to matter'))
    const next = outcomeOf(connection.exchange({ text: 'next' }))
    await settle()
    sends[1]?.open('fine')
    assert.equal(await next, 'answer fine')
  })
})

describe('opening', () => {
  it('that outlasts the deadline is given up, and a late session is closed', async () => {
    const { connection, timers, opens, sends, closes } = setUp({ opensAtOnce: false })
    const first = outcomeOf(connection.exchange({ text: 'first' }, { deadline: 10 }))
    const second = outcomeOf(connection.exchange({ text: 'second' }))
    await timers.advance(10)
    assert.equal(await first, 'TIMEOUT not-sent')
    assert.equal(opens[0]?.context.signal.aborted, true)
    assert.equal(opens.length, 1, 'never two openings at a time')
    opens[0]?.open()
    await settle()
    assert.equal(closes.length, 1)
    opens[1]?.open()
    await settle()
    assert.deepEqual(
      sends.map(({ text }) => text),
      ['second'],
    )
    sends[0]?.open('fine')
    assert.equal(await second, 'answer fine')
  })

  it('has a signal that outlives no opening', async () => {
    const { connection, timers, opens, sends } = setUp()
    const exchange = outcomeOf(connection.exchange({ text: 'slow' }, { deadline: 10 }))
    await timers.advance(10)
    assert.equal(await exchange, 'TIMEOUT unknown')
    assert.equal(sends[0]?.signal.aborted, true)
    assert.equal(opens[0]?.context.signal.aborted, false)
  })

  it('that fails takes only the exchange that asked for it', async () => {
    const { connection, opens, sends } = setUp({ opensAtOnce: false })
    const first = outcomeOf(connection.exchange({ text: 'first' }))
    const second = outcomeOf(connection.exchange({ text: 'second' }))
    await settle()
    opens[0]?.fail(new Error('no device'))
    assert.equal(await first, 'OPEN_FAILED not-sent')
    await settle()
    opens[1]?.open()
    await settle()
    sends[0]?.open('fine')
    assert.equal(await second, 'answer fine')
  })

  it('is cut by close, which waits for it and closes a late session', async () => {
    const { connection, opens, closes } = setUp({ opensAtOnce: false })
    const exchange = outcomeOf(connection.exchange({ text: 'first' }))
    await settle()
    let closed = false
    const closing = connection.close().then(() => {
      closed = true
    })
    assert.equal(await exchange, 'CLOSED not-sent')
    assert.equal(opens[0]?.context.signal.aborted, true)
    await settle()
    assert.equal(closed, false)
    opens[0]?.open()
    await closing
    assert.equal(closes.length, 1)
  })

  it('that hangs does not hold up close for ever', async () => {
    const { connection, timers } = setUp({ opensAtOnce: false })
    const exchange = outcomeOf(connection.exchange({ text: 'first' }))
    const closing = connection.close()
    assert.equal(await exchange, 'CLOSED not-sent')
    await timers.advance(10_000)
    await closing
    assert.ok(isTransportError((await connection.closed).error, 'CLOSE_FAILED'))
  })

  it('during which the link is lost is no use', async () => {
    const { connection, opens, sends, closes } = setUp({ opensAtOnce: false })
    const exchange = outcomeOf(connection.exchange({ text: 'first' }))
    await settle()
    opens[0]?.context.onDisconnect(new Error('pulled out'))
    opens[0]?.open()
    assert.equal(await exchange, 'DISCONNECTED not-sent')
    assert.equal((await connection.closed).reason, 'disconnected')
    assert.deepEqual([sends.length, closes.length], [0, 1])
  })
})

describe('close', () => {
  it('does not wait for a send that hangs, and releases the device once', async () => {
    const { connection, sends, closes } = setUp()
    const held = outcomeOf(connection.exchange({ text: 'held' }))
    await settle()
    await connection.close()
    assert.equal(await held, 'CLOSED unknown')
    assert.equal(sends[0]?.signal.aborted, true)
    sends[0]?.open('too late')
    await Promise.all([connection.close(), connection[Symbol.asyncDispose]()])
    assert.equal(closes.length, 1)
  })

  it('reports a device that fails to let go in `closed`, and does not reject', async () => {
    const { connection, closes } = setUp({ closesAtOnce: false })
    await opened(connection)
    const closing = connection.close()
    await settle()
    const cause = new Error('stuck')
    closes[0]?.fail(cause)
    await closing
    const { reason, error } = await connection.closed
    assert.equal(reason, 'closed')
    assert.ok(isTransportError(error, 'CLOSE_FAILED'))
    assert.equal(error.cause, cause)
  })

  it('gives up a device that never lets go', async () => {
    const { connection, timers } = setUp({ closesAtOnce: false })
    await opened(connection)
    const closing = connection.close()
    await timers.advance(10_000)
    await closing
    assert.ok(isTransportError((await connection.closed).error, 'CLOSE_FAILED'))
    assert.equal(timers.live, 0)
  })

  async function opened(connection: ReturnType<typeof setUp>['connection']): Promise<void> {
    const exchange = connection.exchange({ text: 'open' }, { deadline: 1 })
    exchange.catch(() => {})
    await settle()
  }
})

describe('a lost link', () => {
  it('ends the connection: in flight unknown, waiting and later not-sent', async () => {
    const { connection, opens, closes } = setUp()
    const held = outcomeOf(connection.exchange({ text: 'held' }))
    const queued = outcomeOf(connection.exchange({ text: 'queued' }))
    await settle()
    const cause = new Error('pulled out')
    opens[0]?.context.onDisconnect(cause)
    opens[0]?.context.onDisconnect(new Error('again'))
    assert.equal(await held, 'DISCONNECTED unknown')
    assert.equal(await queued, 'DISCONNECTED not-sent')
    const { reason, error } = await connection.closed
    assert.equal(reason, 'disconnected')
    assert.deepEqual([error?.code, error?.delivery, error?.cause], ['DISCONNECTED', 'unknown', cause])
    assert.equal(await outcomeOf(connection.exchange({ text: 'later' })), 'DISCONNECTED not-sent')
    await connection.close()
    assert.equal(closes.length, 1)
  })

  it('says not-sent in `closed` when nobody was waiting for an answer any more', async () => {
    const { connection, timers, opens } = setUp()
    const exchange = outcomeOf(connection.exchange({ text: 'slow' }, { deadline: 10 }))
    await timers.advance(10)
    assert.equal(await exchange, 'TIMEOUT unknown')
    opens[0]?.context.onDisconnect()
    const { error } = await connection.closed
    assert.deepEqual([error?.code, error?.delivery], ['DISCONNECTED', 'not-sent'])
  })

  it('is nothing new after close', async () => {
    const { connection, opens } = setUp()
    const held = outcomeOf(connection.exchange({ text: 'held' }))
    await settle()
    await connection.close()
    opens[0]?.context.onDisconnect()
    assert.equal(await held, 'CLOSED unknown')
    assert.equal((await connection.closed).reason, 'closed')
  })
})

describe('timers', () => {
  it('are all cleared after every kind of end', async () => {
    const { connection, timers, sends } = setUp()
    const answered = outcomeOf(connection.exchange({ text: 'answered' }))
    const controller = new AbortController()
    const aborted = outcomeOf(connection.exchange({ text: 'aborted' }, { signal: controller.signal }))
    const cut = outcomeOf(connection.exchange({ text: 'cut' }))
    await settle()
    sends[0]?.open('yes')
    assert.equal(await answered, 'answer yes')
    controller.abort()
    assert.equal(await aborted, 'ABORTED unknown')
    await connection.close()
    assert.equal(await cut, 'CLOSED not-sent')
    assert.equal(timers.live, 0)
  })
})

describe('a signal that outlives its exchanges', () => {
  it('keeps no listener of theirs', async () => {
    const listeners = new Set<unknown>()
    const { signal } = new AbortController()
    const add = signal.addEventListener.bind(signal)
    const remove = signal.removeEventListener.bind(signal)
    signal.addEventListener = (type: string, listener: () => void) => {
      listeners.add(listener)
      add(type, listener)
    }
    signal.removeEventListener = (type: string, listener: () => void) => {
      listeners.delete(listener)
      remove(type, listener)
    }
    const { connection, timers, sends } = setUp()
    const answered = outcomeOf(connection.exchange({ text: 'answered' }, { signal }))
    const late = outcomeOf(connection.exchange({ text: 'late' }, { signal, deadline: 10 }))
    assert.equal(listeners.size, 2)
    await settle()
    sends[0]?.open('yes')
    assert.equal(await answered, 'answer yes')
    await timers.advance(10)
    assert.equal(await late, 'TIMEOUT unknown')
    assert.equal(listeners.size, 0)
  })
})

function setUp(options?: ScriptedAuthorOptions) {
  const author = scriptAuthor(options)
  const timers = createVirtualTimers()
  return { ...author, timers, connection: author.transport.connect({ timers }) }
}

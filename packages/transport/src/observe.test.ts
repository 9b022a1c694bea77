import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { observe, type TransportEvent } from '@nationec/transport'
import { outcomeOf, scriptAuthor } from './fixtures/scripted-author.ts'
import { createVirtualTimers, settle } from './fixtures/virtual-timers.ts'

describe('observe', () => {
  it('tells sizes, times and codes, and no text', async () => {
    const events: TransportEvent[] = []
    const { connection, timers, sends } = setUp((event) => events.push(event))
    const answered = connection.exchange({ text: '药费' })
    await timers.advance(25)
    sends[0]?.open('成功!')
    await answered
    const failed = outcomeOf(connection.exchange({ text: 'secret' }, { deadline: 10 }))
    await timers.advance(10)
    await failed
    const first = { transport: 'scripted', id: 1, bytesOut: 6 }
    const second = { transport: 'scripted', id: 2, bytesOut: 6 }
    assert.deepEqual(events, [
      { type: 'start', ...first },
      { type: 'end', ...first, bytesIn: 7, durationMs: 25 },
      { type: 'start', ...second },
      { type: 'error', ...second, durationMs: 10, code: 'TIMEOUT', delivery: 'unknown' },
    ])
  })

  it('survives a listener that throws', async () => {
    const { connection, sends } = setUp(() => {
      throw new Error('the disk of the log is full')
    })
    const exchange = outcomeOf(connection.exchange({ text: 'x' }))
    await settle()
    sends[0]?.open('fine')
    assert.equal(await exchange, 'answer fine')
  })

  it('survives a caller without types', async () => {
    const events: TransportEvent[] = []
    const { connection } = setUp((event) => events.push(event))
    assert.equal(await outcomeOf(connection.exchange({ text: 5 as unknown as string })), 'REQUEST_NOT_TEXT not-sent')
    assert.deepEqual(
      events.map(({ type, bytesOut }) => [type, bytesOut]),
      [
        ['start', 0],
        ['error', 0],
      ],
    )
  })
})

function setUp(listener: (event: TransportEvent) => void) {
  const author = scriptAuthor()
  const timers = createVirtualTimers()
  return { ...author, timers, connection: observe(author.transport, listener).connect({ timers }) }
}

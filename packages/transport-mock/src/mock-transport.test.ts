import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { NationEcError } from '@nationec/errors'
import {
  type Connection,
  isTransportError,
  type TransportError,
  transportError,
  transportErrors,
} from '@nationec/transport'
import { type MockHandler, mockLink, mockTransport } from '@nationec/transport-mock'

describe('mockTransport', () => {
  it('hands text, address and signal to the handler', async () => {
    const seen: unknown[] = []
    const transport = mockTransport(
      (text, { url, signal }) => {
        seen.push([text, url, signal.aborted])
        return 'answer'
      },
      { url: 'http://terminal' },
    )
    await using connection = transport.connect()
    assert.equal(await connection.exchange({ text: 'one' }), 'answer')
    await connection.exchange({ text: 'two', url: 'http://other' })
    assert.deepEqual(seen, [
      ['one', 'http://terminal', false],
      ['two', 'http://other', false],
    ])
  })

  it('takes a handler of one parameter, now or later', async () => {
    const simulator = { handle: async (text: string) => `${text}!` }
    assert.equal(await mockTransport(simulator.handle).connect().exchange({ text: 'x' }), 'x!')
  })

  it('describes itself', () => {
    const { name, supports, limits, deadline } = mockTransport(() => '', {
      name: 'desk',
      limits: { text: 100 },
      deadline: 5_000,
    })
    assert.deepEqual(
      { name, supports, limits, deadline },
      {
        name: 'desk',
        supports: { cancel: true, disconnectEvents: true },
        limits: { url: 2_048, text: 100, answer: 921_600 },
        deadline: 5_000,
      },
    )
  })

  it('ends at once when the exchange is given up, and drops what the handler gives later', async () => {
    const answers: ((answer: string) => void)[] = []
    const transport = mockTransport((text) =>
      text === 'quick' ? 'quick answer' : new Promise((give) => answers.push(give)),
    )
    await using connection = transport.connect()
    await assert.rejects(connection.exchange({ text: 'slow' }, { deadline: 5 }))
    assert.equal(await connection.exchange({ text: 'quick' }), 'quick answer')
    answers[0]?.('too late')
    assert.equal(await connection.exchange({ text: 'quick' }), 'quick answer')
  })

  it('drops a failure that comes too late, too', async () => {
    const failures: ((error: Error) => void)[] = []
    const transport = mockTransport(() => new Promise((_, fail) => failures.push(fail)))
    await using connection = transport.connect()
    await assert.rejects(connection.exchange({ text: 'slow' }, { deadline: 5 }))
    failures[0]?.(new Error('nobody waits for this'))
  })
})

describe('what a handler throws', () => {
  it('is a failure with an open outcome', async () => {
    const cause = new Error('busy')
    const error = await failure(() => Promise.reject(cause))
    assert.deepEqual([error.code, error.delivery, error.cause], ['SEND_FAILED', 'unknown', cause])
  })

  it('plays a library that does not return 0000', async () => {
    const cause = { libraryReturn: '-1' }
    const error = await failure(() => {
      throw cause
    })
    assert.deepEqual([error.code, error.layer, error.delivery], ['LIBRARY_RETURN', 'library', 'unknown'])
    assert.equal(error.cause, cause)
    assert.match(error.message, /It returned -1\./)
  })

  it('keeps its word on the delivery when it is an error of nationec', async () => {
    const entry = { ...transportErrors.SEND_FAILED, layer: 'simulator' } as const
    for (const delivery of ['not-sent', 'unknown'] as const) {
      const cause = new NationEcError({ code: 'LOST_REQUEST', entry, delivery })
      const error = await failure(() => Promise.reject(cause))
      assert.deepEqual([error.code, error.delivery, error.cause], ['SEND_FAILED', delivery, cause])
    }
  })

  it('passes when it is a transport error', async () => {
    const thrown = transportError('mock', 'TIMEOUT')
    assert.equal(await failure(() => Promise.reject(thrown)), thrown)
  })

  async function failure(handler: MockHandler): Promise<TransportError<string>> {
    await using connection = mockTransport(handler).connect()
    const error: unknown = await connection.exchange({ text: 'x' }).catch((thrown: unknown) => thrown)
    assert.ok(isTransportError(error))
    return error
  }
})

describe('mockLink', () => {
  it('cuts every session, and a new connection works again', async () => {
    const link = mockLink()
    const transport = mockTransport((text) => text, { link })
    const open = async (): Promise<Connection> => {
      const connection = transport.connect()
      await connection.exchange({ text: 'x' })
      return connection
    }
    const connections = [await open(), await open()]
    const reason = new Error('pulled out')
    link.disconnect(reason)
    for (const { closed } of connections) {
      const end = await closed
      assert.deepEqual([end.reason, end.error?.cause], ['disconnected', reason])
    }
    assert.deepEqual(link.sessions, { opened: 2, closed: 2 })
    await using connection = await open()
    assert.equal(await connection.exchange({ text: 'again' }), 'again')
  })

  it('makes the next opening fail, once', async () => {
    const link = mockLink()
    await using connection = mockTransport((text) => text, { link }).connect()
    link.failNextOpen()
    await assert.rejects(connection.exchange({ text: 'x' }), /\[OPEN_FAILED\]/)
    assert.equal(await connection.exchange({ text: 'y' }), 'y')
    assert.deepEqual(link.sessions, { opened: 1, closed: 0 })
  })

  it('must be a real one', () => {
    const fake = { ...mockLink() }
    assert.throws(
      () => mockTransport(() => '', { link: fake }),
      (error) => isTransportError(error, 'OPTION_INVALID'),
    )
  })
})

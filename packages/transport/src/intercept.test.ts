import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { NationEcError } from '@nationec/errors'
import { type Interceptor, intercept, isTransportError, transportErrors } from '@nationec/transport'
import { outcomeOf, type ScriptedAuthorOptions, scriptAuthor } from './fixtures/scripted-author.ts'
import { createVirtualTimers, settle } from './fixtures/virtual-timers.ts'

const refusal = new NationEcError({
  code: 'REFUSED',
  entry: { ...transportErrors.OPTION_INVALID, delivery: 'not-sent' },
})
const never = new Promise<string>(() => {})

describe('intercept', () => {
  it('is an onion: the first interceptor is the outermost', async () => {
    const layer =
      (mark: string): Interceptor =>
      async ({ text }, next) =>
        `${await next({ text: `${text}${mark}` })}${mark}`
    const { connection, sends } = setUp([layer('1'), layer('2')])
    const exchange = outcomeOf(connection.exchange({ text: '>' }))
    await settle()
    assert.equal(sends[0]?.text, '>12')
    sends[0]?.open('<')
    assert.equal(await exchange, 'answer <21')
  })

  it('leaves a transport that can be intercepted again', async () => {
    const { transport } = scriptAuthor()
    const wrapped = intercept(
      intercept(transport, async () => 'inner'),
      (request, next) => next(request),
    )
    assert.equal(wrapped.name, transport.name)
    assert.equal(await wrapped.connect().exchange({ text: 'x' }), 'inner')
  })

  it('tells an interceptor the transport, a signal and the clock', async () => {
    const { connection, timers } = setUp([
      async (_request, _next, context) => {
        assert.equal(context.transport, 'scripted')
        assert.equal(context.signal.aborted, false)
        assert.equal(context.timers, timers)
        return 'seen'
      },
    ])
    assert.equal(await outcomeOf(connection.exchange({ text: 'x' })), 'answer seen')
  })

  it('wraps what an interceptor throws before anything left', async () => {
    const cause = new Error('{"idNo":"330102199001011234"}')
    const { connection, sends } = setUp([() => Promise.reject(cause)])
    const error: unknown = await connection.exchange({ text: 'x' }).catch((thrown: unknown) => thrown)
    assert.ok(isTransportError(error, 'INTERCEPTOR_FAILED'))
    assert.deepEqual([error.delivery, error.cause, sends.length], ['not-sent', cause, 0])
    assert.ok(!error.message.includes('330102'))
  })

  it('wraps what an interceptor throws at once', async () => {
    const { connection } = setUp([
      () => {
        throw new Error('at once')
      },
    ])
    assert.equal(await outcomeOf(connection.exchange({ text: 'x' })), 'INTERCEPTOR_FAILED not-sent')
  })

  it('says unknown when an interceptor fails on the answer', async () => {
    const { connection, sends } = setUp([
      async (request, next) => {
        await next(request)
        throw new Error('cannot read it')
      },
    ])
    const exchange = outcomeOf(connection.exchange({ text: 'x' }))
    await settle()
    sends[0]?.open('answer')
    assert.equal(await exchange, 'INTERCEPTOR_FAILED unknown')
  })

  it('lets an error of nationec pass, unless it denies that the request left', async () => {
    const before = setUp([() => Promise.reject(refusal)])
    assert.equal(await outcomeOf(before.connection.exchange({ text: 'x' })), 'REFUSED not-sent')

    const after = setUp([(request, next) => next(request).then(() => Promise.reject(refusal))])
    const exchange = outcomeOf(after.connection.exchange({ text: 'x' }))
    await settle()
    after.sends[0]?.open('answer')
    assert.equal(await exchange, 'INTERCEPTOR_FAILED unknown')
  })

  it('lets no request through twice', async () => {
    const { connection, sends } = setUp([
      async (request, next) => {
        await next(request).catch(() => {})
        return next(request)
      },
    ])
    const exchange = outcomeOf(connection.exchange({ text: 'x' }))
    await settle()
    sends[0]?.fail(new Error('lost'))
    assert.equal(await exchange, 'INTERCEPTOR_FAILED unknown')
    assert.equal(sends.length, 1)
  })

  it('refuses an answer that is no string', async () => {
    const { connection } = setUp([(async () => 5) as unknown as Interceptor])
    assert.equal(await outcomeOf(connection.exchange({ text: 'x' })), 'ANSWER_NOT_TEXT not-sent')
  })

  it('ends an interceptor that hangs before it sends, and nothing is sent later', async () => {
    let letGo: () => void = () => {}
    const { connection, timers, sends } = setUp([
      async (request, next) => {
        await new Promise<void>((resolve) => {
          letGo = resolve
        })
        return next(request)
      },
    ])
    const exchange = outcomeOf(connection.exchange({ text: 'x' }, { deadline: 20 }))
    await timers.advance(20)
    assert.equal(await exchange, 'TIMEOUT not-sent')
    letGo()
    await settle()
    assert.equal(sends.length, 0)
    assert.equal(timers.live, 0)
  })

  it('ends an interceptor that hangs after the answer', async () => {
    const { connection, timers, sends } = setUp([(request, next) => next(request).then(() => never)])
    const controller = new AbortController()
    const exchange = outcomeOf(connection.exchange({ text: 'x' }, { signal: controller.signal }))
    await settle()
    sends[0]?.open('answer')
    await settle()
    controller.abort()
    assert.equal(await exchange, 'ABORTED unknown')
    assert.equal(timers.live, 0)
  })

  it('leaves the word to the exchange under way: only it knows whether the request has left', async () => {
    const { connection, timers, sends } = setUp([(request, next) => next(request)])
    const first = outcomeOf(connection.exchange({ text: 'first' }, { deadline: 50 }))
    const second = outcomeOf(connection.exchange({ text: 'second' }, { deadline: 20 }))
    await timers.advance(50)
    assert.equal(await second, 'TIMEOUT not-sent')
    assert.equal(await first, 'TIMEOUT unknown')
    assert.equal(sends.length, 1)
    assert.equal(timers.live, 0)
  })

  it('ends an interceptor that swallows the failure of the exchange and hangs', async () => {
    const { connection, timers } = setUp([(request, next) => next(request).catch(() => never)])
    const exchange = outcomeOf(connection.exchange({ text: 'x' }, { deadline: 20 }))
    await timers.advance(21)
    assert.equal(await exchange, 'TIMEOUT unknown')
    assert.equal(timers.live, 0)
  })

  it('gives the exchange what is left of the deadline', async () => {
    const { connection, timers, sends } = setUp([
      async (request, next, context) => {
        await new Promise<void>((resolve) => context.timers.setTimeout(resolve, 30))
        return next(request)
      },
    ])
    const exchange = outcomeOf(connection.exchange({ text: 'x' }, { deadline: 50 }))
    await timers.advance(49)
    assert.equal(sends.length, 1)
    await timers.advance(1)
    assert.equal(await exchange, 'TIMEOUT unknown')
  })

  it('ends interceptors when the connection is closed or lost', async () => {
    const closing = setUp([() => never])
    const cut = outcomeOf(closing.connection.exchange({ text: 'x' }))
    await closing.connection.close()
    assert.equal(await cut, 'CLOSED not-sent')

    let hang = false
    const losing = setUp([(request, next) => (hang ? never : next(request))])
    const inFlight = outcomeOf(losing.connection.exchange({ text: 'x' }))
    hang = true
    const hanging = outcomeOf(losing.connection.exchange({ text: 'y' }))
    await settle()
    losing.opens[0]?.context.onDisconnect()
    assert.equal(await inFlight, 'DISCONNECTED unknown')
    assert.equal(await hanging, 'DISCONNECTED not-sent')
    assert.equal(losing.timers.live, 0)
  })

  it('ends interceptors before the device lets go', async () => {
    const layer: Interceptor = (request, next) => (request.text === 'open' ? next(request) : never)
    const { connection, sends, closes } = setUp([layer], { closesAtOnce: false })
    const opened = outcomeOf(connection.exchange({ text: 'open' }))
    await settle()
    sends[0]?.open('yes')
    assert.equal(await opened, 'answer yes')
    const hanging = outcomeOf(connection.exchange({ text: 'hang' }))
    const closing = connection.close()
    assert.equal(await hanging, 'CLOSED not-sent')
    await settle()
    closes[0]?.open()
    await closing
  })

  it('does not trip over an exchange that an interceptor started and forgot', async () => {
    const { connection, sends } = setUp([
      async (request, next) => {
        void next(request)
        return 'at once'
      },
    ])
    assert.equal(await outcomeOf(connection.exchange({ text: 'x' })), 'answer at once')
    await settle()
    sends[0]?.fail(new Error('nobody waits for this'))
    await settle()
  })
})

function setUp(interceptors: readonly Interceptor[], options?: ScriptedAuthorOptions) {
  const author = scriptAuthor(options)
  const timers = createVirtualTimers()
  const connection = intercept(author.transport, ...interceptors).connect({ timers })
  return { ...author, timers, connection }
}

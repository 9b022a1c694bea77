import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type ErrorCatalogue, NationEcError } from '@nationec/errors'
import {
  defineTransport,
  isTransportError,
  specificationLimits,
  TransportError,
  type TransportSpec,
  transportError,
  transportErrors,
} from '@nationec/transport'
import { outcomeOf } from './fixtures/scripted-author.ts'

const spec: TransportSpec = {
  specVersion: 1,
  name: 'plain',
  supports: { cancel: false, disconnectEvents: false },
  open: async () => ({ send: async ({ text }) => text, close: () => {} }),
}

describe('defineTransport', () => {
  it('gives a value that describes itself and opens nothing', () => {
    let opened = 0
    const transport = defineTransport({
      ...spec,
      open: () => {
        opened += 1
        throw new Error('never called')
      },
    })
    transport.connect()
    assert.equal(opened, 0)
    const { connect: _, errors, ...facts } = transport
    assert.deepEqual(facts, {
      specVersion: 1,
      name: 'plain',
      supports: { cancel: false, disconnectEvents: false },
      limits: { url: 2_048, text: 921_600, answer: 921_600 },
      deadline: 120_000,
    })
    assert.deepEqual(errors, transportErrors)
    assert.ok(Object.isFrozen(transport))
  })

  it('refuses members that do not exist, but not those of a class', () => {
    for (const [wrong, told] of [
      [{ ...spec, deadine: 5 } as TransportSpec, /`deadine`.*`deadline`/],
      [
        { ...spec, supports: { ...spec.supports, cancle: true } } as TransportSpec,
        /`supports\.cancle`.*`supports\.cancel`/,
      ],
    ] as const)
      assert.throws(
        () => defineTransport(wrong),
        (error: unknown) => isTransportError(error, 'OPTION_INVALID') && told.test(error.details[0]?.en ?? ''),
      )
    class Author {
      readonly specVersion = 1
      readonly name = 'plain'
      readonly supports = spec.supports
      readonly port = 'COM3'
      open = spec.open
    }
    assert.equal(defineTransport(new Author()).name, 'plain')
  })

  it('reads the spec once', async () => {
    const changing = { ...spec, url: 'before' }
    const transport = defineTransport({
      ...changing,
      open: async () => ({ send: async ({ url }) => url, close: () => {} }),
    })
    changing.url = 'after'
    await using connection = transport.connect()
    assert.equal(await connection.exchange({ text: '{}' }), 'before')
    assert.equal(await connection.exchange({ text: '{}', url: 'own' }), 'own')
  })

  it('calls the members of a spec and of a session with their own `this`', async () => {
    class Session {
      readonly prefix = '>'
      async send({ text }: { readonly text: string }) {
        return this.prefix + text
      }
      close() {
        assert.equal(this.prefix, '>')
      }
    }
    class Spec implements TransportSpec {
      readonly specVersion = 1
      readonly name = 'classy'
      readonly supports = spec.supports
      readonly Session = Session
      async open() {
        return new this.Session()
      }
    }
    await using connection = defineTransport(new Spec()).connect()
    assert.equal(await connection.exchange({ text: 'x' }), '>x')
  })

  const wrong: readonly (readonly [string, unknown])[] = [
    ['spec', undefined],
    ['specVersion', { ...spec, specVersion: 2 }],
    ['name', { ...spec, name: 'Plain' }],
    ['name', { ...spec, name: 5 }],
    ['supports.cancel', { ...spec, supports: undefined }],
    ['supports.disconnectEvents', { ...spec, supports: { cancel: true } }],
    ['url', { ...spec, url: 5 }],
    ['measure', { ...spec, measure: 5 }],
    ['deadline', { ...spec, deadline: -1 }],
    ['deadline', { ...spec, deadline: Number.POSITIVE_INFINITY }],
    ['limits.text', { ...spec, limits: { text: 921_601 } }],
    ['limits.answer', { ...spec, limits: { answer: 0 } }],
    ['limits.url', { ...spec, limits: { url: 1.5 } }],
    ['open', { ...spec, open: undefined }],
  ]
  for (const [member, broken] of wrong) {
    it(`refuses a wrong ${member}: ${JSON.stringify(broken)}`, () => {
      assert.throws(
        () => defineTransport(broken as TransportSpec),
        (error) => isTransportError(error, 'OPTION_INVALID') && error.message.includes(`\`${member}\``),
      )
    })
  }
})

describe('limits', () => {
  it('let a request of exactly the limit through', async () => {
    await using connection = defineTransport(spec).connect()
    const text = 'x'.repeat(specificationLimits.text)
    assert.equal(await connection.exchange({ text }), text)
  })

  it('are measured as the author says', async () => {
    const transport = defineTransport({ ...spec, limits: { text: 4, url: 4 }, measure: (text) => text.length * 2 })
    await using connection = transport.connect()
    assert.equal(await outcomeOf(connection.exchange({ text: '药费' })), 'answer 药费')
    assert.equal(await outcomeOf(connection.exchange({ text: '药费单' })), 'REQUEST_TOO_LARGE not-sent')
    assert.equal(await outcomeOf(connection.exchange({ text: '', url: 'abc' })), 'URL_TOO_LONG not-sent')
  })

  it('count the answer, too', async () => {
    await using connection = defineTransport({ ...spec, limits: { answer: 5 } }).connect()
    assert.equal(await outcomeOf(connection.exchange({ text: 'abcde' })), 'answer abcde')
    assert.equal(await outcomeOf(connection.exchange({ text: '药费' })), 'ANSWER_TOO_LARGE unknown')
  })

  it('refuse what the character set of the author lacks', async () => {
    const measure = (text: string): number => {
      if (/[^\0-\u007f]/.test(text)) throw new RangeError('no such character')
      return text.length
    }
    const transport = defineTransport({
      ...spec,
      measure,
      open: async () => ({ send: async () => '药', close: () => {} }),
    })
    await using connection = transport.connect()
    assert.equal(await outcomeOf(connection.exchange({ text: '药' })), 'REQUEST_NOT_TEXT not-sent')
    assert.equal(await outcomeOf(connection.exchange({ text: 'x' })), 'ANSWER_NOT_TEXT unknown')
  })
})

describe('the one door for errors', () => {
  const own = {
    CABLE_WET: {
      layer: 'transport',
      delivery: 'unknown',
      summary: { en: 'The cable is wet.', zh: '连线受潮。' },
      advice: { en: 'Dry it.', zh: '请擦干。' },
    },
  } as const satisfies ErrorCatalogue

  it('wraps what send throws, keeps the cause and copies no message', async () => {
    const cause = new Error('refused {"idNo":"330102199001011234"}')
    const error = await failure(sending(() => Promise.reject(cause)))
    assert.deepEqual([error.code, error.delivery, error.transport], ['SEND_FAILED', 'unknown', 'plain'])
    assert.equal(error.cause, cause)
    assert.ok(!`${error.message}${error.stack}${JSON.stringify(error)}`.includes('330102'))
  })

  it('wraps what send throws at once', async () => {
    const transport = sending(() => {
      throw new Error('at once')
    })
    assert.equal((await failure(transport)).code, 'SEND_FAILED')
  })

  it('wraps what open throws at once', async () => {
    const transport = defineTransport({
      ...spec,
      open: () => {
        throw new Error('at once')
      },
    })
    const { code, delivery } = await failure(transport)
    assert.deepEqual([code, delivery], ['OPEN_FAILED', 'not-sent'])
  })

  it('refuses a session that is none', async () => {
    const transport = defineTransport({ ...spec, open: (async () => ({})) as unknown as TransportSpec['open'] })
    const { code, delivery } = await failure(transport)
    assert.deepEqual([code, delivery], ['OPTION_INVALID', 'not-sent'])
  })

  it('lets an error of the author pass with its own code and delivery', async () => {
    const thrown = new TransportError({
      transport: '',
      code: 'CABLE_WET',
      entry: own.CABLE_WET,
      delivery: 'not-sent',
    })
    const transport = defineTransport({
      ...spec,
      errors: own,
      open: async () => ({ send: () => Promise.reject(thrown), close: () => {} }),
    })
    const error = await failure(transport)
    assert.equal(error, thrown)
    assert.deepEqual([error.delivery, error.transport], ['not-sent', 'plain'])
    assert.ok('CABLE_WET' in transport.errors)
  })

  it('trusts no other error with the delivery: a cipher that fails on the answer knows nothing of the request', async () => {
    const foreign = new NationEcError({ code: 'CABLE_WET', entry: own.CABLE_WET, delivery: 'not-sent' })
    const error = await failure(sending(() => Promise.reject(foreign)))
    assert.deepEqual([error.code, error.delivery, error.cause], ['SEND_FAILED', 'unknown', foreign])
  })

  it('lets nothing but not-sent out of open', async () => {
    const transport = defineTransport({
      ...spec,
      open: () => Promise.reject(transportError('plain', 'DISCONNECTED')),
    })
    const { code, delivery } = await failure(transport)
    assert.deepEqual([code, delivery], ['OPEN_FAILED', 'not-sent'])
  })

  it('takes DISCONNECTED from send as the end of the connection', async () => {
    const connection = sending(() => Promise.reject(transportError('plain', 'DISCONNECTED'))).connect()
    assert.equal(await outcomeOf(connection.exchange({ text: 'x' })), 'DISCONNECTED unknown')
    assert.equal((await connection.closed).reason, 'disconnected')
  })

  it('refuses an answer that is no string', async () => {
    const error = await failure(sending((async () => 5) as unknown as () => Promise<string>))
    assert.deepEqual([error.code, error.delivery], ['ANSWER_NOT_TEXT', 'unknown'])
  })

  function sending(send: () => Promise<string>) {
    return defineTransport({ ...spec, open: async () => ({ send, close: () => {} }) })
  }
})

async function failure(transport: ReturnType<typeof defineTransport>): Promise<TransportError<string>> {
  await using connection = transport.connect()
  const error: unknown = await connection.exchange({ text: 'x' }).catch((thrown: unknown) => thrown)
  assert.ok(isTransportError(error))
  return error
}

import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { describe, it } from 'node:test'
import { type ErrorCatalogue, type ErrorEntry, isNationEcError, NationEcError } from '@nationec/errors'
import fc from 'fast-check'

/** A second copy of the class, as two installed versions of the package would give: runtimes load an address once. */
const otherCopy: string = './nation-ec-error.ts?other-copy'
const { isNationEcError: isNationEcErrorOfOtherCopy, NationEcError: OtherCopy }: typeof import('@nationec/errors') =
  await import(otherCopy)

const catalogue = {
  ANSWER_LOST: {
    layer: 'transport',
    delivery: 'unknown',
    summary: { en: 'The answer did not come.', zh: '未收到应答。' },
    advice: { en: 'Query the order.', zh: '请查询订单。' },
  },
  LIBRARY_MISSING: {
    layer: 'library',
    delivery: 'not-sent',
    summary: { en: 'The library was not found.', zh: '未找到动态库。' },
    advice: { en: 'Install it.', zh: '请安装。' },
  },
} as const satisfies ErrorCatalogue

const entry = catalogue.ANSWER_LOST
const code = 'ANSWER_LOST'

describe('the message', () => {
  it('gives the code first, then both languages, then the page', () => {
    assert.equal(
      new NationEcError({ code, entry }).message,
      '[ANSWER_LOST] The answer did not come. Query the order.\n' +
        '未收到应答。请查询订单。\n' +
        'https://github.com/nationec/nationec/blob/main/docs/errors.md#answer_lost',
    )
  })

  it('puts the details between summary and advice, in their order', () => {
    const details = [
      { en: 'It took 60 s.', zh: '耗时 60 秒。' },
      { en: 'The link is up.', zh: '链路正常。' },
    ]
    const [english, chinese] = new NationEcError({ code, entry, details }).message.split('\n')
    assert.equal(english, '[ANSWER_LOST] The answer did not come. It took 60 s. The link is up. Query the order.')
    assert.equal(chinese, '未收到应答。耗时 60 秒。链路正常。请查询订单。')
  })

  it('holds every text it was given, whatever the texts are', () => {
    const text = fc.record({ en: fc.string(), zh: fc.string({ unit: 'grapheme' }) })
    fc.assert(
      fc.property(text, text, fc.array(text), (summary, advice, details) => {
        const { message } = new NationEcError({ code, entry: { ...entry, summary, advice }, details })
        for (const part of [summary, advice, ...details]) {
          assert.ok(message.includes(part.en))
          assert.ok(message.includes(part.zh))
        }
      }),
      { seed: 20_240_501, numRuns: 200 },
    )
  })
})

describe('the parts', () => {
  it('stay readable as properties', () => {
    const details = [{ en: 'd', zh: '详' }]
    const error = new NationEcError({ code, entry, details })
    assert.equal(error.name, 'NationEcError')
    assert.equal(error.code, 'ANSWER_LOST')
    assert.equal(error.layer, 'transport')
    assert.deepEqual(error.summary, entry.summary)
    assert.deepEqual(error.advice, entry.advice)
    assert.deepEqual(error.details, details)
    assert.equal(error.docsUrl, 'https://github.com/nationec/nationec/blob/main/docs/errors.md#answer_lost')
  })

  it('take the delivery from the entry when the place that throws says nothing', () => {
    assert.equal(new NationEcError({ code, entry }).delivery, 'unknown')
    assert.equal(new NationEcError({ code, entry, delivery: undefined }).delivery, 'unknown')
  })

  it('take the delivery from the place that throws when it knows better', () => {
    assert.equal(new NationEcError({ code, entry, delivery: 'not-sent' }).delivery, 'not-sent')
  })

  it('have no details unless given', () => {
    assert.deepEqual(new NationEcError({ code, entry }).details, [])
  })
})

describe('the cause', () => {
  it('is kept as the object it was', () => {
    const cause = new TypeError('driver')
    assert.equal(new NationEcError({ code, entry, cause }).cause, cause)
  })

  it('is kept when it is a falsy value that was thrown', () => {
    for (const cause of [null, 0, '']) assert.equal(new NationEcError({ code, entry, cause }).cause, cause)
  })

  it('is absent, not undefined, when there is none', () => {
    assert.equal('cause' in new NationEcError({ code, entry }), false)
    assert.equal('cause' in new NationEcError({ code, entry, cause: undefined }), false)
  })
})

describe('the form for logs', () => {
  const error = new NationEcError({ code, entry, cause: new Error('what a driver wrote') })

  it('holds the parts', () => {
    assert.deepEqual(error.toJSON(), {
      name: 'NationEcError',
      code: 'ANSWER_LOST',
      delivery: 'unknown',
      layer: 'transport',
      summary: entry.summary,
      details: [],
      advice: entry.advice,
      docsUrl: error.docsUrl,
    })
  })

  it('holds neither the stack nor the cause', () => {
    const text = JSON.stringify({ error })
    assert.equal(text.includes('what a driver wrote'), false)
    assert.equal(text.includes('nation-ec-error'), false)
  })
})

describe('isNationEcError', () => {
  const error: unknown = new NationEcError({ code, entry })

  it('knows our errors, and they are errors', () => {
    assert.equal(isNationEcError(error), true)
    assert.ok(error instanceof Error)
    assert.ok(error instanceof NationEcError)
  })

  it('asks for one code', () => {
    assert.equal(isNationEcError(error, 'ANSWER_LOST'), true)
    assert.equal(isNationEcError(error, 'LIBRARY_MISSING'), false)
  })

  it('narrows the type to the code asked for', () => {
    if (!isNationEcError(error, 'ANSWER_LOST')) return assert.fail('not recognised')
    const narrowed: 'ANSWER_LOST' = error.code
    assert.equal(narrowed, 'ANSWER_LOST')
  })

  it('knows an error of a derived class', () => {
    class DerivedError extends NationEcError<keyof typeof catalogue> {}
    assert.equal(isNationEcError(new DerivedError({ code: 'LIBRARY_MISSING', entry: catalogue.LIBRARY_MISSING })), true)
  })

  it('knows an error of another copy of the package, both ways', () => {
    const other = new OtherCopy({ code, entry })
    assert.equal(other instanceof NationEcError, false)
    assert.equal(isNationEcError(other, 'ANSWER_LOST'), true)
    assert.equal(isNationEcErrorOfOtherCopy(error, 'ANSWER_LOST'), true)
  })

  it('knows an error across ESM and CommonJS', () => {
    const common: typeof import('@nationec/errors') = createRequire(import.meta.url)('@nationec/errors')
    assert.equal(isNationEcError(new common.NationEcError({ code, entry })), true)
    assert.equal(common.isNationEcError(error, 'ANSWER_LOST'), true)
  })

  it('knows nothing else', () => {
    const lookAlike = { name: 'NationEcError', code, delivery: 'unknown', layer: 'transport' }
    for (const value of [
      new Error(code),
      lookAlike,
      error instanceof Error && { ...error },
      null,
      undefined,
      code,
      0,
    ]) {
      assert.equal(isNationEcError(value), false)
    }
  })

  it('answers for any value without throwing', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true }),
        (value) => isNationEcError(value) === false,
      ),
      { seed: 20_240_502, numRuns: 200 },
    )
  })

  it('sees the mark without showing it: it is in no listing of the keys', () => {
    assert.deepEqual(Object.getOwnPropertySymbols({ ...(error as object) }), [])
  })
})

describe('the types', () => {
  it('refuse a code of another catalogue', () => {
    const make = (code: keyof typeof catalogue): NationEcError<keyof typeof catalogue> =>
      new NationEcError({ code, entry: catalogue[code] satisfies ErrorEntry })
    // @ts-expect-error: no such code
    const unknownCode: Parameters<typeof make>[0] = 'NO_SUCH_CODE'
    assert.equal(typeof unknownCode, 'string')
    assert.equal(make('LIBRARY_MISSING').delivery, 'not-sent')
  })
})

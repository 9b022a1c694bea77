import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { importSm2PrivateKey } from '@nationec/crypto/sm2'
import {
  CentreError,
  defaultCentreProfile,
  defineCentreProfile,
  isCentreError,
  openEnvelope,
  sealEnvelope,
} from '@nationec/payment-centre'
import fc from 'fast-check'
import { centre, hospital, START } from '../fixtures/desk.ts'
import { institution } from '../fixtures/vectors.ts'

const profile = defaultCentreProfile
const own = { credentials: hospital, profile }
const other = { credentials: centre, profile }
const settings = { numRuns: 30, seed: 20261123 }
const body = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }))

const code = async (text: string): Promise<string> => {
  try {
    await openEnvelope(text, other)
    return 'opened'
  } catch (error) {
    assert.ok(isCentreError(error), String(error))
    assert.equal(error.delivery, 'unknown')
    return error.code
  }
}

describe('an envelope', () => {
  it('is opened by the other side, with any content', async () => {
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom('as text' as const, 'as written' as const), async (data, scalars) => {
        const sealed = await sealEnvelope(
          { data, moment: START },
          { ...own, profile: defineCentreProfile({ name: 'p', scalars, emptyRemoval: 'null and text' }) },
        )
        const opened = await openEnvelope(sealed, other)
        if (scalars === 'as written')
          assert.deepEqual(JSON.parse(opened.body?.text ?? ''), JSON.parse(JSON.stringify(data)))
      }),
      settings,
    )
  })

  it('means the same in any order of its keys', async () => {
    await fc.assert(
      fc.asyncProperty(body, async (data) => {
        const sealed = await sealEnvelope({ data, moment: START }, own)
        const turned = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(sealed)).reverse()))
        assert.equal(
          (await openEnvelope(turned, other)).body?.canonical,
          (await openEnvelope(sealed, other)).body?.canonical,
        )
      }),
      settings,
    )
  })

  it('is not opened by the side that sealed it, nor with another secret', async () => {
    const sealed = await sealEnvelope({ data: { a: '1' }, moment: START }, own)
    await assert.rejects(() => openEnvelope(sealed, own), { code: 'CENTRE_ENVELOPE_NOT_GENUINE' })
  })

  it('is refused after any change of one bit', async () => {
    const envelope: Record<string, string> = JSON.parse(
      await sealEnvelope(
        { data: { a: '1', b: { c: '张三' } }, header: { code: 0, message: '成功', success: true }, moment: START },
        own,
      ),
    )
    const members = Object.keys(envelope).filter((name) => typeof envelope[name] === 'string')
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...members),
        fc.nat(),
        fc.integer({ min: 0, max: 6 }),
        async (name, place, bit) => {
          const text = envelope[name] ?? ''
          const at = place % text.length
          const changed = String.fromCharCode(text.charCodeAt(at) ^ (1 << bit))
          const value = text.slice(0, at) + changed + text.slice(at + 1)
          if (name === 'encData' && value.toUpperCase() === text) return // the case of a digit means nothing
          assert.notEqual(await code(JSON.stringify({ ...envelope, [name]: value })), 'opened')
        },
      ),
      { ...settings, numRuns: 300 },
    )
    assert.notEqual(await code(JSON.stringify({ ...envelope, code: 1 })), 'opened')
    assert.notEqual(await code(JSON.stringify({ ...envelope, success: false })), 'opened')
    assert.notEqual(await code(JSON.stringify({ ...envelope, added: 'x' })), 'opened')
    const { message: _, ...less } = envelope
    assert.notEqual(await code(JSON.stringify(less)), 'opened')
  })

  it('may carry what is not signed, and empty members', async () => {
    const envelope = JSON.parse(await sealEnvelope({ data: { a: '1' }, moment: START }, own))
    assert.equal(await code(JSON.stringify({ ...envelope, extra: { any: 1 }, nothing: null, blank: '' })), 'opened')
  })

  it('with an empty appId is one without', async () => {
    const { appId: _, ...members } = JSON.parse(await sealEnvelope({ data: { a: '1' }, moment: START }, own))
    const { signData, encData, ...signed } = members
    const line = Object.entries({ ...signed, data: '{"a":"1"}' }).sort(([a], [b]) => (a < b ? -1 : 1))
    const resigned = await hospital.sign(line.map(([name, value]) => `${name}=${value}`).join('&'))
    for (const appId of [undefined, null, '']) {
      assert.equal(
        await code(JSON.stringify({ ...signed, encData, signData: resigned, appId })),
        'opened',
        String(appId),
      )
    }
  })

  it('whose signature lost its + to a form decoder says so', async () => {
    let envelope = JSON.parse(await sealEnvelope({ data: { a: '1' }, moment: START }, own))
    while (!envelope.signData.includes('+'))
      envelope = JSON.parse(await sealEnvelope({ data: { a: '1' }, moment: START }, own))
    const text = JSON.stringify({ ...envelope, signData: envelope.signData.replaceAll('+', ' ') })
    await assert.rejects(
      () => openEnvelope(text, other),
      (error: unknown) =>
        isCentreError(error, 'CENTRE_ENVELOPE_NOT_GENUINE') &&
        /signData is no Base64.*form data/.test(error.message) &&
        error.details.some(({ zh }) => /不是 Base64.*表单/.test(zh)),
    )
  })

  it('whose signature is written in an odd way says which', async () => {
    const { signData, ...rest } = JSON.parse(await sealEnvelope({ data: { a: '1' }, moment: START }, own))
    const raw = Buffer.from(signData, 'base64')
    const text = 'signed in another way'
    const der = importSm2PrivateKey({ format: 'base64', text: String(institution.privateKey) }).sign(
      new TextEncoder().encode(text),
      { format: 'der' },
    )
    const cases: readonly [written: string, told: RegExp][] = [
      [`${signData.slice(0, 76)}\r\n${signData.slice(76)}`, /line break after 76 characters.*76 个字符后换行/s],
      [`${signData.slice(0, 76)}\n${signData.slice(76)}\n`, /line break after 76/],
      [`${signData.slice(0, 64)}\n${signData.slice(64)}`, /blanks or line breaks/],
      [`${signData} `, /blanks or line breaks/],
      [raw.toString('base64url'), /URL-safe|lacks the ==/],
      [Buffer.alloc(64, 0xff).toString('base64').replaceAll('/', '_'), /URL-safe Base64.*URL 安全/s],
      [signData.slice(0, -2), /lacks the ==.*缺少 ==/s],
      [raw.toString('hex'), /is hexadecimal.*是十六进制/s],
      [raw.toString('hex').toUpperCase(), /is hexadecimal/],
      [Buffer.from(der).toString('base64'), /is DER \(ASN\.1\) in Base64.*DER/s],
      [Buffer.from(der).toString('hex'), /is DER \(ASN\.1\) in hexadecimal/],
      [encodeURIComponent(signData), /is URL-encoded/],
      [`"${signData}"`, /quotation marks/],
      [`${signData}AAAA`, /no Base64 of 64 bytes \(88 characters\): it has 92 characters/],
      ['x', /it has 1 characters/],
    ]
    for (const [written, told] of cases) {
      await assert.rejects(openEnvelope(JSON.stringify({ ...rest, signData: written }), other), (error: unknown) => {
        assert.ok(isCentreError(error, 'CENTRE_ENVELOPE_NOT_GENUINE') && error.delivery === 'unknown')
        assert.match(error.message, told)
        return true
      })
    }
  })

  it('without a body is a refusal, signed all the same', async () => {
    const sealed = await sealEnvelope({ header: { code: 360053, message: '失败', success: false }, moment: START }, own)
    const { header, body: none } = await openEnvelope(sealed, other)
    assert.deepEqual(
      [header['code'], header['message'], header['success'], none],
      ['360053', '失败', 'false', undefined],
    )
    assert.equal(JSON.parse(sealed).encData, undefined)
  })

  it('says which of the three it is not', async () => {
    const sealed = await sealEnvelope({ data: {}, moment: START }, own)
    const { signData, ...unsigned } = JSON.parse(sealed)
    assert.equal(await code('<html>'), 'CENTRE_ENVELOPE_UNREADABLE')
    assert.equal(await code('[]'), 'CENTRE_ENVELOPE_UNREADABLE')
    assert.equal(await code(''), 'CENTRE_ENVELOPE_UNREADABLE')
    assert.equal(await code(JSON.stringify(unsigned)), 'CENTRE_ENVELOPE_UNSIGNED')
    assert.equal(await code(JSON.stringify({ ...unsigned, signData: '' })), 'CENTRE_ENVELOPE_UNSIGNED')
    assert.equal(await code(JSON.stringify({ ...unsigned, signData: `${signData} ` })), 'CENTRE_ENVELOPE_NOT_GENUINE')
    assert.equal(
      await code(JSON.stringify({ ...unsigned, signData, appId: 'ANOTHER-APP' })),
      'CENTRE_ENVELOPE_NOT_GENUINE',
    )
    assert.equal(await code(JSON.stringify({ ...unsigned, signData, encData: 'zz' })), 'CENTRE_ENVELOPE_NOT_GENUINE')
    assert.equal(await code(JSON.stringify({ ...unsigned, signData, encData: 7 })), 'CENTRE_ENVELOPE_NOT_GENUINE')
  })

  it('is found in at most three shells of a relay, as objects or as text', async () => {
    const sealed = await sealEnvelope({ data: { a: '1' }, moment: START }, own)
    const one = JSON.stringify({ infcode: 0, output: JSON.parse(sealed) })
    const two = JSON.stringify({ code: 200, data: one })
    const three = JSON.stringify({ body: JSON.parse(two) })
    for (const text of [one, two, three]) assert.equal(await code(text), 'opened')
    assert.equal(await code(JSON.stringify({ data: three })), 'CENTRE_ENVELOPE_UNSIGNED')
    const none = defineCentreProfile({ name: 'none', unwrapLevels: 0 })
    await assert.rejects(() => openEnvelope(one, { ...other, profile: none }), { code: 'CENTRE_ENVELOPE_UNSIGNED' })
  })

  it('cannot be made ambiguous by an & in a member', async () => {
    const sealed = await sealEnvelope({ data: {}, header: { code: 0, type: 'a&code=0' }, moment: START }, own)
    assert.equal(await code(sealed), 'CENTRE_ENVELOPE_NOT_GENUINE')
  })

  it('of any shape is opened or refused with an error of ours that quotes nothing', async () => {
    const part = fc.oneof(fc.string(), fc.jsonValue(), fc.constant('张三'))
    const envelope = fc.record(
      { signData: part, encData: part, code: part, data: part, appId: part },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.json(),
          envelope.map((one) => JSON.stringify(one)),
        ),
        async (text) => {
          try {
            await openEnvelope(text, other)
          } catch (error) {
            assert.ok(error instanceof CentreError, String(error))
            assert.doesNotMatch(error.message, /张三/)
          }
        },
      ),
      { ...settings, numRuns: 400 },
    )
  })

  it('cannot hold what JSON cannot, and says which member that is', async () => {
    const loop: Record<string, unknown> = { name: '张三' }
    loop['self'] = loop
    const sparse: unknown[] = ['a']
    sparse[2] = 'b'
    let deep: unknown = 'x'
    for (let level = 0; level < 70; level += 1) deep = [deep]
    class Bill {
      readonly total = '1.00'
    }
    const failing = {
      toJSON() {
        throw new Error('张三')
      },
    }
    for (const [data, told] of [
      [loop, 'data.self is a loop'],
      [{ big: 1n }, 'data.big is a bigint'],
      [() => {}, 'data is a function'],
      [{ member: () => {} }, 'data.member is a function'],
      [Symbol('张三'), 'data is a symbol'],
      [{ list: [{ cnt: Number.NaN }] }, 'data.list.0.cnt is NaN'],
      [{ pric: Number.POSITIVE_INFINITY }, 'data.pric is Infinity'],
      [{ pric: Number.NEGATIVE_INFINITY }, 'data.pric is -Infinity'],
      [Number.NaN, 'data is NaN'],
      [{ 张三: Number.NaN }, 'data.? is NaN'],
      [{ map: new Map([['张三', 1]]) }, 'data.map is of the class Map'],
      [{ set: new Set(['张三']) }, 'data.set is of the class Set'],
      [{ bytes: new Uint8Array([1, 2]) }, 'data.bytes is of the class Uint8Array'],
      [{ view: new Float64Array(1) }, 'data.view is of the class Float64Array'],
      [{ memory: new ArrayBuffer(2) }, 'data.memory is of the class ArrayBuffer'],
      [new Bill(), 'data is a class instance'],
      [{ list: [undefined] }, 'data.list.0 is undefined'],
      [{ list: sparse }, 'data.list is a list with empty places'],
      [deep, 'is nested deeper than 64 levels'],
      [failing, 'data is a `toJSON` that fails'],
    ] as const) {
      await assert.rejects(
        () => sealEnvelope({ data, moment: START }, own),
        (error: unknown) => {
          assert.ok(isCentreError(error, 'CENTRE_OPTION_INVALID'), String(error))
          assert.equal(error.delivery, 'not-sent')
          assert.ok(error.message.includes(told), `${told}: ${error.message}`)
          assert.doesNotMatch(error.message, /张三/)
          return true
        },
      )
    }
    for (const wrong of [
      { header: { code: Number.NaN } },
      { header: { code: null, list: [1n] } },
      { moment: Number.NaN },
    ]) {
      await assert.rejects(() => sealEnvelope({ moment: START, ...wrong } as never, own), {
        code: 'CENTRE_OPTION_INVALID',
      })
    }
  })

  it('holds what JSON can: members left out, objects without a prototype, dates', async () => {
    const bare = Object.assign(Object.create(null), { b: '1' })
    const data = { a: bare, none: undefined, at: new Date(0), list: [true, 1.5, null] }
    const opened = await openEnvelope(await sealEnvelope({ data, moment: START }, own), other)
    assert.equal(opened.body?.canonical, '{"a":{"b":"1"},"at":"1970-01-01T00:00:00.000Z","list":["true","1.5"]}')
  })
})

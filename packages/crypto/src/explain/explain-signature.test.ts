// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  bytesToBase64,
  bytesToHex,
  type ExplainSignatureInput,
  explainSignature,
  generateSm2KeyPair,
  type SignatureVariant,
  sm3,
} from '@nationec/crypto'
import { throwsCode, untyped } from '../fixtures/errors.ts'
import { hex, utf8 } from '../fixtures/vectors.ts'
import { partnerKey, signDigest } from './fixtures/partners.ts'

const { privateKey, publicKey } = generateSm2KeyPair()
const text = 'appId=A&data={"a":"1"}&key=S'
const first = (input: Partial<ExplainSignatureInput> & Pick<ExplainSignatureInput, 'signature'>): SignatureVariant => {
  const { variants, steps } = explainSignature({ publicKey, messages: [text], ...input })
  assert.ok(variants[0] !== undefined, JSON.stringify(steps))
  assert.ok(steps.every(({ fits }) => fits))
  return variants[0]
}

describe('a signature that fits', () => {
  it('is told by encoding and form', () => {
    const raw = privateKey.sign(utf8(text))
    const der = privateKey.sign(utf8(text), { format: 'der' })
    const swapped = Uint8Array.from([...raw.subarray(32), ...raw.subarray(0, 32)])
    const cases = [
      [raw, 'bytes', 'raw', true],
      [bytesToHex(raw), 'hex', 'raw', true],
      [bytesToHex(raw).toUpperCase(), 'hex', 'raw', true],
      [bytesToBase64(raw), 'base64', 'raw', true],
      [`${bytesToBase64(raw).slice(0, 60)}\r\n${bytesToBase64(raw).slice(60)}`, 'base64', 'raw', true],
      [bytesToBase64(utf8(bytesToHex(raw))), 'base64-of-hex', 'raw', true],
      [bytesToBase64(raw).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''), 'base64url', 'raw', true],
      [bytesToBase64(der), 'base64', 'der', true],
      [swapped, 'bytes', 'raw-swapped', false],
      [Uint8Array.from([0, ...raw]), 'bytes', 'raw-padded', false],
      [Uint8Array.from([0, ...raw.subarray(0, 32), 0, ...raw.subarray(32)]), 'bytes', 'raw-padded', false],
      [
        Uint8Array.from([...raw.subarray(0, 32).slice().reverse(), ...raw.subarray(32).slice().reverse()]),
        'bytes',
        'raw-little-endian',
        false,
      ],
      [Uint8Array.from([...der, 0]), 'bytes', 'der-loose', false],
      [
        hex(
          `3048022200 00${bytesToHex(raw.subarray(0, 32))}022200 00${bytesToHex(raw.subarray(32))}`.replaceAll(' ', ''),
        ),
        'bytes',
        'der-loose',
        false,
      ],
    ] as const
    for (const [signature, encoding, form, standard] of cases) {
      const variant = first({ signature })
      assert.deepEqual([variant.encoding, variant.form, variant.standard], [encoding, form, standard])
      assert.equal(variant.digest, 'z')
      assert.equal(variant.userId, '1234567812345678')
    }
  })

  it('is told by user id: the default, the empty one, those that are known, and those that are given', () => {
    for (const userId of ['1234567812345678', '', 'TLSv1.3+GM+Cipher+Suite', 'ALICE123@YAHOO.COM']) {
      assert.equal(first({ signature: privateKey.sign(utf8(text), { userId }) }).userId, userId)
    }
    for (const userId of ['hospital', Uint8Array.of(1, 2, 3)]) {
      const signature = privateKey.sign(utf8(text), { userId })
      assert.equal(first({ signature, userIds: [userId] }).userId, userId)
      assert.equal(explainSignature({ publicKey, messages: [text], signature }).variants.length, 0)
    }
  })

  it('is told when Z or the hash was left out, or the hash was hashed again', () => {
    for (const [digest, e] of [
      ['without-z', sm3(utf8(text))],
      ['no-hash', utf8('a short message')],
    ] as const) {
      const message = digest === 'no-hash' ? 'a short message' : text
      const variant = first({ signature: signDigest(e), messages: [message], publicKey: partnerKey.publicKey })
      assert.equal(variant.digest, digest)
      assert.equal(variant.standard, false)
    }
    assert.equal(first({ signature: privateKey.sign(sm3(utf8(text))) }).digest, 'z-of-hash')
  })

  const jsonData = { payOrdId: '1', b: { z: 2.5, a: null, note: '医保' }, amount: 12, flag: true, empty: '', list: [] }
  const embed = (json: string): string => `appId=A&data=${json}&key=S`
  const signedJson = [
    [
      '{"amount":12,"b":{"note":"医保","z":2.5},"flag":true,"list":[],"payOrdId":"1"}',
      'sorted',
      'as written',
      'null and text',
    ],
    [
      '{"amount":"12","b":{"note":"医保","z":"2.5"},"flag":"true","list":[],"payOrdId":"1"}',
      'sorted',
      'as text',
      'null and text',
    ],
    [
      '{"payOrdId":"1","b":{"z":2.5,"a":null,"note":"医保"},"amount":12,"flag":true,"empty":"","list":[]}',
      'given',
      'as written',
      'nothing',
    ],
    [
      '{"amount":12,"b":{"z":2.5,"a":null,"note":"医保"},"empty":"","flag":true,"list":[],"payOrdId":"1"}',
      'sorted-top',
      'as written',
      'nothing',
    ],
    [
      '{"amount":12,"b":{"note":"医保","z":2.5},"empty":"","flag":true,"list":[],"payOrdId":"1"}',
      'sorted',
      'as written',
      'null',
    ],
    [
      '{"amount":12,"b":{"note":"医保","z":2.5},"flag":true,"payOrdId":"1"}',
      'sorted',
      'as written',
      'null, text and lists',
    ],
  ] as const
  for (const [json, order, scalars, dropped] of signedJson) {
    it(`is told by the JSON that was signed: ${order}, ${scalars}, without ${dropped}`, () => {
      const signature = privateKey.sign(utf8(embed(json)))
      const { json: style } = first({ signature, messages: ['something else', { json: jsonData, embed }] })
      assert.deepEqual([style?.order, style?.scalars, style?.dropped], [order, scalars, dropped])
      assert.deepEqual([style?.escapes, style?.spacing], ['none', 'none'])
    })
  }

  it('is told by the escapes and the spaces of the JSON that was signed', () => {
    const escaped = '{"amount":12,"b":{"note":"\\u533b\\u4fdd","z":2.5},"flag":true,"list":[],"payOrdId":"1"}'
    assert.equal(
      first({ signature: privateKey.sign(utf8(escaped)), messages: [{ json: jsonData }] }).json?.escapes,
      'beyond ASCII',
    )
    const spaced = '{"payOrdId": "1", "list": []}'
    const message = { json: { payOrdId: '1', list: [] } }
    assert.equal(first({ signature: privateKey.sign(utf8(spaced)), messages: [message] }).json?.spacing, 'spaces')
  })

  it('is told by the exact digits of a JSON text: two decimals, nineteen digits, empty lists left out', () => {
    const json =
      '{"setldetail":[],"feeSumamt":128.50,"hiDocSn":1234567890123456789,"ext":{"memo":""},"more":[{"a":null}]}'
    const cases = [
      ['{"ext":{},"feeSumamt":128.50,"hiDocSn":1234567890123456789,"more":[{}]}', 'as written', 'null, text and lists'],
      ['{"feeSumamt":"128.50","hiDocSn":"1234567890123456789","more":[{}]}', 'as text', 'what becomes empty'],
      ['{"feeSumamt":128.50,"hiDocSn":1234567890123456789}', 'as written', 'what becomes empty, and items'],
    ] as const
    for (const [signed, scalars, dropped] of cases) {
      const { json: style } = first({ signature: privateKey.sign(utf8(signed)), messages: [{ json }] })
      assert.deepEqual([style?.scalars, style?.dropped, style?.numbers], [scalars, dropped, 'as written'])
    }
    const lossy = '{"feeSumamt":128.5,"hiDocSn":1234567890123456800}'
    assert.equal(first({ signature: privateKey.sign(utf8(lossy)), messages: [{ json }] }).json?.numbers, 'as binary')
  })

  it('is told by what else was done to the message', () => {
    const cases = [
      ['newline', `${text}\n`],
      ['crlf', `${text}\r\n`],
      ['bom', `\ufeff${text}`],
      ['as-hex-text', bytesToHex(utf8(text))],
      ['as-upper-hex-text', bytesToHex(utf8(text)).toUpperCase()],
      ['as-base64-text', bytesToBase64(utf8(text))],
    ] as const
    for (const [change, signed] of cases)
      assert.equal(first({ signature: privateKey.sign(utf8(signed)) }).change, change)
    assert.equal(first({ signature: privateKey.sign(utf8(text)), messages: [` ${text}\n`] }).change, 'trimmed')
    const bytes = Uint8Array.of(1, 2, 3)
    assert.equal(first({ signature: privateKey.sign(bytes), messages: ['010203'] }).change, 'hex-decoded')
  })
})

describe('a signature that does not fit', () => {
  const last = (input: Partial<ExplainSignatureInput> & Pick<ExplainSignatureInput, 'signature'>): string => {
    const { variants, steps, text: told } = explainSignature({ publicKey, messages: [text], ...input })
    assert.deepEqual(variants, [])
    const step = steps.at(-1)
    assert.ok(step !== undefined && !step.fits && steps.slice(0, -1).every(({ fits }) => fits))
    assert.equal(told, step.text)
    assert.ok(told.en.endsWith('.') && told.zh.endsWith('。'))
    return step.step
  }

  it('with blanks for + is no Base64, and form encoding is named', () => {
    for (const holdsPlus of [/^[^+]+\+/, /^\+/]) {
      let signature = ''
      while (!holdsPlus.test(signature)) signature = bytesToBase64(privateKey.sign(utf8(text)))
      const told = explainSignature({ publicKey, messages: [text], signature: `${signature.replaceAll('+', ' ')}\r\n` })
      assert.deepEqual(
        told.steps.map(({ step, fits }) => [step, fits]),
        [['encoding', false]],
      )
      assert.match(told.text.en, /no Base64.*form encoding/)
      assert.match(told.text.zh, /不是 Base64.*表单编码/)
    }
    // Blanks between groups, as in a printed hexadecimal text, are forgiven as before.
    const der = bytesToHex(privateKey.sign(utf8(text), { format: 'der' }))
    assert.equal(first({ signature: der.replace(/..(?=.)/g, '$& ') }).encoding, 'hex')
  })

  it('accuses neither key nor text, says what was not tried, and that an object has lost digits', () => {
    const signature = privateKey.sign(utf8('{"feeSumamt":128.50}'))
    const told = explainSignature({ publicKey, signature, messages: [{ json: { feeSumamt: 128.5 } }] })
    assert.match(told.text.en, /as tried.*may have lost digits.*Not tried: another text.*in yet another way\.$/)
    const exact = explainSignature({ publicKey, signature, messages: ['{"feeSumamt":"128.50"}'] })
    assert.match(exact.text.en, /Not tried: another text.*JSON written in another way \(give it as \{ json \}\)\.$/)
    assert.doesNotMatch(exact.text.en, /lost digits|is another one/)
    assert.match(exact.text.zh, /未尝试：其他文本.*请以 \{ json \} 形式给出/)
    assert.doesNotMatch(exact.text.zh, /丢失|并非所给/)
  })

  it('says which step differs first', () => {
    const good = privateKey.sign(utf8(text))
    assert.equal(last({ signature: 'no hex, no Base64!' }), 'encoding')
    assert.equal(last({ signature: '' }), 'encoding')
    assert.equal(last({ signature: good.subarray(1) }), 'form')
    assert.equal(last({ signature: bytesToHex(good).slice(2) }), 'form')
    assert.equal(last({ signature: new Uint8Array(64) }), 'range')
    assert.equal(last({ signature: new Uint8Array(64).fill(255) }), 'range')
    assert.equal(last({ signature: privateKey.sign(utf8('another text')) }), 'message')
    assert.equal(last({ signature: generateSm2KeyPair().privateKey.sign(utf8(text)) }), 'message')
    assert.equal(last({ signature: good, messages: [] }), 'message')
  })

  it('tells another key from another text, when the partner says what was hashed', () => {
    const signature = privateKey.sign(utf8('another text'))
    const partnerDigest = sm3(Uint8Array.from([...publicKey.zOf('1234567812345678'), ...utf8('another text')]))
    assert.equal(last({ signature, partnerDigest }), 'message')
    assert.equal(last({ signature, partnerDigest, publicKey: generateSm2KeyPair().publicKey }), 'digest')
    throwsCode(() => last({ signature, partnerDigest: untyped('00') }), 'CRYPTO_BYTES_EXPECTED')
  })

  it('repeats nothing of the message', () => {
    const secretText = 'patient 张三 330102'
    for (const signed of [secretText, 'x']) {
      const signature = privateKey.sign(utf8(signed))
      const explanation = explainSignature({ publicKey, signature, messages: [secretText] })
      assert.equal(/patient|张三|330102/.test(JSON.stringify(explanation)), false)
    }
  })

  it('is not explained without a list of messages', () => {
    for (const json of ['{"a":1', '{"a":1,"a":2}', { big: 1n }]) {
      throwsCode(() => explainSignature({ publicKey, signature: '00', messages: [{ json }] }), 'CRYPTO_OPTION_INVALID')
    }
    throwsCode(() => explainSignature(untyped({ publicKey, signature: '00' })), 'CRYPTO_OPTION_INVALID')
  })
})

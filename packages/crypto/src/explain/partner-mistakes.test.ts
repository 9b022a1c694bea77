// @everyday node
import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import nodeCrypto from 'node:crypto'
import process from 'node:process'
import { describe, it } from 'node:test'
import {
  bytesToBase64,
  bytesToHex,
  type ExplainSignatureInput,
  explainSignature,
  generateSm2KeyPair,
  importSm2PublicKey,
  type SignatureVariant,
  sm3,
} from '@nationec/crypto'
import { untyped } from '../fixtures/errors.ts'
import { bytes32, utf8 } from '../fixtures/vectors.ts'
import { computeZ } from '../sm2/user-id.ts'
import { partnerKey, signDigest, signEcdsa } from './fixtures/partners.ts'
import { sha256 } from './sha256.ts'

const { publicKey } = partnerKey
const text = 'appId=A1B2C3D4&data={"payOrdId":"ORD1","memo":"医保/结算"}&key=S'
const z = publicKey.zOf('1234567812345678')
const both = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))

const explained = (
  input: Partial<ExplainSignatureInput> & Pick<ExplainSignatureInput, 'signature'>,
): SignatureVariant => {
  const { variants, text: told } = explainSignature({ publicKey, messages: [text], ...input })
  const [best] = variants
  assert.ok(best !== undefined, told.en)
  assert.equal(told, best.text)
  assert.ok(best.text.en !== '' && best.text.zh !== '')
  return best
}
const signed = (message: string | Uint8Array): Uint8Array =>
  partnerKey.sign(typeof message === 'string' ? utf8(message) : message)

describe('a partner who', () => {
  it('signs a text of any length without a hash, as sm-crypto-v2 does by default', () => {
    for (const message of ['x'.repeat(33), text, '医'.repeat(5000)]) {
      const variant = explained({ signature: signDigest(utf8(message)), messages: [message] })
      assert.deepEqual([variant.digest, variant.standard], ['no-hash', false])
    }
  })

  it('signs by ECDSA over the curve, over the hash of the message with Z or without', () => {
    for (const [digest, e] of [
      ['z', sm3(both(z, utf8(text)))],
      ['without-z', sm3(utf8(text))],
      ['sha256', sha256(utf8(text))],
    ] as const) {
      const variant = explained({ signature: signEcdsa(e) })
      assert.deepEqual([variant.algorithm, variant.digest, variant.standard], ['ecdsa', digest, false])
      assert.match(variant.text.en, /ECDSA/)
      const told = explainSignature({ publicKey, messages: ['other'], signature: signEcdsa(e), partnerDigest: e })
      assert.match(told.steps.find(({ step }) => step === 'digest')?.text.en ?? '', /ECDSA/)
    }
    assert.equal(explained({ signature: signed(text) }).algorithm, 'sm2')
  })

  const nodeSigns = process.versions['bun'] === undefined && !('Deno' in globalThis)
  it('signs with Node’s createSign and a key that Node made', { skip: !nodeSigns && 'only Node has the curve' }, () => {
    const pair = nodeCrypto.generateKeyPairSync('ec', { namedCurve: 'SM2' })
    const pem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString()
    const signature = nodeCrypto.createSign('sm3').update(text).sign(pair.privateKey)
    const variant = explained({ signature, publicKey: importSm2PublicKey({ format: 'pem', text: pem }) })
    assert.deepEqual([variant.algorithm, variant.form, variant.digest], ['ecdsa', 'der', 'without-z'])
  })

  it('signs the digits of the hash as a text', () => {
    const digits = bytesToHex(sm3(utf8(text)))
    for (const [change, message] of [
      ['hash-as-hex-text', digits],
      ['hash-as-upper-hex-text', digits.toUpperCase()],
      ['hash-as-base64-text', bytesToBase64(sm3(utf8(text)))],
      ['sha256-as-hex-text', bytesToHex(sha256(utf8(text)))],
    ] as const) {
      assert.equal(explained({ signature: signed(message) }).change, change)
      assert.equal(explained({ signature: signDigest(sm3(utf8(message))) }).change, change)
    }
  })

  it('signs the text in GBK', () => {
    const gbk = Buffer.from('d2bdb1a3', 'hex')
    const message = (notes: Uint8Array): Uint8Array => both(utf8('{"memo":"'), notes, utf8('"}'))
    const signature = signed(message(gbk))
    assert.equal(explained({ signature, messages: ['{"memo":"医保"}'] }).change, 'gbk')
    assert.equal(explained({ signature, messages: [message(utf8('医保'))] }).change, 'gbk')
    const found = explained({ signature, messages: [{ json: '{ "memo" : "医保", "empty": null }' }] })
    assert.deepEqual([found.change, found.json?.dropped], ['gbk', 'null and text'])
  })

  it('writes JSON with the escapes of PHP, Gson, Go or Fastjson', () => {
    const json = '{"url":"http://a/b","q":"a=1&b<2>\'","memo":"医保"}'
    const sorted = '{"memo":"医保","q":"a=1&b<2>\'","url":"http://a/b"}'
    const cases = [
      ['slashes', sorted.replaceAll('/', '\\/')],
      ['slashes and beyond ASCII', sorted.replaceAll('/', '\\/').replace('医保', '\\u533b\\u4fdd')],
      ['beyond ASCII', sorted.replace('医保', '\\u533b\\u4fdd')],
      ['beyond ASCII, upper case', sorted.replace('医保', '\\u533B\\u4FDD')],
      ['HTML, as Gson', sorted.replace("a=1&b<2>'", 'a\\u003d1\\u0026b\\u003c2\\u003e\\u0027')],
      ['HTML, as Go', sorted.replace("a=1&b<2>'", "a=1\\u0026b\\u003c2\\u003e'")],
    ] as const
    for (const [escapes, message] of cases) {
      const embed = (data: string): string => `data=${data}&key=S`
      const found = explained({ signature: signed(embed(message)), messages: [{ json, embed }] })
      assert.deepEqual([found.json?.escapes, found.json?.spacing, found.change], [escapes, 'none', undefined])
    }
  })

  it('signs indented JSON', () => {
    const json = '{"b":[1,{"c":"x, {y}: \\"z\\""}],"a":{},"n":[]}'
    const value: unknown = JSON.parse(json)
    const jackson = '{\n  "b" : [ 1, {\n    "c" : "x, {y}: \\"z\\""\n  } ],\n  "a" : { },\n  "n" : [ ]\n}'
    for (const [spacing, message] of [
      ['two a level', JSON.stringify(value, null, 2)],
      ['four a level', JSON.stringify(value, null, 4)],
      ['tab a level', JSON.stringify(value, null, '\t')],
      ['as Jackson', jackson],
    ] as const) {
      const found = explained({ signature: signed(message), messages: [{ json }] })
      assert.deepEqual([found.json?.spacing, found.json?.order], [spacing, 'given'])
    }
  })

  it('writes null as an empty text', () => {
    const found = explained({ signature: signed('{"a":"","b":[""]}'), messages: [{ json: '{"b":[null],"a":null}' }] })
    assert.equal(found.json?.dropped, 'nothing, null as text')
  })

  it('signs what is URL-encoded, the whole of it or the JSON in it', () => {
    const json = '{"memo":"医 保*(1)"}'
    const embed = (data: string): string => `a b=1&data=${data}`
    const form = (value: string): string => value.replaceAll('%20', '+').replace('(', '%28').replace(')', '%29')
    const percent = encodeURIComponent
    for (const [change, message] of [
      ['url-encoded', percent(embed(json))],
      ['form-encoded', form(percent(embed(json)))],
      ['json-url-encoded', embed(percent(json))],
      ['json-form-encoded', embed(form(percent(json)))],
    ] as const) {
      assert.equal(explained({ signature: signed(message), messages: [{ json, embed }] }).change, change)
    }
    assert.equal(explained({ signature: signed(percent(text)) }).change, 'url-encoded')
  })

  it('takes the hexadecimal digits of the user id, or the appId, for the user id', () => {
    const hexId = bytesToHex(utf8('1234567812345678'))
    assert.equal(explained({ signature: partnerKey.sign(utf8(text), { userId: hexId }) }).userId, hexId)
    const own = { signature: partnerKey.sign(utf8(text), { userId: bytesToHex(utf8('hospital')) }) }
    assert.equal(explained({ ...own, userIds: ['hospital'] }).userId, bytesToHex(utf8('hospital')))
    const decoded = partnerKey.sign(utf8(text), { userId: Uint8Array.of(0xab, 0xcd) })
    assert.deepEqual(explained({ signature: decoded, userIds: ['abcd'] }).userId, Uint8Array.of(0xab, 0xcd))
    const appId = { signature: partnerKey.sign(utf8(text), { userId: 'A1B2C3D4' }) }
    assert.equal(explained(appId).userId, 'A1B2C3D4')
    const json = '{"appId":"A1B2C3D4","x":"1"}'
    const inJson = partnerKey.sign(utf8(json), { userId: 'A1B2C3D4' })
    assert.equal(explained({ signature: inJson, messages: [{ json }] }).userId, 'A1B2C3D4')
  })

  it('computes Z of another key, or signs with another key, and that key is given', () => {
    const mine = generateSm2KeyPair()
    const e = sm3(both(mine.publicKey.zOf('1234567812345678'), utf8(text)))
    const wrongZ = explained({ signature: signDigest(e), otherKeys: [generateSm2KeyPair().publicKey, mine.publicKey] })
    assert.deepEqual([wrongZ.zKey, wrongZ.signer, wrongZ.standard], [1, undefined, false])
    const wrongKey = explained({ signature: mine.privateKey.sign(utf8(text)), otherKeys: [mine.publicKey] })
    assert.deepEqual([wrongKey.signer, wrongKey.zKey, wrongKey.standard], [0, 0, false])
  })

  it('hashes with SHA-256', () => {
    const zBySha = computeZ(sha256, publicKey.export('raw').subarray(1), '')
    for (const [digest, e] of [
      ['sha256', sha256(utf8(text))],
      ['sha256-after-z', sha256(both(z, utf8(text)))],
      ['sha256-all', sha256(both(zBySha, utf8(text)))],
    ] as const) {
      const variant = explained({ signature: signDigest(e) })
      assert.deepEqual([variant.digest, variant.standard], [digest, false])
    }
  })

  it('loses the leading zero of r or s', () => {
    const zeroIn = (from: number, digits: number): string => {
      for (let k = 1n; ; k += 1n) {
        const signature = bytesToHex(signDigest(sm3(both(z, utf8(text))), k))
        if (signature.slice(from, from + digits) === '0'.repeat(digits)) return signature
      }
    }
    for (const from of [0, 64]) {
      for (const lost of [1, 2]) {
        const whole = zeroIn(from, lost)
        const short = whole.slice(0, from) + whole.slice(from + lost)
        const variant = explained({ signature: short })
        assert.deepEqual([variant.form, variant.encoding, variant.standard], ['raw-short', 'hex', false])
        if (lost === 2) {
          const base64 = bytesToBase64(Uint8Array.from(Buffer.from(short, 'hex')))
          assert.equal(explained({ signature: base64 }).form, 'raw-short')
        }
      }
    }
  })
})

describe('SHA-256 and GBK as they are tried', () => {
  it('agree with the runtime', async () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
      const message = Uint8Array.from({ length }, (_, index) => index * 7)
      assert.deepEqual(sha256(message), new Uint8Array(await crypto.subtle.digest('SHA-256', message)), String(length))
    }
  })
})

describe('what stays unexplained', () => {
  it('accuses neither key nor text, and says what was not tried', async () => {
    const sha512 = new Uint8Array(await crypto.subtle.digest('SHA-512', Uint8Array.from(utf8(text))))
    const cases: readonly Uint8Array[] = [
      signDigest(sha512.subarray(0, 32)),
      signed(`${text} `.repeat(2)),
      generateSm2KeyPair().privateKey.sign(utf8(text)),
      signEcdsa(bytes32(7n)),
    ]
    for (const signature of cases) {
      const { variants, text: told } = explainSignature({ publicKey, messages: [text, { json: '{"a":1}' }], signature })
      assert.deepEqual(variants, [])
      assert.match(told.en, /None of the \d+ texts as tried.*Not tried: /)
      assert.match(told.zh, /均不符.*未尝试：/)
      assert.doesNotMatch(told.en, /is wrong|is another one|do not match/)
      assert.doesNotMatch(told.zh, /错误|并非所给/)
    }
  })

  it('counts no option that does not exist', () => {
    assert.throws(
      () => explainSignature(untyped({ publicKey, messages: [], signature: '00', otherKey: [] })),
      /otherKey/,
    )
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bytesToBase64, generateSm2KeyPair } from '@nationec/crypto'
import { readSm2Certificates, type Sm2Certificate, type Sm2ChainOptions, verifySm2Chain } from '@nationec/crypto/keys'
import { throwsCode, untyped } from '../../fixtures/errors.ts'
import { utf8 } from '../../fixtures/vectors.ts'
import { authority, type Changes, certificate, type Party, party, unknown, usage } from './fixtures/make-certificate.ts'
import { BETWEEN, LEAF, ROOT } from './fixtures/openssl-chain.ts'

const at = new Date('2027-06-01T00:00:00Z')
const [rootParty, middle, platform, stranger] = [
  party('root'),
  party('between'),
  party('platform'),
  party('stranger'),
] as const
const read = (bytes: Uint8Array): Sm2Certificate => readSm2Certificates({ format: 'raw', bytes })[0]
const made = (issuer: Party, subject: Party, changes?: Changes): Sm2Certificate =>
  read(certificate(issuer, subject, changes))

const root = made(rootParty, rootParty, { extensions: [authority()] })
const between = made(rootParty, middle, { extensions: [authority(0), usage(0x06)] })
const leaf = made(middle, platform, { extensions: [usage(0x80), unknown(false)] })
const refused = (chain: readonly Sm2Certificate[], text: RegExp, options: Partial<Sm2ChainOptions> = {}): void => {
  const error = throwsCode(() => verifySm2Chain(chain, { root, at, ...options }), 'CRYPTO_CERTIFICATE_INVALID')
  assert.match(error.message, text)
}

describe('a certificate', () => {
  it('of OpenSSL is read in PEM, Base64 and DER, with the names and the use of its key', () => {
    const [first, second, third] = readSm2Certificates({ format: 'pem', text: `${LEAF}\n${BETWEEN}${ROOT}` })
    assert.equal(first.subject, 'C=CN, O=测试医院, CN=platform')
    assert.equal(first.issuer, 'C=CN, O=Test, CN=Intermediate')
    assert.deepEqual(first.keyUsage, ['digitalSignature', 'nonRepudiation'])
    assert.equal(first.notBefore.toISOString().slice(0, 10), '2025-01-01')
    assert.ok(second !== undefined && third !== undefined)
    const text = bytesToBase64(first.bytes)
    assert.deepEqual(readSm2Certificates({ format: 'base64', text })[0].bytes, first.bytes)
    assert.equal(read(first.bytes).publicKey.export('hex'), first.publicKey.export('hex'))
    assert.equal(verifySm2Chain([first, second], { root: third, at }).export('hex'), first.publicKey.export('hex'))
  })

  it('gives the key that verifies', () => {
    const signature = platform.privateKey.sign(utf8('m'))
    assert.equal(leaf.publicKey.verify(utf8('m'), signature), true)
    assert.equal(leaf.serialNumber, '07')
  })

  it('is named by what was found in place of it', () => {
    const { publicKey } = generateSm2KeyPair()
    const cases = [
      [{ format: 'pem', text: publicKey.export('pem') }, /Found: a block PUBLIC KEY with an SM2 public key/],
      [{ format: 'pem', text: 'nothing' }, /Found: /],
      [{ format: 'raw', bytes: root.bytes.subarray(1) }, /bytes that are no key document/],
      [{ format: 'raw', bytes: root.bytes.with(4, 0x31) }, /no key document/],
    ] as const
    for (const [input, found] of cases) {
      assert.match(throwsCode(() => readSm2Certificates(input), 'CRYPTO_KEY_INVALID').message, found)
    }
  })
})

describe('a chain of certificates', () => {
  it('holds from the certificate in question to the root, in any order, with or without the root in it', () => {
    const extra = made(stranger, party('other'), { extensions: [authority()] })
    for (const chain of [
      [leaf, between],
      [leaf, root, between],
      [leaf, extra, between, root],
    ]) {
      assert.equal(verifySm2Chain(chain, { root, at }).export('hex'), platform.publicKey.export('hex'))
    }
    assert.equal(verifySm2Chain([root], { root, at }).export('hex'), rootParty.publicKey.export('hex'))
  })

  it('does not hold for another root, without a link, or when a byte was changed', () => {
    refused([leaf], /Certificate 1 was issued neither by the root/)
    refused([leaf, between], /Certificate 2 was issued neither/, {
      root: made(rootParty, stranger, { extensions: [authority()] }),
    })
    const lookalike = { ...stranger, name: 'root' }
    refused([leaf, between], /Certificate 2/, { root: made(lookalike, lookalike, { extensions: [authority()] }) })
    for (const index of [leaf.bytes.length - 1, 60]) {
      const bytes = leaf.bytes.with(index, (leaf.bytes[index] ?? 0) ^ 1)
      assert.throws(() => verifySm2Chain([read(bytes), between], { root, at }))
    }
  })

  it('does not hold outside the validity of any part', () => {
    refused([leaf, between], /Certificate 1 is valid from 2025-01-01 on only/, { at: new Date('2024-12-31T23:59:59Z') })
    refused(
      [made(middle, platform, { notAfter: '270531235959Z' }), between],
      /Certificate 1 was valid until 2027-05-31/,
    )
    const old = made(rootParty, middle, { notAfter: '260101000000Z', extensions: [authority()] })
    refused([leaf, old], /Certificate 2 was valid until/)
    const oldRoot = made(rootParty, rootParty, { notAfter: '260101000000Z', extensions: [authority()] })
    refused([leaf, between], /The root was valid until/, { root: oldRoot })
  })

  it('does not hold through one that is no authority, may not sign, or stands too deep', () => {
    refused([made(platform, stranger), leaf, between], /Certificate 2 is not the certificate of an authority/)
    const noSigner = made(rootParty, middle, { extensions: [authority(), usage(0x80)] })
    refused([leaf, noSigner], /may not sign certificates by its key usage/)
    const lower = made(middle, platform, { extensions: [authority()] })
    refused([made(platform, stranger), lower, between], /Certificate 3 allows 0 authorities below it, not 1/)
  })

  it('does not hold with a critical extension that is unknown', () => {
    refused([made(middle, platform, { extensions: [unknown(true)] }), between], /critical extension 1\.2\.3\.4/)
  })

  it('does not hold under another user id or another algorithm', () => {
    const other = made(middle, platform, { userId: 'CA' })
    refused([other, between], /user id/)
    const options = { root: made(rootParty, rootParty, { extensions: [authority()] }), at, userId: 'CA' }
    assert.throws(() => verifySm2Chain([other, between], options))
    refused([made(middle, platform, { algorithm: '06082a8648ce3d040302' }), between], /not signed with SM2 and SM3/)
  })

  it('ends when certificates go in a circle', () => {
    const [a, b] = [party('a'), party('b')]
    const [first, second] = [made(b, a, { extensions: [authority()] }), made(a, b, { extensions: [authority()] })]
    refused([made(a, platform), first, second], /was issued neither/)
  })

  it('needs a list, a root and a date', () => {
    for (const work of [
      () => verifySm2Chain([], { root }),
      () => verifySm2Chain(untyped(leaf), { root }),
      () => verifySm2Chain([leaf], untyped({ root, roots: [] })),
      () => verifySm2Chain([leaf], { root, at: new Date(Number.NaN) }),
      () => verifySm2Chain([leaf], untyped({ root, at: '2027-01-01' })),
    ]) {
      throwsCode(work, 'CRYPTO_OPTION_INVALID')
    }
    throwsCode(() => verifySm2Chain([leaf], untyped({})), 'CRYPTO_BYTES_EXPECTED')
  })
})

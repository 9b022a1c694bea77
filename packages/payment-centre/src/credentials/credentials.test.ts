import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inspect } from 'node:util'
import { importSm2PrivateKey, importSm2PublicKey } from '@nationec/crypto/sm2'
import { type CentreCredentialsInput, createCentreCredentials, isCentreError } from '@nationec/payment-centre'
import { institution, platform } from '../fixtures/vectors.ts'

const bytes = (text: unknown): Buffer => Buffer.from(String(text), 'base64')
const base64 = (...parts: Uint8Array[]): string => Buffer.concat(parts).toString('base64')
const [privateBytes, publicBytes] = [bytes(institution.privateKey), bytes(institution.platformPublicKey)]
const privateKey = importSm2PrivateKey({ format: 'base64', text: String(institution.privateKey) })
const publicKey = importSm2PublicKey({ format: 'base64', text: String(institution.platformPublicKey) })

describe('credentials', () => {
  it('take keys in every form that platforms hand out', async () => {
    const centre = createCentreCredentials(platform)
    const signature = await centre.sign('hello')
    const privateForms = [
      base64(privateBytes),
      base64(Buffer.from([0]), privateBytes),
      ` ${base64(privateBytes).slice(0, 20)}\n${base64(privateBytes).slice(20)}\r\n`,
      privateKey.export('pem'),
      privateKey.export('pem').replaceAll('\n', '\\n'), // out of an environment variable
      privateKey.export('pem').replace(/-----.*-----/g, ''), // Java's getEncoded
      privateKey,
    ]
    const publicForms = [
      base64(publicBytes),
      base64(publicBytes.subarray(1)), // without the leading 04, as some platforms hand it out
      publicKey.export('pem'),
      publicKey.export('pem').replace(/-----.*-----/g, ''),
      publicKey,
    ]
    for (const form of privateForms) {
      const own = createCentreCredentials({ ...institution, privateKey: form })
      assert.ok(await centre.verify('text', await own.sign('text')))
    }
    for (const form of publicForms) {
      const own = createCentreCredentials({ ...institution, platformPublicKey: form })
      assert.ok(await own.verify('hello', signature))
      assert.equal(await own.verify('hullo', signature), false)
    }
  })

  it('say what was found in place of a key', () => {
    const input = { ...institution, privateKey: publicKey.export('pem') }
    assert.throws(
      () => createCentreCredentials(input),
      (error: unknown) => isCentreError(error) && /privateKey: .*Found: a block PUBLIC KEY/.test(error.message),
    )
  })

  it('take a private key without its leading zeros, as Java writes a number', async () => {
    for (const zeros of [1, 2]) {
      const whole = Buffer.from(privateBytes)
      whole.fill(0, 0, zeros)
      const { publicKey: itsOwn } = importSm2PrivateKey({ format: 'base64', text: base64(whole) })
      const own = createCentreCredentials({ ...institution, privateKey: base64(whole.subarray(zeros)) })
      const centre = createCentreCredentials({ ...platform, platformPublicKey: itsOwn })
      assert.ok(await centre.verify('text', await own.sign('text')))
    }
  })

  it('show no key and no secret when they are printed, inspected or serialised', () => {
    const credentials = createCentreCredentials(institution)
    const secrets = [institution.appSecret, String(institution.privateKey), privateBytes.toString('hex')]
    const shown = [
      JSON.stringify(credentials),
      JSON.stringify({ credentials }),
      String(credentials),
      inspect(credentials, { depth: 10, showHidden: true }),
      JSON.stringify(Object.entries(credentials)),
    ].join('\n')
    for (const secret of secrets) assert.equal(shown.toLowerCase().includes(secret.toLowerCase()), false)
  })

  it('are refused with the part that is wrong, and never with its content', () => {
    const bad: [part: string, input: Partial<Record<keyof CentreCredentialsInput, unknown>>][] = [
      ['appId', { appId: 'SHORT' }],
      ['appId', { appId: `${'A'.repeat(16)}中` }],
      ['appId', { appId: `${'A'.repeat(16)}&x=1` }],
      ['appId', { appId: undefined }],
      ['appSecret', { appSecret: '' }],
      ['appSecret', { appSecret: undefined }],
      ['privateKey', { privateKey: 'c2VjcmV0LXRleHQ=' }],
      ['privateKey', { privateKey: base64(Buffer.from([1]), privateBytes) }],
      ['privateKey', { privateKey: base64(Buffer.alloc(32)) }],
      ['privateKey', { privateKey: privateBytes.toString('hex') }],
      ['privateKey', { privateKey: undefined }],
      ['platformPublicKey', { platformPublicKey: base64(Buffer.from([4]), Buffer.alloc(64, 1)) }],
      ['platformPublicKey', { platformPublicKey: 'nonsense' }],
      ['platformPublicKey', { platformPublicKey: base64(publicBytes.subarray(0, 64)) }],
    ]
    for (const [part, change] of bad) {
      const input = { ...institution, ...change } as CentreCredentialsInput
      assert.throws(
        () => createCentreCredentials(input),
        (error: unknown) => {
          assert.ok(isCentreError(error, 'CENTRE_CREDENTIALS_INVALID'), `${part}: ${String(error)}`)
          assert.match(error.message, new RegExp(`${part}:`))
          const shown = `${inspect(error, { depth: 10 })}${JSON.stringify(error)}`
          const secrets = [institution.appSecret, institution.privateKey, change.privateKey].filter(
            (one) => one !== undefined && one !== '',
          )
          for (const secret of secrets) assert.equal(shown.includes(String(secret)), false, part)
          return true
        },
        part,
      )
    }
  })

  it('verify nothing that only looks like a signature', async () => {
    const credentials = createCentreCredentials(institution)
    const zero = base64(Buffer.alloc(64))
    for (const signature of ['', 'x', zero, `${zero}\n`, base64(Buffer.alloc(65)), base64(Buffer.alloc(70, 0x30))]) {
      assert.equal(await credentials.verify('text', signature), false)
    }
  })
})

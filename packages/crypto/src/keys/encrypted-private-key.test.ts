// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CryptoError, type CryptoErrorCode, generateSm2KeyPair, importSm2PrivateKey } from '@nationec/crypto'
import { decryptSm2PrivateKey } from '@nationec/crypto/keys'
import { untyped } from '../fixtures/errors.ts'
import { encryptedKeys, gmsslKeys, plainKeys, unreadKeys } from './fixtures/key-files.ts'

const expected = importSm2PrivateKey({ format: 'pem', text: plainKeys.pkcs8 }).export('hex')

async function refused(work: Promise<unknown>, code: CryptoErrorCode, text: RegExp): Promise<void> {
  await assert.rejects(work, (error: unknown) => {
    assert.ok(error instanceof CryptoError, String(error))
    assert.equal(error.code, code)
    assert.match(error.message, text)
    return true
  })
}

describe('a private key under a password', () => {
  for (const [title, text] of Object.entries(encryptedKeys)) {
    it(`is read: ${title}`, async () => {
      const key = await decryptSm2PrivateKey({ format: 'pem', text, password: '1234' })
      assert.equal(key.export('hex'), expected)
      const base64 = text.replace(/-----.*-----/g, '')
      const password = new TextEncoder().encode('1234')
      const again = await decryptSm2PrivateKey({ format: 'base64', text: base64, password })
      assert.equal(again.export('hex'), expected)
    })
  }

  it('is read as GmSSL itself wrote it', async () => {
    for (const { text, password } of gmsslKeys) {
      const key = await decryptSm2PrivateKey({ format: 'pem', text, password })
      assert.equal(key.export('raw').length, 32)
    }
  })

  it('is one error under another password, and when a byte of it was changed', async () => {
    for (const text of Object.values(encryptedKeys)) {
      for (const password of ['', '1235', '12345']) {
        await refused(decryptSm2PrivateKey({ format: 'pem', text, password }), 'CRYPTO_DECRYPTION_FAILED', /password/)
      }
      const changed = text.replace(/.(?=.{9}\n-----END)/, (letter) => (letter === 'A' ? 'B' : 'A'))
      assert.notEqual(changed, text)
      await refused(
        decryptSm2PrivateKey({ format: 'pem', text: changed, password: '1234' }),
        'CRYPTO_DECRYPTION_FAILED',
        /changed/,
      )
    }
  })

  it('encrypted in another way is named by it', async () => {
    for (const [name, text] of Object.entries(unreadKeys)) {
      await refused(
        decryptSm2PrivateKey({ format: 'pem', text, password: '1234' }),
        'CRYPTO_KEY_INVALID',
        new RegExp(name),
      )
    }
  })

  it('is named where it is none', async () => {
    const pem = generateSm2KeyPair().privateKey.export('pem')
    const cases = [
      [pem, /Found: a block PRIVATE KEY with an SM2 private key in PKCS#8/],
      ['', /Found: an empty text/],
      [Object.values(encryptedKeys).join(''), /Found: /],
    ] as const
    for (const [text, found] of cases) {
      await refused(decryptSm2PrivateKey({ format: 'pem', text, password: '1234' }), 'CRYPTO_KEY_INVALID', found)
    }
    const bytes = new Uint8Array(40)
    await refused(decryptSm2PrivateKey({ format: 'raw', bytes, password: '' }), 'CRYPTO_KEY_INVALID', /40 bytes/)
  })

  it('needs a password and a form that are given', async () => {
    const [text = ''] = Object.values(encryptedKeys)
    for (const input of [
      { format: 'pem', text },
      { format: 'pem', text, password: 1234 },
      { format: 'der', password: '' },
      undefined,
    ]) {
      await refused(decryptSm2PrivateKey(untyped(input)), 'CRYPTO_OPTION_INVALID', /./)
    }
    await refused(
      decryptSm2PrivateKey({ format: 'pem', text, password: '1' }, untyped({ iterations: 1 })),
      'CRYPTO_OPTION_INVALID',
      /iterations/,
    )
  })
})

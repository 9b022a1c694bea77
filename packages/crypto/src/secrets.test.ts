import assert from 'node:assert/strict'
import { it } from 'node:test'
import { inspect } from 'node:util'
import {
  bytesToBase64,
  CryptoError,
  createHmacSm3Key,
  createSm2KeyExchange,
  createSm4Key,
  generateSm2KeyPair,
  hexToBytes,
  importSm2PrivateKey,
} from '@nationec/crypto'
import { untyped } from './fixtures/errors.ts'
import { hex, sm2Vectors, utf8 } from './fixtures/vectors.ts'

const secret = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8'
/** What would give the secret away, in the ways in which programs print bytes. */
const traces = [
  secret.slice(0, 12),
  secret.slice(-12),
  bytesToBase64(hex(secret)).slice(0, 10),
  [...hex(secret)].slice(0, 4).join(','),
  [...hex(secret)].slice(0, 4).join(', '),
]
const shows = (text: string): boolean => traces.some((trace) => text.toLowerCase().includes(trace.toLowerCase()))

it('finds traces where there are some', () => {
  for (const leak of [secret, hex(secret), { key: hex(secret) }, [...hex(secret)]]) {
    assert.ok(shows(inspect(leak, { depth: 9 }).replace(/\s+/g, ' ')) || shows(JSON.stringify(leak)))
  }
})

it('keys show nothing of themselves when they are printed or serialised', () => {
  const privateKey = importSm2PrivateKey({ format: 'hex', text: secret })
  privateKey.sign(utf8('message'))
  const { publicKey } = generateSm2KeyPair()
  const keys = [
    privateKey,
    createSm4Key(hex(secret.slice(0, 32))),
    createHmacSm3Key(hex(secret)),
    createSm2KeyExchange({
      role: 'initiator',
      privateKey,
      peerPublicKey: publicKey,
      keyLength: 16,
      random: () => hex(secret),
    }),
  ]
  for (const key of keys) {
    const options = { depth: 9, showHidden: true, getters: false, maxArrayLength: 99 }
    for (const text of [String(key), inspect(key, options), JSON.stringify({ key }), Object.values(key).join()]) {
      assert.equal(shows(text.replace(/\s+/g, ' ')), false, text)
    }
  }
})

it('a private key cannot be cloned into an empty object', () => {
  const key = importSm2PrivateKey({ format: 'hex', text: secret })
  for (const value of [key, { key }, [key]]) {
    assert.throws(
      () => structuredClone(value),
      (error: unknown) => error instanceof Error && error.name === 'DataCloneError',
    )
  }
  assert.equal(JSON.stringify({ key }), '{"key":{}}')
})

it('errors hold nothing of what was given', () => {
  const privateKey = importSm2PrivateKey({ format: 'hex', text: secret })
  const works: readonly (() => unknown)[] = [
    () => importSm2PrivateKey({ format: 'hex', text: `${secret}zz` }),
    () => importSm2PrivateKey({ format: 'hex', text: `${secret}00` }),
    () => importSm2PrivateKey({ format: 'base64', text: secret }),
    () => importSm2PrivateKey({ format: 'pem', text: secret }),
    () =>
      importSm2PrivateKey({ format: 'jwk', jwk: untyped({ kty: 'EC', crv: 'SM2', d: secret, x: secret, y: secret }) }),
    () => importSm2PrivateKey(untyped({ format: secret, text: secret })),
    () => importSm2PrivateKey(untyped(secret)),
    () => createSm4Key(hex(secret)),
    () => createSm4Key(untyped(secret)),
    () => createHmacSm3Key(untyped(secret)),
    () => hexToBytes(`${secret}x`),
    () => privateKey.sign(untyped(secret)),
    () => privateKey.sign(utf8(secret), untyped({ userId: { secret } })),
    () => privateKey.decrypt(hex(secret), untyped({ format: secret })),
    () => privateKey.decrypt(hex(sm2Vectors.publicKey + secret), { format: 'C1C3C2', prefix04: true }),
    () => privateKey.export(untyped(secret)),
    () => generateSm2KeyPair({ provider: untyped(secret) }),
    () => generateSm2KeyPair({ random: () => hex(secret.repeat(2)) }),
  ]
  for (const [index, work] of works.entries()) {
    assert.throws(work, (error: unknown) => {
      assert.ok(error instanceof CryptoError, `${index}: ${String(error)}`)
      assert.equal('cause' in error, false)
      for (const text of [error.message, JSON.stringify(error), inspect(error)]) assert.equal(shows(text), false, text)
      return true
    })
  }
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  bytesToHex,
  generateSm2KeyPair,
  importSm2PrivateKey,
  importSm2PublicKey,
  type RandomSource,
} from '@nationec/crypto'
import { throwsCode, untyped } from '../fixtures/errors.ts'
import { bytes32, hex, N, sm2Vectors, utf8 } from '../fixtures/vectors.ts'

const zeros: RandomSource = (length) => new Uint8Array(length)
const keyWith = (random: RandomSource) =>
  importSm2PrivateKey({ format: 'hex', text: sm2Vectors.privateKey }, { random })
const rOf = (signature: Uint8Array): string => bytesToHex(signature.subarray(0, 32))

describe('a broken random source', () => {
  it('gives no key away by signing: nonces differ with the message and from key to key', () => {
    const key = keyWith(zeros)
    const signatures = ['one', 'two', 'three'].map((text) => key.sign(utf8(text)))
    assert.equal(new Set(signatures.map(rOf)).size, 3)
    for (const [index, text] of ['one', 'two', 'three'].entries()) {
      assert.equal(key.publicKey.verify(utf8(text), signatures[index] ?? new Uint8Array(0)), true)
    }
    // The same message again, in a fresh process so to speak: at worst the very same signature, which tells nothing new.
    assert.deepEqual(keyWith(zeros).sign(utf8('one')), signatures[0])
  })

  it('does not lead back to the nonce without the private key', () => {
    const nonces = [0n, 1n, 2n].map((d) => {
      const bytes = bytes32(d + 100n)
      return rOf(importSm2PrivateKey({ format: 'raw', bytes }, { random: zeros }).sign(utf8('one')))
    })
    assert.equal(new Set(nonces).size, 3)
  })

  it('makes no keys and no ciphertexts', () => {
    throwsCode(() => generateSm2KeyPair({ random: zeros }), 'CRYPTO_RANDOM_FAILED')
    const publicKey = importSm2PublicKey({ format: 'hex', text: sm2Vectors.publicKey }, { random: zeros })
    throwsCode(() => publicKey.encrypt(utf8('m'), { format: 'asn1' }), 'CRYPTO_RANDOM_FAILED')
  })

  it('is noticed when it gives too few bytes or none', () => {
    for (const bytes of [undefined, new Uint8Array(0), new Uint8Array(31), new Uint8Array(33), 'x'.repeat(32)]) {
      throwsCode(() => keyWith(() => untyped(bytes)).sign(utf8('m')), 'CRYPTO_RANDOM_FAILED')
      throwsCode(() => generateSm2KeyPair({ random: () => untyped(bytes) }), 'CRYPTO_RANDOM_FAILED')
    }
  })
})

describe('a good random source', () => {
  it('is asked again for what is out of range, and never bent into range', () => {
    const offered = [bytes32(0n), bytes32(N), bytes32(N - 1n), bytes32((1n << 256n) - 1n), bytes32(7n)]
    const { privateKey } = generateSm2KeyPair({ random: () => offered.shift() ?? bytes32(0n) })
    assert.equal(privateKey.export('hex'), bytesToHex(bytes32(7n)))
  })

  it('makes every signature another one', () => {
    const key = keyWith((length) => crypto.getRandomValues(new Uint8Array(length)))
    assert.equal(new Set(Array.from({ length: 20 }, () => rOf(key.sign(utf8('m'))))).size, 20)
  })

  it('is asked for 32 bytes at a time', () => {
    const lengths: number[] = []
    keyWith((length) => {
      lengths.push(length)
      return hex('5a'.repeat(length))
    }).sign(utf8('m'))
    assert.deepEqual(lengths, [32])
  })
})

describe('the only source', () => {
  it('is the one that was given: with the same bytes every provider makes the very same key, signature and ciphertext', () => {
    const made = (['fast', 'sm-crypto'] as const).map((provider) => {
      const random: RandomSource = (length) => new Uint8Array(length).fill(0x5a)
      const { privateKey, publicKey } = generateSm2KeyPair({ provider, random })
      const results = [
        privateKey.sign(utf8('m')),
        privateKey.sign(utf8('m')),
        publicKey.encrypt(utf8('m'), { format: 'asn1' }),
      ]
      return [privateKey.export('hex'), ...results.map(bytesToHex)]
    })
    assert.deepEqual(made[0], made[1])
    assert.notEqual(made[0]?.[1], made[0]?.[2])
  })
})

// @runtimes node
import assert from 'node:assert/strict'
import { describe } from 'node:test'
import fc from 'fast-check'
import { it } from '../../../../../../scripts/deep-kit.ts'
import { builtIn } from '../../../fixtures/built-in.ts'
import { createFastSm2 } from '../sm2.ts'
import { bytesOf } from './fixtures/bytes.ts'
import { privateKeys, scalars, seed } from './fixtures/numbers.ts'

const fast = createFastSm2()
const openssl = builtIn('node').sm2Signature
const zs = fc.uint8Array({ minLength: 32, maxLength: 32 })
const messages = fc.uint8Array({ maxLength: 200 })

describe(`against OpenSSL (seed ${seed})`, { skip: openssl === undefined }, () => {
  // Every test has a minute: the long run comes in pieces, each with a seed of its own.
  for (const piece of Array.from({ length: 5 }, (_, index) => seed + index)) {
    it(`7,500 signatures each way, a fifth of them with seed ${piece}`, () => {
      if (openssl === undefined) return
      fc.assert(
        fc.property(privateKeys, zs, messages, scalars, fc.nat({ max: 511 }), (d, z, message, k, bit) => {
          const key = bytesOf(d)
          const publicKey = fast.point.multiplyBase(key)
          const ours = fast.signature.signer(key).sign(z, message, () => bytesOf(k))
          const theirs = openssl.signer(key).sign(z, message, () => bytesOf(k))
          const verifier = fast.signature.verifier(publicKey, false)
          const theirVerifier = openssl.verifier(publicKey, false)
          assert.equal(theirVerifier.verify(z, message, ours), true)
          assert.equal(verifier.verify(z, message, theirs), true)
          const changed = theirs.slice()
          changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
          assert.equal(verifier.verify(z, message, changed), false)
        }),
        { numRuns: 1500, seed: piece },
      )
    })
  }
})

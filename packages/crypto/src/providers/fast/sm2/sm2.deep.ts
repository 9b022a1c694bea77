import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { smCryptoPoint, smCryptoSignature } from '../../sm-crypto/sm2.ts'
import { createFastSm2 } from '../sm2.ts'
import { bytesOf } from './fixtures/bytes.ts'
import { kernels } from './fixtures/kernels.ts'
import { hashes, privateKeys, scalars, seed } from './fixtures/numbers.ts'

const [wasm, portable] = kernels as [(typeof kernels)[number], (typeof kernels)[number]]
const zs = fc.uint8Array({ minLength: 32, maxLength: 32 })
const messages = fc.uint8Array({ maxLength: 100 })

/** Every test has a minute: the long runs come in pieces, each with a seed of its own. */
function pieces(count: number): number[] {
  return Array.from({ length: count }, (_, piece) => seed + piece)
}

describe(`the two kernels against each other (seed ${seed})`, () => {
  for (const pieceSeed of pieces(20)) {
    it(`100,000 cases of signing, verifying and multiplying, a twentieth of them with seed ${pieceSeed}`, () => {
      fc.assert(
        fc.property(privateKeys, hashes, scalars, (d, e, k) => {
          const [key, hash, scalar] = [bytesOf(d), bytesOf(e), bytesOf(k)]
          const publicKey = wasm.multiplyBase(key)
          assert.deepEqual(portable.multiplyBase(key), publicKey)
          assert.deepEqual(portable.multiply(publicKey, scalar), wasm.multiply(publicKey, scalar))
          const signature = wasm.signer(key).sign(hash, scalar)
          assert.deepEqual(portable.signer(key).sign(hash, scalar), signature)
          if (signature === undefined) return
          assert.equal(wasm.verifier(publicKey, false)(hash, signature), true)
          assert.equal(portable.verifier(publicKey, false)(hash, signature), true)
        }),
        { numRuns: 5000, seed: pieceSeed },
      )
    })
  }
})

describe(`against sm-crypto (seed ${seed})`, () => {
  for (const pieceSeed of pieces(8)) {
    it(`4,000 cases of signing and multiplying, an eighth of them with seed ${pieceSeed}`, () => {
      const fast = createFastSm2()
      fc.assert(
        fc.property(privateKeys, zs, messages, scalars, (d, z, message, k) => {
          const [key, nonce] = [bytesOf(d), () => bytesOf(k)]
          const publicKey = fast.point.multiplyBase(key)
          const signature = fast.signature.signer(key).sign(z, message, nonce)
          assert.deepEqual(smCryptoSignature.signer(key).sign(z, message, nonce), signature)
          assert.equal(smCryptoSignature.verifier(publicKey, false).verify(z, message, signature), true)
          assert.deepEqual(smCryptoPoint.multiply(publicKey, bytesOf(k)), fast.point.multiply(publicKey, bytesOf(k)))
        }),
        { numRuns: 500, seed: pieceSeed },
      )
    })
  }
})

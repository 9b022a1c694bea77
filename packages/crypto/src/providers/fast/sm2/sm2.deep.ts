import assert from 'node:assert/strict'
import { describe } from 'node:test'
import fc from 'fast-check'
import { it } from '../../../../../../scripts/deep-kit.ts'
import { bytesOf } from './fixtures/bytes.ts'
import { kernels } from './fixtures/kernels.ts'
import { hashes, privateKeys, scalars, seed } from './fixtures/numbers.ts'

const [wasm, portable] = kernels as [(typeof kernels)[number], (typeof kernels)[number]]

describe(`the two kernels against each other (seed ${seed})`, () => {
  // Every test has a minute: the long run comes in pieces, each with a seed of its own.
  for (const pieceSeed of Array.from({ length: 5 }, (_, piece) => seed + piece)) {
    it(`10,000 cases of signing, verifying and multiplying, a fifth of them with seed ${pieceSeed}`, () => {
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
        { numRuns: 2000, seed: pieceSeed },
      )
    })
  }
})

import assert from 'node:assert/strict'
import { describe } from 'node:test'
import { bytesToHex, createSm4Key } from '@nationec/crypto'
import { it } from '../../../scripts/deep-kit.ts'
import { crossSm2Points, crossSm2Signatures, crossSm3, crossSm4 } from './fixtures/crossed.ts'
import { crossOpenssl, opensslMissing } from './fixtures/openssl.ts'
import { passedProviders } from './fixtures/passed-providers.ts'
import { hex, sm4MillionTimes } from './fixtures/vectors.ts'

const seed = Number(process.env['NATIONEC_SEED'] ?? 20_261_123)
const without = (part: 'sm2Signature' | 'sm2Point') => passedProviders(part).filter((name) => name !== 'sm-crypto')

describe(`long campaigns over the algorithms (seed ${seed})`, () => {
  it('SM3 and HMAC: 10,000 messages, all providers', () => crossSm3({ numRuns: 10_000, seed }))
  it('SM4 in five modes: 10,000 messages, all providers', () => crossSm4({ numRuns: 10_000, seed }))

  // Every test has a minute: what takes long comes in pieces, each with a seed of its own.
  for (const third of Array(3).keys()) {
    const piece = seed + third
    it(`SM2 signatures: 3,000, all providers but the slow one, a third of them with seed ${piece}`, () =>
      crossSm2Signatures({ numRuns: 1000, seed: piece }, without('sm2Signature')))
    it(`SM2 points: 3,000, all providers but the slow one, a third of them with seed ${piece}`, () =>
      crossSm2Points({ numRuns: 1000, seed: piece }, without('sm2Point')))
    it(`SM2 signatures and points: 60, the slow provider among them, a third of them with seed ${piece}`, () => {
      crossSm2Signatures({ numRuns: 20, seed: piece })
      crossSm2Points({ numRuns: 20, seed: piece })
    })
    it(`the openssl command: 90 of everything, the third ${third} of them`, { skip: opensslMissing() ?? false }, () =>
      crossOpenssl(30, 30 * third),
    )
  }

  for (const provider of passedProviders('sm4')) {
    it(`SM4: the standard’s block encrypted a million times, by ${provider}`, () => {
      const bytes = hex('0123456789abcdeffedcba9876543210')
      const key = createSm4Key(bytes, { provider })
      let block = bytes
      for (let round = 0; round < 1_000_000; round += 1) block = key.encrypt(block, { mode: 'ecb', padding: 'none' })
      assert.equal(bytesToHex(block), sm4MillionTimes)
    })
  }
})

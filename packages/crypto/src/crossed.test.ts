// @everyday none
import { describe, it } from 'node:test'
import { crossSm2Points, crossSm2Signatures, crossSm3, crossSm4 } from './fixtures/crossed.ts'

const seed = 20_261_123

describe('all providers that passed here give the same', () => {
  it('for SM3', () => crossSm3({ numRuns: 200, seed }))
  it('for SM4', () => crossSm4({ numRuns: 100, seed }))
  it('for SM2 signatures', () => crossSm2Signatures({ numRuns: 10, seed }))
  it('for SM2 points', () => crossSm2Points({ numRuns: 6, seed }))
  it('for many SM2 signatures of the provider that auto takes', () =>
    crossSm2Signatures({ numRuns: 300, seed }, ['auto']))
  it('for many SM2 points of the provider that auto takes', () => crossSm2Points({ numRuns: 200, seed }, ['auto']))
})

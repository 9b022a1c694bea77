import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { bytesToHex } from '../../bytes/hex.ts'
import { bytesFrom, oracles } from './fixtures/oracles.ts'
import { finish } from './sm3/finish.ts'
import { initialise } from './sm3/initial.ts'
import { fastSm3 } from './sm3.ts'

const text = (value: string) => new TextEncoder().encode(value)

describe('SM3 in unrolled TypeScript', () => {
  it('hashes the examples of the standard', () => {
    assert.equal(
      bytesToHex(fastSm3.hash(text('abc'))),
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    )
    assert.equal(
      bytesToHex(fastSm3.hash(text('abcd'.repeat(16)))),
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    )
  })

  for (const { name, sm3 } of oracles) {
    const skip = sm3 === undefined && `${name} has no SM3 with HMAC here`

    it(`agrees with ${name} at every length from 0 to 300, and in between a memory`, { skip }, () => {
      const memory = bytesFrom(1, 310)
      for (let length = 0; length <= 300; length += 1) {
        const message = memory.subarray(length % 8, (length % 8) + length)
        assert.deepEqual(fastSm3.hash(message), sm3?.hash(message), `${length}`)
      }
    })

    it(`agrees with ${name} on HMAC with every length of key from 0 to 150`, { skip }, () => {
      for (let length = 0; length <= 150; length += 1) {
        const key = bytesFrom(2, length)
        const [mine, other] = [fastSm3.hmac(key), sm3?.hmac(key)]
        for (const message of [bytesFrom(3, length), bytesFrom(4, 300 - length)]) {
          assert.deepEqual(mine.code(message), other?.code(message), `${length}`)
        }
      }
    })
  }

  it('gives the same in parts of any size, with digests taken on the way', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), (parts) => {
        const state = fastSm3.start()
        let whole = new Uint8Array(0)
        for (const part of parts) {
          state.update(part)
          whole = Uint8Array.of(...whole, ...part)
          assert.deepEqual(state.digest(), fastSm3.hash(whole))
        }
      }),
      { numRuns: 200, seed: 20_261_123 },
    )
  })

  it('keeps running states and keys apart', () => {
    const [one, other] = [fastSm3.start(), fastSm3.start()]
    const [macOne, macOther] = [fastSm3.hmac(text('one')), fastSm3.hmac(text('other'))]
    one.update(text('ab'))
    other.update(text('x'))
    const tag = macOne.code(text('m'))
    assert.notDeepEqual(macOther.code(text('m')), tag)
    assert.deepEqual(macOne.code(text('m')), tag)
    one.update(text('c'))
    assert.deepEqual(one.digest(), fastSm3.hash(text('abc')))
  })

  it('writes the length of a message in 64 bits', () => {
    const states = [1, 1 + 2 ** 29].map((length) => {
      const state = initialise(new Int32Array(8))
      finish(state, new Uint8Array(0), 0, length)
      return state
    })
    assert.notDeepEqual(states[0], states[1])
  })

  it('gives memory of its own and changes none', () => {
    const message = bytesFrom(5, 100)
    const before = message.slice()
    const hash = fastSm3.hash(message)
    hash.fill(0)
    assert.deepEqual(message, before)
    assert.notDeepEqual(fastSm3.hash(message), hash)
  })
})

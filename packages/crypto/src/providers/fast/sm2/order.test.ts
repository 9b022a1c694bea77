import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { bytesOf, integerOf } from './fixtures/bytes.ts'
import { inverse, modulo, N } from './fixtures/curve.ts'
import { hashes, scalars, seed } from './fixtures/numbers.ts'
import { createNumber, fromBytes, toBytes } from './portable/limbs.ts'
import { INTO_ORDER, orderAdd, orderMultiply, orderSubtract } from './portable/order.ts'
import { orderInvert } from './portable/order-invert.ts'

const R = 2n ** 264n

function number(value: bigint): Float64Array {
  const limbs = createNumber()
  fromBytes(limbs, bytesOf(value))
  return limbs
}

function run(calculate: (out: Float64Array) => void): bigint {
  const out = createNumber()
  calculate(out)
  const bytes = new Uint8Array(32)
  toBytes(bytes, 0, out)
  return integerOf(bytes)
}

describe('arithmetic modulo the order: TypeScript', () => {
  it('multiplies in Montgomery form', () => {
    fc.assert(
      fc.property(hashes, scalars, (a, b) => {
        assert.equal(
          run((out) => orderMultiply(out, number(a), number(b))),
          (a * b * inverse(R, N)) % N,
        )
      }),
      { numRuns: 2000, seed },
    )
  })

  it('adds numbers below 2^256 and subtracts numbers below n', () => {
    fc.assert(
      fc.property(hashes, hashes, scalars, scalars, (a, b, c, d) => {
        assert.equal(
          run((out) => orderAdd(out, number(a), number(b))),
          (a + b) % N,
        )
        assert.equal(
          run((out) => orderSubtract(out, number(c), number(d))),
          modulo(c - d, N),
        )
      }),
      { numRuns: 2000, seed },
    )
  })

  it('inverts', () => {
    fc.assert(
      fc.property(scalars, (a) => {
        const result = run((out) => {
          orderMultiply(out, number(a), INTO_ORDER)
          orderInvert(out, out)
        })
        assert.equal(result, (inverse(a, N) * R) % N)
      }),
      { numRuns: 300, seed },
    )
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { bytesOf, integerOf } from './fixtures/bytes.ts'
import { inverse, modulo, P } from './fixtures/curve.ts'
import { instantiateSm2 } from './fixtures/kernels.ts'
import { edgeElements, elements, seed } from './fixtures/numbers.ts'
import { fieldFromBytes, fieldIsZero, fieldToBytes } from './portable/field.ts'
import { invert } from './portable/invert.ts'
import { createNumber } from './portable/limbs.ts'
import { multiply, square } from './portable/multiply.ts'

interface Field {
  readonly name: string
  multiply(left: bigint, right: bigint): bigint
  square(value: bigint): bigint
  invert(value: bigint): bigint
  /** The Montgomery product of raw limbs, which need not be carried. */
  multiplyLimbs(left: readonly number[], right: readonly number[]): bigint
  readonly limbs: number
  readonly bits: number
  /** The largest limbs that the point formulas multiply with each other. */
  readonly largest: readonly [number, number]
}

const wasm = instantiateSm2()
const memory = new DataView(wasm.memory.buffer)
const bytes = new Uint8Array(wasm.memory.buffer)
const [first, second, result, raw] = [0, 64, 128, 192].map((offset) => wasm.keyTable() + offset) as [
  number,
  number,
  number,
  number,
]

function wasmRead(): bigint {
  wasm.fieldToBytes(raw, result)
  return integerOf(bytes.slice(raw, raw + 32))
}

function wasmWrite(number: number, value: bigint): void {
  bytes.set(bytesOf(value), raw)
  wasm.fieldFromBytes(number, raw)
}

const wasmField: Field = {
  name: 'WebAssembly, 29-bit limbs',
  multiply(left, right) {
    wasmWrite(first, left)
    wasmWrite(second, right)
    wasm.fieldMultiply(result, first, second)
    return wasmRead()
  },
  square(value) {
    wasmWrite(first, value)
    wasm.fieldSquare(result, first)
    return wasmRead()
  },
  invert(value) {
    wasmWrite(first, value)
    wasm.fieldInvert(result, first)
    return wasmRead()
  },
  multiplyLimbs(left, right) {
    for (const [i, limb] of left.entries()) memory.setInt32(first + 4 * i, limb, true)
    for (const [i, limb] of right.entries()) memory.setInt32(second + 4 * i, limb, true)
    wasm.fieldMultiply(result, first, second)
    return wasmRead()
  },
  limbs: 9,
  bits: 29,
  largest: [Math.floor(2 ** 29 * 1.13), Math.floor(2 ** 30 * 1.13)],
}

const [left, right, product] = [createNumber(), createNumber(), createNumber()]

function portableRead(): bigint {
  const out = new Uint8Array(32)
  fieldToBytes(out, 0, product)
  return integerOf(out)
}

const portableField: Field = {
  name: 'TypeScript, 24-bit limbs',
  multiply(a, b) {
    fieldFromBytes(left, bytesOf(a))
    fieldFromBytes(right, bytesOf(b))
    multiply(product, left, right)
    return portableRead()
  },
  square(value) {
    fieldFromBytes(left, bytesOf(value))
    square(product, left)
    return portableRead()
  },
  invert(value) {
    fieldFromBytes(left, bytesOf(value))
    invert(product, left)
    return portableRead()
  },
  multiplyLimbs(a, b) {
    left.set(a)
    right.set(b)
    multiply(product, left, right)
    return portableRead()
  },
  limbs: 11,
  bits: 24,
  largest: [3 * 2 ** 23, 3 * 2 ** 23],
}

for (const field of [wasmField, portableField]) {
  describe(`field of sm2p256v1: ${field.name}`, () => {
    /** What a Montgomery product leaves out. */
    const factor = inverse(2n ** BigInt(field.bits * field.limbs), P)
    const numberOf = (limbs: readonly number[]): bigint =>
      limbs.reduce((sum, limb, i) => sum + BigInt(limb) * 2n ** BigInt(field.bits * i), 0n)

    it('multiplies every pair of edge values', () => {
      for (const a of edgeElements) {
        for (const b of edgeElements) assert.equal(field.multiply(a, b), (a * b) % P, `${a} · ${b}`)
      }
    })

    it('squares and inverts every edge value', () => {
      for (const a of edgeElements) {
        assert.equal(field.square(a), (a * a) % P, `${a}²`)
        assert.equal(field.invert(a), a === 0n ? 0n : inverse(a, P), `1/${a}`)
      }
    })

    it('multiplies, squares and inverts what chance brings', () => {
      fc.assert(
        fc.property(elements, elements, (a, b) => {
          assert.equal(field.multiply(a, b), (a * b) % P)
          assert.equal(field.square(a), (a * a) % P)
          if (a > 0n) assert.equal(field.invert(a), inverse(a, P))
        }),
        { numRuns: 1000, seed },
      )
    })

    it('takes 32 bytes of p and more as what they are modulo p', () => {
      for (const a of [P, P + 1n, 2n ** 256n - 1n]) assert.equal(field.multiply(a, 1n), a % P)
    })

    it('is exact for the largest uncarried limbs, of either sign', () => {
      const [large, larger] = field.largest
      const limbs = (most: number): fc.Arbitrary<number[]> =>
        fc.array(fc.oneof(fc.constantFrom(-most, most), fc.integer({ min: -most, max: most })), {
          minLength: field.limbs,
          maxLength: field.limbs,
        })
      // The highest limb stays small: numbers lie within a few times p.
      const number = (most: number): fc.Arbitrary<number[]> =>
        limbs(most).map((list) => [...list.slice(0, -1), Math.trunc((list.at(-1) ?? 0) / 64)])
      const check = (a: readonly number[], b: readonly number[]): void => {
        const expected = modulo(numberOf(a) * numberOf(b) * factor, P)
        assert.equal(field.multiplyLimbs(a, b), modulo(expected * factor, P))
      }
      const full = (limb: number): number[] => [...Array<number>(field.limbs - 1).fill(limb), Math.trunc(limb / 64)]
      for (const sign of [1, -1]) check(full(large), full(sign * larger))
      fc.assert(fc.property(number(large), number(larger), check), { numRuns: 1000, seed })
    })
  })
}

describe('field of sm2p256v1: zero', () => {
  it('is seen in every shape', () => {
    const p = Array.from({ length: 11 }, (_, i) => Number((P >> BigInt(24 * i)) & 0xffffffn))
    for (const times of [-3, -2, -1, 0, 1, 2, 3]) {
      assert.equal(fieldIsZero(Float64Array.from(p, (limb) => limb * times)), 1, `${times} p`)
    }
    assert.equal(fieldIsZero(Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)), 0)
  })
})

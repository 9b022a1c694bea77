// @everyday none
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { bytesToHex } from '../../../bytes/hex.ts'
import { bytesOf, pointBytes, pointHex } from './fixtures/bytes.ts'
import { add, G, multiply, N, negative, type Point } from './fixtures/curve.ts'
import { kernels } from './fixtures/kernels.ts'
import { edgeScalars, scalars, seed } from './fixtures/numbers.ts'

function finite(point: Point | undefined): Point {
  if (point === undefined) throw new Error('the point at infinity')
  return point
}

/** k · G for all edge scalars, calculated once. */
const multiples = new Map(edgeScalars.map((k) => [k, finite(multiply(G, k))]))
const any = finite(multiply(G, 0x1234_5678_9abc_def0_1234_5678_9abc_def0n))
const [minusG, minusAny] = [finite(negative(G)), finite(negative(any))]
const points = fc.constantFrom(G, any, minusG, ...[...multiples.values()].slice(0, 40))

for (const kernel of kernels) {
  describe(`points of sm2p256v1: ${kernel.name}`, () => {
    const sum = (left: Point, right: Point): string | undefined => {
      const bytes = kernel.add(pointBytes(left), pointBytes(right))
      return bytes && bytesToHex(bytes)
    }
    const base = (k: bigint): string => bytesToHex(kernel.multiplyBase(bytesOf(k)))
    const times = (point: Point, k: bigint): string => bytesToHex(kernel.multiply(pointBytes(point), bytesOf(k)))

    it('multiplies the generator by every edge scalar', () => {
      for (const [k, expected] of multiples) assert.equal(base(k), pointHex(expected), `${k.toString(16)} · G`)
    })

    it('multiplies the generator as any other point by every edge scalar', () => {
      for (const [k, expected] of multiples) assert.equal(times(G, k), pointHex(expected), `${k.toString(16)} · G`)
    })

    it('multiplies other points by the edge scalars near the order', () => {
      for (const k of [...edgeScalars.slice(0, 10), ...edgeScalars.slice(70, 110)]) {
        assert.equal(times(any, k), pointHex(multiply(any, k)), `${k.toString(16)} · P`)
      }
    })

    it('multiplies the generator and a prepared point together, by every edge scalar, with points in turns', () => {
      const [byAny, byG] = [kernel.prepared(pointBytes(any)), kernel.prepared(pointBytes(G))]
      for (const [k, expected] of multiples) {
        const [one, other] = [byAny(bytesOf(k)), byG(bytesOf(k))]
        assert.equal(bytesToHex(one.base), pointHex(expected), `${k.toString(16)} · G`)
        assert.equal(one.multiple && bytesToHex(one.multiple), times(any, k), `${k.toString(16)} · P`)
        assert.deepEqual(other, { base: one.base, multiple: one.base })
      }
    })

    it('multiplies what chance brings', () => {
      fc.assert(
        fc.property(points, scalars, (point, k) => {
          assert.equal(base(k), pointHex(multiply(G, k)))
          assert.equal(times(point, k), pointHex(multiply(point, k)))
        }),
        { numRuns: 60, seed },
      )
    })

    it('adds different, equal and opposite points', () => {
      assert.equal(sum(G, any), pointHex(add(G, any)))
      assert.equal(sum(G, G), pointHex(add(G, G)))
      assert.equal(sum(any, any), pointHex(add(any, any)))
      assert.equal(sum(any, minusAny), undefined)
      assert.equal(sum(minusG, G), undefined)
      fc.assert(
        fc.property(points, points, (left, right) => {
          assert.equal(sum(left, right), pointHex(add(left, right)))
        }),
        { numRuns: 300, seed },
      )
    })

    it('gives (j + k) · G for j · G + k · G', () => {
      fc.assert(
        fc.property(scalars, scalars, (j, k) => {
          const both = kernel.add(kernel.multiplyBase(bytesOf(j)), kernel.multiplyBase(bytesOf(k)))
          const total = (j + k) % N
          assert.deepEqual(both, total === 0n ? undefined : kernel.multiplyBase(bytesOf(total)))
        }),
        { numRuns: 300, seed },
      )
    })

    it('gives (j · k) · G for j · (k · G)', () => {
      fc.assert(
        fc.property(scalars, scalars, (j, k) => {
          const product = kernel.multiply(kernel.multiplyBase(bytesOf(k)), bytesOf(j))
          assert.deepEqual(product, kernel.multiplyBase(bytesOf((j * k) % N)))
        }),
        { numRuns: 300, seed },
      )
    })

    it('leaves what it was given and shares no memory with it', () => {
      const scalar = bytesOf(5n)
      const point = pointBytes(any)
      const first = kernel.multiply(point, scalar)
      const kept = first.slice()
      kernel.multiply(point, bytesOf(6n))
      kernel.multiplyBase(scalar)
      assert.deepEqual(first, kept)
      assert.deepEqual(scalar, bytesOf(5n))
      assert.deepEqual(point, pointBytes(any))
    })
  })
}

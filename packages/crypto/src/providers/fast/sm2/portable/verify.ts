import type { KernelVerifier } from '../kernel.ts'
import { pointFromBytes } from './affine.ts'
import { buildComb, combAddPublic, windowMultiply } from './comb.ts'
import { belowPrime, fieldIsZero, intoField } from './field.ts'
import { generatorComb } from './generator.ts'
import { add, carry, createNumber, fromBytes, isZero, subtract, toBytes } from './limbs.ts'
import { multiply, square } from './multiply.ts'
import { N, orderAdd, orderSubtract } from './order.ts'
import { createAffinePoint, createPoint, isInfinity, wipePoint } from './point.ts'
import type { Table } from './table.ts'

const ZERO = createNumber()
const sum = createPoint()
const t = createNumber()
const x = createNumber()
const product = createNumber()

/** Verifies by GB/T 32918.2, 7.1, with a table of the key from the first use on if it is to be prepared. */
export function createVerifier(publicKey: Uint8Array, prepare: boolean): KernelVerifier {
  const key = createAffinePoint()
  pointFromBytes(key, publicKey)
  let table: Table | undefined
  const tBytes = new Uint8Array(32)
  return (e, signature) => {
    const r = signature.subarray(0, 32)
    const s = signature.subarray(32)
    fromBytes(t, r)
    fromBytes(x, s)
    orderAdd(t, t, x)
    if (isZero(t)) return false
    toBytes(tBytes, 0, t)
    if (prepare) {
      table ??= buildComb(key)
      wipePoint(sum)
      combAddPublic(sum, table, tBytes)
    } else {
      windowMultiply(sum, key, tBytes)
    }
    combAddPublic(sum, generatorComb(), s)
    return matches(e, r)
  }
}

/**
 * Whether (e + x) mod n is r, for the x of the sum. Without an inversion: x is (r − e) mod n or that plus n, and is
 * compared as X = x · Z².
 */
function matches(e: Uint8Array, r: Uint8Array): boolean {
  if (isInfinity(sum)) return false
  fromBytes(t, e)
  orderAdd(t, t, ZERO)
  fromBytes(x, r)
  orderSubtract(x, x, t)
  if (isX()) return true
  add(x, x, N)
  carry(x)
  // Above p, x would not be a coordinate; it may not pass for x − p either.
  return belowPrime(x) && isX()
}

function isX(): boolean {
  square(t, sum.z)
  intoField(product, x)
  multiply(product, product, t)
  subtract(product, product, sum.x)
  return fieldIsZero(product) === 1
}

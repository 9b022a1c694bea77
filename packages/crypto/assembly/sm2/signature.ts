import { entryFromBytes, normalise } from './affine'
import { fromBytes, toBytes } from './bytes'
import { buildComb, combAddPublic, combMultiply } from './comb'
import { belowPrime, fieldZeroMask, intoField, outOfField } from './field'
import {
  ENTRY,
  GENERATOR_COMB,
  HASH,
  KEY_COMB,
  OUT,
  POINT,
  SCALAR,
  SIGNATURE,
  SIGNER_KEY,
  SUM,
  temporary,
} from './layout'
import { add, carry, put, SIZE, subtract, zeroMask } from './limbs'
import { multiply, square } from './multiply'
import { INTO_ORDER, N, orderAdd, orderMultiply, orderSubtract } from './order'
import { orderInvert } from './order-invert'
import { isInfinity } from './point'
import { wnafMultiplyBoth } from './wnaf'

/** SIGNER_KEY = 1/(1 + d) in Montgomery form, from the private key in SCALAR. */
export function prepareSigner(): void {
  const key = temporary(8)
  const one = temporary(9)
  memory.fill(one, 0, SIZE)
  put(one, 0, 1)
  fromBytes(key, SCALAR)
  orderAdd(key, key, one)
  orderMultiply(key, key, INTO_ORDER)
  orderInvert(SIGNER_KEY, key)
}

/**
 * GB/T 32918.2, 6.1 with the nonce in SCALAR and the hash value in HASH: r ‖ s to OUT. False if another nonce is needed.
 *
 * s = (k − r·d) / (1 + d) is computed as (k + r) / (1 + d) − r.
 */
export function sign(): bool {
  combMultiply(GENERATOR_COMB, SCALAR)
  normalise(SUM)
  const r = temporary(8)
  const s = temporary(9)
  const k = temporary(10)
  fromBytes(r, HASH)
  outOfField(s, SUM)
  orderAdd(r, r, s)
  fromBytes(k, SCALAR)
  orderAdd(k, k, r)
  orderMultiply(s, k, SIGNER_KEY)
  orderSubtract(s, s, r)
  toBytes(OUT, r)
  toBytes(OUT + 32, s)
  return !(zeroMask(r) | zeroMask(k) | zeroMask(s))
}

/** GB/T 32918.2, 7.1 for the hash value in HASH, r ‖ s in SIGNATURE and the key in POINT. */
export function verify(): bool {
  if (!addToScalar()) return false
  wnafMultiplyBoth(SIGNATURE + 32, SCALAR, POINT)
  return matches()
}

/** The same with the comb of the key, which lies in KEY_COMB. */
export function verifyPrepared(): bool {
  if (!addToScalar()) return false
  memory.fill(SUM, 0, 3 * SIZE)
  combAddPublic(GENERATOR_COMB, SIGNATURE + 32)
  combAddPublic(KEY_COMB, SCALAR)
  return matches()
}

/** Fills KEY_COMB for the public key in POINT. */
export function prepareKey(): void {
  entryFromBytes(ENTRY, POINT)
  buildComb(KEY_COMB)
}

/** SCALAR = t = (r + s) mod n; false if it is zero. */
function addToScalar(): bool {
  const t = temporary(8)
  const s = temporary(9)
  fromBytes(t, SIGNATURE)
  fromBytes(s, SIGNATURE + 32)
  orderAdd(t, t, s)
  toBytes(SCALAR, t)
  return !zeroMask(t)
}

/**
 * Whether (e + x) mod n is r, for the x of SUM. Without an inversion: x is (r − e) mod n or that plus n, and is compared
 * as X = x · Z².
 */
function matches(): bool {
  if (isInfinity(SUM)) return false
  const x = temporary(8)
  const e = temporary(9)
  const none = temporary(10)
  memory.fill(none, 0, SIZE)
  fromBytes(e, HASH)
  orderAdd(e, e, none)
  fromBytes(x, SIGNATURE)
  orderSubtract(x, x, e)
  if (isX(x)) return true
  add(x, x, N)
  carry(x)
  // Above p, x would not be a coordinate; it may not pass for x − p either.
  return belowPrime(x) && isX(x)
}

function isX(x: usize): bool {
  const product = temporary(11)
  const zz = temporary(12)
  square(zz, SUM + 2 * SIZE)
  intoField(product, x)
  multiply(product, product, zz)
  subtract(product, product, SUM)
  return fieldZeroMask(product) != 0
}

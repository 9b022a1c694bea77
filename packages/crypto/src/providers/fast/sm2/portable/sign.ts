import type { KernelSigner } from '../kernel.ts'
import { normalise } from './affine.ts'
import { combMultiply } from './comb.ts'
import { outOfField } from './field.ts'
import { generatorComb } from './generator.ts'
import { createNumber, fromBytes, isZero, toBytes } from './limbs.ts'
import { INTO_ORDER, orderAdd, orderMultiply, orderSubtract } from './order.ts'
import { orderInvert } from './order-invert.ts'
import { createPoint, wipePoint } from './point.ts'

const ONE = Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
const sum = createPoint()
const r = createNumber()
const s = createNumber()
const k = createNumber()

/** Signs by s = (k + r) / (1 + d) − r, which is (k − r·d) / (1 + d) of GB/T 32918.2, 6.1. */
export function createSigner(privateKey: Uint8Array): KernelSigner {
  const inverse = createNumber()
  fromBytes(k, privateKey)
  orderAdd(k, k, ONE)
  orderMultiply(k, k, INTO_ORDER)
  orderInvert(inverse, k)
  return {
    sign(e, nonce) {
      combMultiply(sum, generatorComb(), nonce)
      normalise(sum)
      fromBytes(r, e)
      outOfField(s, sum.x)
      orderAdd(r, r, s)
      fromBytes(k, nonce)
      orderAdd(k, k, r)
      orderMultiply(s, k, inverse)
      orderSubtract(s, s, r)
      if (isZero(r) | isZero(k) | isZero(s)) return undefined
      const signature = new Uint8Array(64)
      toBytes(signature, 0, r)
      toBytes(signature, 32, s)
      return signature
    },
    wipe() {
      inverse.fill(0)
    },
  }
}

export function wipeSignature(): void {
  wipePoint(sum)
  for (const number of [r, s, k]) number.fill(0)
}

import type { Sm2Kernel } from '../kernel.ts'
import { normalise, pointFromBytes, pointToBytes, wipeAffine } from './affine.ts'
import { buildComb, combMultiply, windowMultiply, wipeComb } from './comb.ts'
import { wipeField } from './field.ts'
import { generatorComb } from './generator.ts'
import { wipeInvert } from './invert.ts'
import { wipeOrder } from './order.ts'
import {
  addEntryPublic,
  createAffinePoint,
  createPoint,
  isInfinity,
  setPoint,
  wipePoint,
  wipePointArithmetic,
} from './point.ts'
import { createSigner, wipeSignature } from './sign.ts'
import { createVerifier } from './verify.ts'
import { wipeWindows } from './windows.ts'

/** SM2 in TypeScript alone, for where WebAssembly is missing or forbidden. */
export function createPortableKernel(): Sm2Kernel {
  const sum = createPoint()
  const point = createAffinePoint()

  /** Runs a calculation with secrets and leaves none of them in the numbers that the calculations share. */
  function secretly<Result>(calculate: () => Result): Result {
    try {
      return calculate()
    } finally {
      wipePoint(sum)
      wipeSecrets()
    }
  }

  return {
    name: 'portable',
    multiplyBase(scalar) {
      return secretly(() => {
        combMultiply(sum, generatorComb(), scalar)
        normalise(sum)
        return pointToBytes(sum)
      })
    },
    multiply(bytes, scalar) {
      return secretly(() => {
        pointFromBytes(point, bytes)
        windowMultiply(sum, point, scalar)
        normalise(sum)
        return pointToBytes(sum)
      })
    },
    prepared(bytes) {
      const key = createAffinePoint()
      pointFromBytes(key, bytes)
      const table = buildComb(key)
      return (scalar) => ({
        base: this.multiplyBase(scalar),
        multiple: secretly(() => {
          combMultiply(sum, table, scalar)
          normalise(sum)
          return pointToBytes(sum)
        }),
      })
    },
    add(left, right) {
      pointFromBytes(point, left)
      setPoint(sum, point)
      pointFromBytes(point, right)
      addEntryPublic(sum, point)
      if (isInfinity(sum)) return undefined
      normalise(sum)
      return pointToBytes(sum)
    },
    signer(privateKey) {
      const signer = secretly(() => createSigner(privateKey))
      return { sign: (e, nonce) => secretly(() => signer.sign(e, nonce)), wipe: signer.wipe }
    },
    verifier: createVerifier,
  }
}

function wipeSecrets(): void {
  wipeAffine()
  wipeComb()
  wipeField()
  wipeInvert()
  wipeOrder()
  wipePointArithmetic()
  wipeSignature()
  wipeWindows()
}

import { hexToBytes } from '../../../../bytes/hex.ts'
import { pointFromBytes } from './affine.ts'
import { buildComb } from './comb.ts'
import { createAffinePoint } from './point.ts'
import type { Table } from './table.ts'

/** GB/T 32918.5: the generator G of sm2p256v1. */
const X = '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7'
const Y = 'bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0'

let comb: Table | undefined

/** Its table, built at the first use. */
export function generatorComb(): Table {
  if (comb === undefined) {
    const generator = createAffinePoint()
    pointFromBytes(generator, hexToBytes(X + Y))
    comb = buildComb(generator)
  }
  return comb
}

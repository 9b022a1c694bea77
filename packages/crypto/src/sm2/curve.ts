import { concatBytes } from '../bytes/concat.ts'
import { hexToBytes } from '../bytes/hex.ts'
import { integerToBytes } from '../bytes/integer.ts'

/** GB/T 32918.5: the curve sm2p256v1, y² = x³ + ax + b modulo p, of prime order n. */
export const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn
export const A = P - 3n
export const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n
export const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n

const BASE_POINT =
  '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0'

/** a ‖ b ‖ xG ‖ yG, as Z takes them (GB/T 32918.2 clause 5.5). */
export function curveParameters(): Uint8Array {
  return concatBytes(integerToBytes(A), integerToBytes(B), hexToBytes(BASE_POINT))
}

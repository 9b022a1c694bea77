import { concatBytes } from '../bytes/concat.ts'
import type { Sm3Engine } from '../provider/provider.ts'

/** PBKDF2 (RFC 8018 clause 5.2) with HMAC-SM3, for a key of at most 32 bytes: one block. */
export function pbkdf2Sm3(
  sm3: Sm3Engine,
  password: Uint8Array,
  salt: Uint8Array,
  iterations: number,
  length: number,
): Uint8Array {
  const mac = sm3.hmac(password)
  let last = mac.code(concatBytes(salt, Uint8Array.of(0, 0, 0, 1)))
  const sum = last.slice()
  for (let count = 1; count < iterations; count += 1) {
    last = mac.code(last)
    for (let index = 0; index < 32; index += 1) sum[index] = (sum[index] ?? 0) ^ (last[index] ?? 0)
  }
  mac.wipe()
  return sum.subarray(0, length)
}

import { concatBytes } from '../bytes/concat.ts'
import type { Sm3Engine } from '../provider/provider.ts'

/** KDF of GB/T 32918.4 clause 5.4.3: SM3(Z ‖ 1) ‖ SM3(Z ‖ 2) …, cut to `length` bytes. */
export function deriveKey(sm3: Sm3Engine, z: Uint8Array, length: number): Uint8Array {
  const input = concatBytes(z, new Uint8Array(4))
  const counter = new DataView(input.buffer, z.length)
  const key = new Uint8Array(length)
  for (let at = 0, count = 1; at < length; at += 32, count += 1) {
    counter.setUint32(0, count)
    const block = sm3.hash(input)
    key.set(at + 32 <= length ? block : block.subarray(0, length - at), at)
  }
  input.fill(0)
  return key
}

/** Whether a derived key is nothing but zeros, which the standard forbids. An empty one is not. */
export function isAllZero(key: Uint8Array): boolean {
  let any = 0
  for (const byte of key) any |= byte
  return key.length > 0 && any === 0
}

import { hexToBytes } from '../bytes/hex.ts'

/** n − 1, the greatest nonce, and n − 2, the greatest private key: 1 + d must have an inverse (GB/T 32918.1 clause 6.1). */
const LAST_NONCE = hexToBytes('fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54122')
const LAST_PRIVATE_KEY = hexToBytes('fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54121')

/** Whether 32 bytes are a private key: 1 ≤ d ≤ n − 2. The time does not depend on d. */
export function isPrivateKey(bytes: Uint8Array): boolean {
  return inRange(bytes, LAST_PRIVATE_KEY)
}

/** Whether 32 bytes are a nonce, or the r or s of a signature: 1 ≤ k ≤ n − 1. The time does not depend on k. */
export function isScalar(bytes: Uint8Array): boolean {
  return inRange(bytes, LAST_NONCE)
}

function inRange(bytes: Uint8Array, last: Uint8Array): boolean {
  let borrow = 0
  let any = 0
  for (let index = 31; index >= 0; index -= 1) {
    const byte = bytes[index] ?? 0
    any |= byte
    borrow = ((last[index] ?? 0) - byte - borrow) >>> 31
  }
  return any !== 0 && borrow === 0
}

import { bytesToHex, hexToBytes } from './hex.ts'

/**
 * 32 bytes, most significant first; for a bigint, and for the numbers of a library. For public values only: the time of
 * these numbers depends on them.
 */
export function integerToBytes(value: { toString(radix: number): string }): Uint8Array {
  return hexToBytes(value.toString(16).padStart(64, '0'))
}

/** The number that bytes stand for, most significant first; 0 for none. */
export function bytesToInteger(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${bytesToHex(bytes)}`)
}

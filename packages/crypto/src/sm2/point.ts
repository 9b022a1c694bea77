import { concatBytes } from '../bytes/concat.ts'
import { copyBytes } from '../bytes/copy.ts'
import { bytesToInteger, integerToBytes } from '../bytes/integer.ts'
import { A, B, P } from './curve.ts'

/**
 * Reads a point: 64 bytes x ‖ y, 65 with 04 in front, 33 compressed with 02 or 03. Gives 64 bytes, or `undefined` for
 * anything that is not a point of the curve: a coordinate that is p or more, another prefix, infinity. Points are public.
 */
export function decodePoint(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length === 33) return decompress(bytes)
  if (bytes.length === 65 && bytes[0] !== 4) return undefined
  if (bytes.length !== 64 && bytes.length !== 65) return undefined
  // Copied before it is checked: what was checked is what is kept.
  const point = copyBytes(bytes.subarray(-64))
  return isOnCurve(point) ? point : undefined
}

/** @param point 64 bytes x ‖ y */
export function isOnCurve(point: Uint8Array): boolean {
  const x = bytesToInteger(point.subarray(0, 32))
  const y = bytesToInteger(point.subarray(32))
  return x < P && y < P && (y * y - rightSide(x)) % P === 0n
}

/** 33 bytes: 02 or 03 for the parity of y, then x. */
export function compressPoint(point: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(2 + ((point[63] ?? 0) & 1)), point.subarray(0, 32))
}

function decompress(bytes: Uint8Array): Uint8Array | undefined {
  const [prefix] = bytes
  if (prefix !== 2 && prefix !== 3) return undefined
  const x = bytesToInteger(bytes.subarray(1))
  if (x >= P) return undefined
  const square = rightSide(x) % P
  // p = 3 modulo 4, so this is the root where there is one.
  const root = power(square, (P + 1n) / 4n)
  if ((root * root) % P !== square) return undefined
  const odd = prefix === 3
  const y = (root & 1n) === (odd ? 1n : 0n) ? root : P - root
  return concatBytes(integerToBytes(x), integerToBytes(y))
}

function rightSide(x: bigint): bigint {
  return ((x * x + A) * x + B) % P
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  let square = base
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % P
    square = (square * square) % P
  }
  return result
}

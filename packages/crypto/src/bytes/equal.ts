import { expectBytes } from './expect.ts'

/**
 * Compares bytes without stopping at the first difference, so that the time tells nothing about where they differ. Only
 * the lengths are compared openly.
 */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  expectBytes(left, 'left')
  expectBytes(right, 'right')
  if (left.length !== right.length) return false
  let difference = 0
  for (let index = 0; index < left.length; index += 1) difference |= (left[index] ?? 0) ^ (right[index] ?? 0)
  return difference === 0
}

/**
 * Joins bytes into one fresh array.
 *
 * @example
 * ```ts
 * import { concatBytes } from '@nationec/crypto'
 *
 * console.log(concatBytes(Uint8Array.of(4), Uint8Array.of(1, 2)).length) // 3
 * ```
 */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const part of parts) length += part.length
  const joined = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/** Made at the first use, so that a bundle without a reader of texts carries none. */
let strict: InstanceType<typeof TextDecoder> | undefined

/**
 * The text of bytes that are UTF-8 from beginning to end; a byte order mark stays.
 *
 * @returns `undefined` when they are not
 * @example
 * ```ts
 * import { decodeUtf8 } from '@nationec/errors'
 *
 * console.log(decodeUtf8(Uint8Array.of(0xe5, 0x8c, 0xbb))) // 医
 * console.log(decodeUtf8(Uint8Array.of(0xff))) // undefined
 * ```
 */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  // Fatal: U+FFFD in the place of a byte would pass for text. A mark at the start is a character like any other.
  strict ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  try {
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}

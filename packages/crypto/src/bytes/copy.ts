/**
 * The same bytes in memory of their own. Not `slice`: that of a Node Buffer copies nothing, and what is kept or written to
 * would be the caller's memory.
 */
export function copyBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}

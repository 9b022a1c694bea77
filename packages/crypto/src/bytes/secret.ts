/**
 * Memory for a secret, all zeros. Not on the heap, where engines keep small arrays: a collection moves those, and leaves
 * the old bytes behind where no one can overwrite them.
 */
export function secretBytes(length: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new ArrayBuffer(length))
}

/** Moves bytes into memory for a secret: the first array is overwritten. */
export function secretMoved(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const moved = secretCopy(bytes)
  bytes.fill(0)
  return moved
}

/** The same bytes in memory for a secret. */
export function secretCopy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = secretBytes(bytes.length)
  copy.set(bytes)
  return copy
}

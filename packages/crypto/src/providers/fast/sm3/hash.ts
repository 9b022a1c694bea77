import { compressWhole, finish, toBytes } from './finish.ts'
import { initialise } from './initial.ts'

let shared: Int32Array | undefined

/** The SM3 hash of a whole message, 32 bytes. */
export function hash(message: Uint8Array): Uint8Array {
  // One state for all calls, which never overlap: making a typed array takes as long as hashing a block.
  shared ??= new Int32Array(8)
  const state = initialise(shared)
  finish(state, message, compressWhole(state, message), message.length)
  return toBytes(state)
}

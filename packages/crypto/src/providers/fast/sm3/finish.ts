import { compressSm3 } from '../generated/sm3-compress.ts'

const BLOCK = 64

/** The last one or two blocks of a message, with its padding; shared by all calls, which never overlap. */
interface Tail {
  readonly bytes: Uint8Array
  readonly view: DataView
}

let shared: Tail | undefined

/** Made at the first use: importing the package does no work. */
function sharedTail(): Tail {
  if (shared === undefined) {
    const bytes = new Uint8Array(2 * BLOCK)
    shared = { bytes, view: new DataView(bytes.buffer) }
  }
  return shared
}

/** Takes the whole blocks of the message into the state and returns how many bytes they were. */
export function compressWhole(state: Int32Array, message: Uint8Array, from = 0): number {
  const count = Math.floor((message.length - from) / BLOCK)
  if (count > 0) {
    compressSm3(state, new DataView(message.buffer, message.byteOffset, message.byteLength), from, count)
  }
  return count * BLOCK
}

/**
 * Ends a message (GB/T 32905, section 5.2): takes in its last `message.length - from` bytes, fewer than a block, the
 * padding and its length. The state is then the hash value.
 *
 * @param length of the whole message, in bytes
 */
export function finish(state: Int32Array, message: Uint8Array, from: number, length: number): void {
  const { bytes, view } = sharedTail()
  const left = message.length - from
  const blocks = left < BLOCK - 8 ? 1 : 2
  for (let index = 0; index < left; index += 1) bytes[index] = message[from + index] as number
  bytes[left] = 0x80
  bytes.fill(0, left + 1, blocks * BLOCK - 8)
  view.setUint32(blocks * BLOCK - 8, Math.floor(length / 0x2000_0000))
  view.setUint32(blocks * BLOCK - 4, length << 3)
  compressSm3(state, view, 0, blocks)
}

/** The outer hash of HMAC: ends a message of the block that `before` is the state behind, and the hash value in `state`. */
export function finishOuter(state: Int32Array, before: Int32Array): void {
  const { bytes, view } = sharedTail()
  for (let index = 0; index < 8; index += 1) view.setInt32(index * 4, state[index] as number)
  bytes[32] = 0x80
  bytes.fill(0, 33, BLOCK - 4)
  view.setUint32(BLOCK - 4, (BLOCK + 32) * 8)
  state.set(before)
  compressSm3(state, view, 0, 1)
}

/** Removes what the last call left behind. */
export function wipeTail(): void {
  sharedTail().bytes.fill(0)
}

/** The hash value, 32 bytes. */
export function toBytes(state: Int32Array): Uint8Array {
  const hash = new Uint8Array(32)
  for (let index = 0; index < 8; index += 1) {
    const word = state[index] as number
    hash[index * 4] = word >>> 24
    hash[index * 4 + 1] = word >>> 16
    hash[index * 4 + 2] = word >>> 8
    hash[index * 4 + 3] = word
  }
  return hash
}

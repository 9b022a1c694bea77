// GCM (NIST SP 800-38D) with a nonce of 12 bytes, piece by piece through `DATA`.
import { cryptBatch, prepareKeys } from './batch'
import { cryptCounters } from './counter'
import { hashBlocks } from './ghash'
import { BLOCK, DATA, HASH, HASH_KEY, ROWS_READY, STREAM, TAG_MASK } from './memory'
import { hashManyBlocks } from './vector-ghash'

/** Takes the nonce from `BLOCK`; leaves H, the mask of the tag and the first counter. */
export function gcmStart(): void {
  prepareKeys()
  store<u32>(BLOCK, bswap(1 as u32), 12)
  memory.fill(STREAM, 0, 256)
  memory.copy(STREAM + 16, BLOCK, 16)
  cryptBatch(STREAM, STREAM, 32)
  memory.copy(HASH_KEY, STREAM, 16)
  memory.copy(TAG_MASK, STREAM + 16, 16)
  memory.fill(HASH, 0, 16)
  store<u32>(ROWS_READY, 0)
  store<u32>(BLOCK, bswap(2 as u32), 12)
}

/** Hashes `length` bytes of `DATA`, filled up with zeros: all but the last piece are whole blocks. */
export function gcmHash(length: usize): void {
  const whole = (length + 15) & ~15
  memory.fill(DATA + length, 0, whole - length)
  let done: usize = 0
  if (ASC_FEATURE_SIMD) done = hashManyBlocks(DATA, whole)
  hashBlocks(DATA + done, (whole - done) >> 4)
}

export function gcmEncrypt(length: usize): void {
  cryptCounters(length, true)
  gcmHash(length)
}

export function gcmDecrypt(length: usize): void {
  gcmHash(length)
  cryptCounters(length, true)
}

/** The tag, to `BLOCK`, for these lengths in bytes: whole numbers, which a float holds exactly. */
export function gcmTag(associatedLength: f64, length: f64): void {
  store<u64>(BLOCK, bswap((associatedLength as u64) << 3))
  store<u64>(BLOCK, bswap((length as u64) << 3), 8)
  hashBlocks(BLOCK, 1)
  store<u64>(BLOCK, load<u64>(HASH) ^ load<u64>(TAG_MASK))
  store<u64>(BLOCK, load<u64>(HASH, 8) ^ load<u64>(TAG_MASK, 8), 8)
}

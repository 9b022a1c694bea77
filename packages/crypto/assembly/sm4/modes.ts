// ECB, CBC and CTR (GB/T 17964) in place over the first `length` bytes of `DATA`.
import { cryptBatch, prepareKeys } from './batch'
import { cryptCounters } from './counter'
import { BATCH, BLOCK, DATA, STREAM } from './memory'
import { cryptBlock } from './tables'

/** Whole blocks; encryption or decryption by the order of the keys. */
export function ecb(length: usize): void {
  prepareKeys()
  for (let at: usize = 0; at < length; at += BATCH) cryptBatch(DATA + at, DATA + at, length - at)
}

@inline
function addBlock(to: usize, left: usize, right: usize): void {
  const high = load<u64>(left) ^ load<u64>(right)
  const low = load<u64>(left, 8) ^ load<u64>(right, 8)
  store<u64>(to, high)
  store<u64>(to, low, 8)
}

/** Whole blocks; `BLOCK` holds the block before the first one, and then the last one. */
export function cbcEncrypt(length: usize): void {
  for (let block = DATA; block < DATA + length; block += 16) {
    addBlock(BLOCK, BLOCK, block)
    cryptBlock(BLOCK, BLOCK)
    store<u64>(block, load<u64>(BLOCK))
    store<u64>(block, load<u64>(BLOCK, 8), 8)
  }
}

/** As {@link cbcEncrypt}; the blocks do not wait for each other. */
export function cbcDecrypt(length: usize): void {
  prepareKeys()
  for (let at: usize = 0; at < length; at += BATCH) {
    const batch = DATA + at
    const last = min(BATCH, length - at) - 16
    cryptBatch(batch, STREAM, length - at)
    const high = load<u64>(batch + last)
    const low = load<u64>(batch + last, 8)
    // From the last block to the first: each needs the ciphertext in front of it.
    for (let block = last; block > 0; block -= 16) addBlock(batch + block, STREAM + block, batch + block - 16)
    addBlock(batch, STREAM, BLOCK)
    store<u64>(BLOCK, high)
    store<u64>(BLOCK, low, 8)
  }
}

/** Any length; `BLOCK` holds the counter, 128 bits of it, and then the one behind the last that was used. */
export function ctr(length: usize): void {
  prepareKeys()
  cryptCounters(length, false)
}

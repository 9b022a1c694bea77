// GHASH on sixteen blocks at once and in constant time: every sixteenth block belongs to one of sixteen sums, each of
// which is multiplied by H^16, the same for all. A product by a fixed factor is a sum of table rows, looked up by nibble.
import { hashBlocks } from './ghash'
import {
  BATCH, COLUMNS, HASH, HASH_KEY, HIGH_NIBBLES, HIGH_ROWS, LOW_NIBBLES, LOW_ROWS, PRODUCT, ROWS_READY, STREAM, SUMS,
} from './memory'
import { highNibbles, lookUp, nibbles } from './vector-sbox'
import { toColumns } from './vector-transpose'

/** What a byte beyond x^127 adds sixteen and fifteen places before it, for its low and its high nibble. */
const FOLDS = memory.data<u8>(
  [
    0, 1, 3, 2, 7, 6, 4, 5, 14, 15, 13, 12, 9, 8, 10, 11,
    0, 28, 56, 36, 112, 108, 72, 84, 225, 253, 217, 197, 145, 141, 169, 181,
    0, 194, 132, 70, 8, 202, 140, 78, 16, 210, 148, 86, 24, 218, 156, 94,
    0, 32, 64, 96, 128, 160, 192, 224, 0, 32, 64, 96, 128, 160, 192, 224,
  ],
  16,
)

/** Below this the preparation costs more than it saves. */
const LEAST: usize = 4 * BATCH

/** Row k of 256 bytes at `rows`: byte k of the products of H^16 and each nibble whose lowest power is x^`power`. */
function writeRows(rows: usize, power: i32): void {
  let high = bswap(load<u64>(HASH)), low = bswap(load<u64>(HASH, 8))
  memory.fill(STREAM, 0, BATCH)
  for (let bit = 0; bit < power + 4; bit += 1) {
    // The highest bit of a nibble stands for the lowest power.
    const digit = 8 >> (bit - power)
    if (bit >= power) {
      for (let nibble = 0; nibble < 16; nibble += 1) {
        if ((nibble & digit) === 0) continue
        const entry = STREAM + nibble * 16
        store<u64>(entry, load<u64>(entry) ^ bswap(high))
        store<u64>(entry, load<u64>(entry, 8) ^ bswap(low), 8)
      }
    }
    // Times x: a bit to the right, and what falls off comes back as x^7 + x^2 + x + 1.
    const fallen = 0 - (low & 1)
    low = (low >> 1) | (high << 63)
    high = (high >> 1) ^ (fallen & 0xe100000000000000)
  }
  toColumns(STREAM)
  memory.copy(rows, COLUMNS, BATCH)
}

/** Once for each message. */
function prepareRows(): void {
  if (load<u32>(ROWS_READY) !== 0) return
  const high = load<u64>(HASH), low = load<u64>(HASH, 8)
  // H^16 is what hashing H and fourteen blocks of zeros gives.
  memory.fill(STREAM, 0, BATCH)
  memory.copy(STREAM, HASH_KEY, 16)
  memory.fill(HASH, 0, 16)
  hashBlocks(STREAM, 15)
  writeRows(HIGH_ROWS, 0)
  writeRows(LOW_ROWS, 4)
  store<u64>(HASH, high)
  store<u64>(HASH, low, 8)
  store<u32>(ROWS_READY, 1)
}

@inline
function row(at: usize, low: v128, high: v128): v128 {
  return v128.xor(lookUp(v128.load(LOW_ROWS + at), low), lookUp(v128.load(HIGH_ROWS + at), high))
}

@inline
function addTo(place: usize, vector: v128): void {
  v128.store(place, v128.xor(v128.load(place), vector))
}

/** `PRODUCT` gets the 31 bytes of each sum times H^16: byte r of the table and byte k of a sum meet in byte r + k. */
function multiplySums(): void {
  const nibble = nibbles()
  for (let at: usize = 0; at < BATCH; at += 16) {
    const bytes = v128.load(SUMS + at)
    v128.store(LOW_NIBBLES + at, v128.and(bytes, nibble))
    v128.store(HIGH_NIBBLES + at, highNibbles(bytes, nibble))
  }
  memory.fill(PRODUCT, 0, 512)
  for (let at: usize = 0; at < BATCH; at += 64) {
    let one = i32x4.splat(0), two = one, three = one
    let place = PRODUCT + at
    for (let k: usize = 0; k < BATCH; k += 16) {
      const low = v128.load(LOW_NIBBLES + k), high = v128.load(HIGH_NIBBLES + k)
      addTo(place, v128.xor(one, row(at, low, high)))
      one = v128.xor(two, row(at + 16, low, high))
      two = v128.xor(three, row(at + 32, low, high))
      three = row(at + 48, low, high)
      place += 16
    }
    addTo(place, one)
    addTo(place + 16, two)
    addTo(place + 32, three)
  }
}

/** `SUMS` gets `PRODUCT`, of which the bytes beyond x^127 are folded back by x^128 = x^7 + x^2 + x + 1. */
function reduceProduct(): void {
  const nibble = nibbles()
  const ownLow = v128.load(FOLDS), ownHigh = v128.load(FOLDS, 16)
  const nextLow = v128.load(FOLDS, 32), nextHigh = v128.load(FOLDS, 48)
  for (let at: usize = 480; at >= BATCH; at -= 16) {
    const bytes = v128.load(PRODUCT + at)
    const low = v128.and(bytes, nibble), high = highNibbles(bytes, nibble)
    addTo(PRODUCT + at - 256, v128.xor(lookUp(ownLow, low), lookUp(ownHigh, high)))
    addTo(PRODUCT + at - 240, v128.xor(lookUp(nextLow, low), lookUp(nextHigh, high)))
  }
  memory.copy(SUMS, PRODUCT, BATCH)
}

/** `HASH` takes in whole batches of the `length` bytes, if they are worth it; returns how many bytes it took. */
export function hashManyBlocks(from: usize, length: usize): usize {
  if (length < LEAST) return 0
  prepareRows()
  memory.fill(SUMS, 0, BATCH)
  for (let k: usize = 0; k < 16; k += 1) store<u8>(SUMS + k * 16, load<u8>(HASH + k))
  const taken = length & ~(BATCH - 1)
  for (let at: usize = 0; at < taken; at += BATCH) {
    if (at > 0) {
      multiplySums()
      reduceProduct()
    }
    toColumns(from + at)
    for (let k: usize = 0; k < BATCH; k += 16) addTo(SUMS + k, v128.load(COLUMNS + k))
  }
  // The sum of block n of the last batch is still to be multiplied by H^(16 - n): what hashing them in turn does.
  memory.fill(HASH, 0, 16)
  toColumns(SUMS)
  hashBlocks(COLUMNS, 16)
  return taken
}

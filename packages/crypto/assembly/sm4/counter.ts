// The key stream of a counter block.
import { cryptBatch } from './batch'
import { BATCH, BLOCK, COLUMNS, DATA, STREAM } from './memory'
import { cryptColumns } from './vector-rounds'
import { fromReversedColumns } from './vector-transpose'

/** Adds one to the counter in `BLOCK`: to its last 32 bits (GCM), or to all 128 (CTR). */
function step(narrow: bool): void {
  if (narrow) {
    store<u32>(BLOCK, bswap(bswap(load<u32>(BLOCK, 12)) + 1), 12)
    return
  }
  const low = bswap(load<u64>(BLOCK, 8)) + 1
  store<u64>(BLOCK, bswap(low), 8)
  if (low === 0) store<u64>(BLOCK, bswap(bswap(load<u64>(BLOCK)) + 1))
}

/** The next counters, sixteen at most, block by block to `STREAM`. */
function writeCounters(length: usize, narrow: bool): void {
  for (let at: usize = 0; at < min(length, BATCH); at += 16) {
    store<u64>(STREAM + at, load<u64>(BLOCK))
    store<u64>(STREAM + at, load<u64>(BLOCK, 8), 8)
    step(narrow)
  }
}

/** The next sixteen counters as columns, where only the last byte differs: all but one in sixteen times. */
function writeCounterColumns(): void {
  for (let k: usize = 0; k < 16; k += 1) v128.store(COLUMNS + k * 16, v128.load8_splat(BLOCK + k))
  const steps = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
  v128.store(COLUMNS, i8x16.add(v128.load(COLUMNS, 240), steps), 240)
  store<u8>(BLOCK, load<u8>(BLOCK, 15) + 16, 15)
}

@inline
function nextStream(length: usize, narrow: bool): void {
  if (ASC_FEATURE_SIMD) {
    if (length >= BATCH && load<u8>(BLOCK, 15) < 240) {
      writeCounterColumns()
      cryptColumns()
      fromReversedColumns(STREAM)
      return
    }
  }
  writeCounters(length, narrow)
  cryptBatch(STREAM, STREAM, length)
}

/** Adds sixteen blocks of key stream to `place`. Behind the end of the message lies nothing that counts. */
@inline
function addStream(place: usize): void {
  if (ASC_FEATURE_SIMD) {
    for (let at: usize = 0; at < BATCH; at += 16) {
      v128.store(place + at, v128.xor(v128.load(place + at), v128.load(STREAM + at)))
    }
  } else {
    for (let at: usize = 0; at < BATCH; at += 8) {
      store<u64>(place + at, load<u64>(place + at) ^ load<u64>(STREAM + at))
    }
  }
}

/** Adds the key stream to `length` bytes of `DATA`; a broken last block uses its counter up. */
export function cryptCounters(length: usize, narrow: bool): void {
  for (let at: usize = 0; at < length; at += BATCH) {
    nextStream(length - at, narrow)
    addStream(DATA + at)
  }
}

// Sixteen blocks under the key, by vectors where the module is compiled with SIMD, by tables where it is not.
import { BATCH } from './memory'
import { cryptBlock } from './tables'
import { cryptColumns, foldKeys } from './vector-rounds'
import { fromReversedColumns, toColumns } from './vector-transpose'

/** To be called before the first batch under a key. */
@inline
export function prepareKeys(): void {
  if (ASC_FEATURE_SIMD) foldKeys()
}

/** The first `length` of 256 bytes at least; the vector code crypts them all. `from` and `to` may be the same. */
@inline
export function cryptBatch(from: usize, to: usize, length: usize): void {
  if (ASC_FEATURE_SIMD) {
    toColumns(from)
    cryptColumns()
    fromReversedColumns(to)
  } else {
    for (let at: usize = 0; at < min(length, BATCH); at += 16) cryptBlock(from + at, to + at)
  }
}

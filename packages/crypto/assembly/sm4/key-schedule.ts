// Key expansion of GB/T 32907, section 7.3.
import { BLOCK, KEYS } from './memory'
import { substitute } from './tables'
import {
  entryHigh, entryLow, exitP, exitQ, inverse, inverseTimesA, nibbles, substituteBytes,
} from './vector-sbox'

/** The system parameter FK. */
const SYSTEM = memory.data<u32>([0xa3b1bac6, 0x56aa3350, 0x677d9197, 0xb27022dc])

@inline
function substituteWord(word: u32): u32 {
  if (ASC_FEATURE_SIMD) {
    const bytes = substituteBytes(
      i32x4.splat(word), entryLow(), entryHigh(), inverse(), inverseTimesA(), exitP(), exitQ(), nibbles(),
    )
    return i32x4.extract_lane(bytes, 0) ^ 0xd3d3d3d3
  }
  return substitute(word)
}

/** Expands the 16-byte key in `BLOCK` into `KEYS`, for encryption. */
export function expandKey(): void {
  let first = bswap(load<u32>(BLOCK)) ^ load<u32>(SYSTEM)
  let second = bswap(load<u32>(BLOCK, 4)) ^ load<u32>(SYSTEM, 4)
  let third = bswap(load<u32>(BLOCK, 8)) ^ load<u32>(SYSTEM, 8)
  let fourth = bswap(load<u32>(BLOCK, 12)) ^ load<u32>(SYSTEM, 12)
  // The constants CK: byte j of CK i is (4i + j) · 7 mod 256.
  for (let index: u32 = 0; index < 32; index += 1) {
    const place = index * 28
    const constant =
      ((place & 255) << 24) | (((place + 7) & 255) << 16) | (((place + 14) & 255) << 8) | ((place + 21) & 255)
    const word = substituteWord(second ^ third ^ fourth ^ constant)
    const next = first ^ word ^ rotl(word, 13) ^ rotl(word, 23)
    store<u32>(KEYS + (index << 2), next)
    first = second
    second = third
    third = fourth
    fourth = next
  }
}

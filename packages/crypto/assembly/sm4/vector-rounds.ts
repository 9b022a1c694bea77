// The 32 rounds on sixteen blocks at once. The blocks lie in columns (column k: byte k of each block), so that a
// rotation by whole bytes is only another column.
import { COLUMNS, FOLDED_KEYS, KEYS } from './memory'
import {
  entryHigh, entryLow, exitP, exitQ, highSix, inverse, inverseTimesA, lowTwo, nibbles, substituteBytes,
} from './vector-sbox'

/**
 * What the constant of the S-box, 0xd3 in each byte, becomes behind the linear map: every new word is short of it. Words
 * 4 to 7 of the state are, words 8 to 11 are short of it twice, which is not at all, and so on; what a round sees of
 * that is the same for every block and is added to its key.
 */
const SHORT: u32 = 0x4f4f4f4f

/** Writes `FOLDED_KEYS` from `KEYS`; to be called before the first batch under a key. */
export function foldKeys(): void {
  const even = i32x4(0, SHORT, 0, SHORT)
  const odd = i32x4(SHORT, 0, SHORT, 0)
  for (let at: usize = 0; at < 128; at += 32) {
    v128.store(FOLDED_KEYS + at, v128.xor(v128.load(KEYS + at), even))
    v128.store(FOLDED_KEYS + at, v128.xor(v128.load(KEYS + at, 16), odd), 16)
  }
}

@inline
function sum(left: v128, right: v128): v128 {
  return v128.xor(left, right)
}

/** Column `k` of the input of a round: three words and the key, whose bytes lie the other way round. */
@inline
function column(second: usize, third: usize, fourth: usize, key: usize, k: usize): v128 {
  const words = sum(v128.load(second + k * 16), v128.load(third + k * 16))
  return sum(words, sum(v128.load(fourth + k * 16), v128.load8_splat(key + 3 - k)))
}

/** A column rotated to the left by two bits, of which two come from the column behind it. */
@inline
function rotated(own: v128, next: v128, six: v128, two: v128): v128 {
  return v128.or(v128.and(i32x4.shl(own, 2), six), v128.and(i32x4.shr_u(next, 6), two))
}

/** first ^= L(S(second ^ third ^ fourth ^ key)) with L(b) = b ^ rot24(b) ^ rot2(b ^ rot8(b) ^ rot16(b)). */
@inline
function round(first: usize, second: usize, third: usize, fourth: usize, key: usize): void {
  // Loaded anew in each round: held over all of them they drive the engines' register allocation to worse.
  const low = entryLow(), high = entryHigh(), inv = inverse(), invA = inverseTimesA()
  const outP = exitP(), outQ = exitQ(), nibble = nibbles(), six = highSix(), two = lowTwo()
  const b0 = substituteBytes(column(second, third, fourth, key, 0), low, high, inv, invA, outP, outQ, nibble)
  const b1 = substituteBytes(column(second, third, fourth, key, 1), low, high, inv, invA, outP, outQ, nibble)
  const b2 = substituteBytes(column(second, third, fourth, key, 2), low, high, inv, invA, outP, outQ, nibble)
  const b3 = substituteBytes(column(second, third, fourth, key, 3), low, high, inv, invA, outP, outQ, nibble)
  const b01 = sum(b0, b1), b12 = sum(b1, b2), b23 = sum(b2, b3), b30 = sum(b3, b0)
  const t0 = sum(b01, b2), t1 = sum(b1, b23), t2 = sum(b23, b0), t3 = sum(b3, b01)
  v128.store(first, sum(sum(v128.load(first), b30), rotated(t0, t1, six, two)))
  v128.store(first, sum(sum(v128.load(first, 16), b01), rotated(t1, t2, six, two)), 16)
  v128.store(first, sum(sum(v128.load(first, 32), b12), rotated(t2, t3, six, two)), 32)
  v128.store(first, sum(sum(v128.load(first, 48), b23), rotated(t3, t0, six, two)), 48)
}

/** Runs the rounds on `COLUMNS`; the words of the result stand there in reverse. */
export function cryptColumns(): void {
  const first = COLUMNS, second = COLUMNS + 64, third = COLUMNS + 128, fourth = COLUMNS + 192
  for (let key = FOLDED_KEYS; key < FOLDED_KEYS + 128; key += 16) {
    round(first, second, third, fourth, key)
    round(second, third, fourth, first, key + 4)
    round(third, fourth, first, second, key + 8)
    round(fourth, first, second, third, key + 12)
  }
}

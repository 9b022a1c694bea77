// The S-box of SM4 on 16 bytes at once, without a memory access or a branch that depends on them.
//
// The inversion in GF(2^8) is done in the tower GF(16)[t] with t^2 = at + 1, a = 2, by lookups of one nibble each: such
// a lookup is a permutation of a 16-byte vector. Write X = i + jt and k = i + j; then 1/p = (k + ai)/M and
// 1/q = (k + aj)/M with M = k^2 + aij. The code 128 stands for infinity and drops out of every lookup. The affine maps
// of GB/T 32907 around the inversion are part of the tables for entry and exit; its constant 0xd3 is left out and comes
// with the round keys instead.

const TABLES = memory.data<u8>(
  [
    // the affine map on entry, of the low and of the high nibble
    224, 2, 117, 151, 125, 159, 232, 10, 146, 112, 7, 229, 15, 237, 154, 120, 0, 46, 156, 178, 45, 3, 177, 159, 110, 64,
    242, 220, 67, 109, 223, 241,
    // 1/x and a/x in GF(16)
    128, 1, 9, 14, 13, 11, 7, 6, 15, 2, 12, 5, 10, 4, 3, 8, 128, 2, 1, 15, 9, 5, 14, 12, 13, 4, 11, 10, 7, 8, 6, 3,
    // the affine map on exit, of p and of q
    0, 102, 202, 44, 247, 119, 230, 128, 74, 189, 145, 91, 17, 61, 219, 172, 0, 16, 153, 108, 178, 87, 245, 229, 124,
    206, 162, 59, 71, 43, 222, 137,
    // masks: a nibble; what two bits to the left and six to the right leave of a byte
    15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 252, 252, 252, 252, 252, 252, 252, 252, 252, 252,
    252, 252, 252, 252, 252, 252, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
  ],
  16,
)

// The engines rebuild a constant vector from two integers wherever it is used; a load is faster.
@inline export function entryLow(): v128 { return v128.load(TABLES) }
@inline export function entryHigh(): v128 { return v128.load(TABLES, 16) }
@inline export function inverse(): v128 { return v128.load(TABLES, 32) }
@inline export function inverseTimesA(): v128 { return v128.load(TABLES, 48) }
@inline export function exitP(): v128 { return v128.load(TABLES, 64) }
@inline export function exitQ(): v128 { return v128.load(TABLES, 80) }
@inline export function nibbles(): v128 { return v128.load(TABLES, 96) }
@inline export function highSix(): v128 { return v128.load(TABLES, 112) }
@inline export function lowTwo(): v128 { return v128.load(TABLES, 128) }

/**
 * Sixteen lookups. The indices here are 0 … 15, or at least 128 for infinity, which gives 0. The relaxed form leaves
 * open what 16 … 127 give, and only that; it saves an instruction.
 */
@inline
export function lookUp(table: v128, indices: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return i8x16.relaxed_swizzle(table, indices)
  return i8x16.swizzle(table, indices)
}

// Shifted as words and masked: the shift of bytes has no instruction of its own on x86.
@inline
export function highNibbles(bytes: v128, nibble: v128): v128 {
  return v128.and(i32x4.shr_u(bytes, 4), nibble)
}

/** S(x) + 0xd3 for each byte. */
@inline
export function substituteBytes(
  bytes: v128, low: v128, high: v128, inv: v128, invA: v128, outP: v128, outQ: v128, nibble: v128,
): v128 {
  const mapped = v128.xor(lookUp(low, v128.and(bytes, nibble)), lookUp(high, highNibbles(bytes, nibble)))
  const i = highNibbles(mapped, nibble)
  const k = v128.and(mapped, nibble)
  const j = v128.xor(i, k)
  const a = lookUp(invA, k)
  const p = v128.xor(lookUp(inv, v128.xor(lookUp(inv, i), a)), j)
  const q = v128.xor(lookUp(inv, v128.xor(lookUp(inv, j), a)), i)
  return v128.xor(lookUp(outP, p), lookUp(outQ, q))
}

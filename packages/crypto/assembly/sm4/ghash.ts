// GHASH (NIST SP 800-38D, section 6.4) in constant time: the carry-less product by integer multiplication of words in
// which only every fourth bit may be set, so that no carry reaches the next one that counts.
import { HASH, HASH_KEY } from './memory'

/** The lower 64 bits of the carry-less product. */
function multiply(left: u64, right: u64): u64 {
  const l0 = left & 0x1111111111111111, l1 = left & 0x2222222222222222
  const l2 = left & 0x4444444444444444, l3 = left & 0x8888888888888888
  const r0 = right & 0x1111111111111111, r1 = right & 0x2222222222222222
  const r2 = right & 0x4444444444444444, r3 = right & 0x8888888888888888
  return (
    (((l0 * r0) ^ (l1 * r3) ^ (l2 * r2) ^ (l3 * r1)) & 0x1111111111111111) |
    (((l0 * r1) ^ (l1 * r0) ^ (l2 * r3) ^ (l3 * r2)) & 0x2222222222222222) |
    (((l0 * r2) ^ (l1 * r1) ^ (l2 * r0) ^ (l3 * r3)) & 0x4444444444444444) |
    (((l0 * r3) ^ (l1 * r2) ^ (l2 * r1) ^ (l3 * r0)) & 0x8888888888888888)
  )
}

/** The 64 bits in reverse: the upper half of a product is the lower half of the product of the reversed words. */
@inline
function reverse(word: u64): u64 {
  let bits = ((word & 0x5555555555555555) << 1) | ((word >> 1) & 0x5555555555555555)
  bits = ((bits & 0x3333333333333333) << 2) | ((bits >> 2) & 0x3333333333333333)
  bits = ((bits & 0x0f0f0f0f0f0f0f0f) << 4) | ((bits >> 4) & 0x0f0f0f0f0f0f0f0f)
  return bswap(bits)
}

/** `HASH` takes in `count` blocks: each is added, and the sum multiplied by H. */
export function hashBlocks(from: usize, count: usize): void {
  const h1 = bswap(load<u64>(HASH_KEY)), h0 = bswap(load<u64>(HASH_KEY, 8))
  const h1r = reverse(h1), h0r = reverse(h0)
  const h2 = h0 ^ h1, h2r = h0r ^ h1r
  let y1 = bswap(load<u64>(HASH)), y0 = bswap(load<u64>(HASH, 8))
  for (const end = from + count * 16; from < end; from += 16) {
    y1 ^= bswap(load<u64>(from))
    y0 ^= bswap(load<u64>(from, 8))
    const y1r = reverse(y1), y0r = reverse(y0)
    // Karatsuba: three products of halves instead of four, of the words and of the reversed words.
    const low = multiply(y0, h0), high = multiply(y1, h1)
    const middle = multiply(y0 ^ y1, h2) ^ low ^ high
    const lowR = multiply(y0r, h0r), highR = multiply(y1r, h1r)
    const middleR = multiply(y0r ^ y1r, h2r) ^ lowR ^ highR
    const z0 = low
    const z1 = middle ^ (reverse(lowR) >> 1)
    const z2 = high ^ (reverse(middleR) >> 1)
    const z3 = reverse(highR) >> 1
    // GHASH writes its bits the other way round, which moves the product by one.
    let v3 = (z3 << 1) | (z2 >> 63)
    let v2 = (z2 << 1) | (z1 >> 63)
    let v1 = (z1 << 1) | (z0 >> 63)
    const v0 = z0 << 1
    // x^128 = x^7 + x^2 + x + 1
    v2 ^= v0 ^ (v0 >> 1) ^ (v0 >> 2) ^ (v0 >> 7)
    v1 ^= (v0 << 63) ^ (v0 << 62) ^ (v0 << 57)
    v3 ^= v1 ^ (v1 >> 1) ^ (v1 >> 2) ^ (v1 >> 7)
    v2 ^= (v1 << 63) ^ (v1 << 62) ^ (v1 << 57)
    y1 = v3
    y0 = v2
  }
  store<u64>(HASH, bswap(y1))
  store<u64>(HASH, bswap(y0), 8)
}

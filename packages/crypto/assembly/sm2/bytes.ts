import { limb, MASK, put } from './limbs'

/** Reads 32 bytes, the highest first. */
export function fromBytes(out: usize, bytes: usize): void {
  const w0 = bswap<u64>(load<u64>(bytes, 24))
  const w1 = bswap<u64>(load<u64>(bytes, 16))
  const w2 = bswap<u64>(load<u64>(bytes, 8))
  const w3 = bswap<u64>(load<u64>(bytes))
  put(out, 0, w0 & MASK)
  put(out, 1, (w0 >> 29) & MASK)
  put(out, 2, ((w0 >> 58) | (w1 << 6)) & MASK)
  put(out, 3, (w1 >> 23) & MASK)
  put(out, 4, ((w1 >> 52) | (w2 << 12)) & MASK)
  put(out, 5, (w2 >> 17) & MASK)
  put(out, 6, ((w2 >> 46) | (w3 << 18)) & MASK)
  put(out, 7, (w3 >> 11) & MASK)
  put(out, 8, w3 >> 40)
}

/** Writes a carried number below 2^256 as 32 bytes, the highest first. */
export function toBytes(out: usize, number: usize): void {
  store<u64>(out, bswap<u64>(word3(number)))
  store<u64>(out, bswap<u64>(word2(number)), 8)
  store<u64>(out, bswap<u64>(word1(number)), 16)
  store<u64>(out, bswap<u64>(word0(number)), 24)
}

/** Writes a carried number below 2^256 as 32 bytes, the lowest first: the order in which its bits are read. */
export function toBits(out: usize, number: usize): void {
  store<u64>(out, word0(number))
  store<u64>(out, word1(number), 8)
  store<u64>(out, word2(number), 16)
  store<u64>(out, word3(number), 24)
}

function word0(number: usize): u64 {
  return limb(number, 0) | (limb(number, 1) << 29) | (limb(number, 2) << 58)
}

function word1(number: usize): u64 {
  return (limb(number, 2) >> 6) | (limb(number, 3) << 23) | (limb(number, 4) << 52)
}

function word2(number: usize): u64 {
  return (limb(number, 4) >> 12) | (limb(number, 5) << 17) | (limb(number, 6) << 46)
}

function word3(number: usize): u64 {
  return (limb(number, 6) >> 18) | (limb(number, 7) << 11) | (limb(number, 8) << 40)
}

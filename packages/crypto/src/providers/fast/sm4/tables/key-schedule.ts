import { rotate, sm4Tables } from './tables.ts'

/** The system parameter FK of GB/T 32907, section 7.3. */
const SYSTEM = [0xa3b1bac6, 0x56aa3350, 0x677d9197, 0xb27022dc] as const

/** 32 round keys in the order of encryption. */
export function expandKey(key: Uint8Array): Int32Array {
  const { sbox } = sm4Tables()
  const view = new DataView(key.buffer, key.byteOffset, key.byteLength)
  const words = SYSTEM.map((parameter, index) => view.getInt32(index * 4) ^ parameter)
  for (let round = 0; round < 32; round += 1) {
    const [first = 0, second = 0, third = 0, fourth = 0] = words.slice(round)
    const input = second ^ third ^ fourth ^ constant(round)
    let mixed = 0
    for (let shift = 0; shift < 32; shift += 8) mixed |= (sbox[(input >>> shift) & 255] ?? 0) << shift
    words.push(first ^ mixed ^ rotate(mixed, 13) ^ rotate(mixed, 23))
  }
  const keys = Int32Array.from(words.slice(4))
  words.fill(0)
  return keys
}

/** CK of section 7.3: byte j of the constant of round i is (4i + j) · 7 mod 256. */
function constant(round: number): number {
  let word = 0
  for (let byte = 0; byte < 4; byte += 1) word = (word << 8) | (((4 * round + byte) * 7) & 255)
  return word
}

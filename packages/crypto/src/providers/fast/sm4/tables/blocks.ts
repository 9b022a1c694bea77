import { sm4Tables } from './tables.ts'

/**
 * Crypts one block from `input` to `output`, both as views over bytes; encryption or decryption by the order of the keys.
 *
 * The lookups depend on secret bytes. The fallback where WebAssembly is not allowed; the index types are asserted because
 * a check of each lookup costs a fifth of the speed.
 */
export function createBlockCipher(): (
  keys: Int32Array,
  input: DataView,
  from: number,
  output: DataView,
  to: number,
) => void {
  const [lowest, second, third, highest] = sm4Tables().mixed
  const mix = (word: number) =>
    (lowest[word & 255] as number) ^
    (second[(word >>> 8) & 255] as number) ^
    ((third[(word >>> 16) & 255] as number) ^ (highest[word >>> 24] as number))
  return (keys, input, from, output, to) => {
    let a = input.getInt32(from)
    let b = input.getInt32(from + 4)
    let c = input.getInt32(from + 8)
    let d = input.getInt32(from + 12)
    // What a round adds goes straight into the input of the next one, next to a sum that is ready before.
    let ready = b ^ c ^ d
    let added = 0
    for (let round = 0; round < 32; round += 4) {
      added = mix(ready ^ (keys[round] as number) ^ added)
      ready = c ^ d ^ a ^ (keys[round + 1] as number)
      a ^= added
      added = mix(ready ^ added)
      ready = d ^ a ^ b ^ (keys[round + 2] as number)
      b ^= added
      added = mix(ready ^ added)
      ready = a ^ b ^ c ^ (keys[round + 3] as number)
      c ^= added
      added = mix(ready ^ added)
      ready = b ^ c ^ d
      d ^= added
    }
    output.setInt32(to, d)
    output.setInt32(to + 4, c)
    output.setInt32(to + 8, b)
    output.setInt32(to + 12, a)
  }
}

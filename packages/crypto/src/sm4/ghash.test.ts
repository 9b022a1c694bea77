import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { ghash } from './ghash.ts'

const number = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex').padStart(2, '0')}`)

/** NIST SP 800-38D algorithms 1 and 2, bit by bit. */
function reference(key: Uint8Array, parts: readonly Uint8Array[]): bigint {
  let y = 0n
  for (const part of parts) {
    for (let at = 0; at < part.length; at += 16) {
      const block = new Uint8Array(16)
      block.set(part.subarray(at, at + 16))
      const x = y ^ number(block)
      let v = number(key)
      y = 0n
      for (let bit = 127n; bit >= 0n; bit -= 1n) {
        if (((x >> bit) & 1n) === 1n) y ^= v
        v = (v & 1n) === 1n ? (v >> 1n) ^ (0xe1n << 120n) : v >> 1n
      }
    }
  }
  return y
}

it('multiplies as NIST SP 800-38D says', () => {
  const block = fc.oneof(
    fc.uint8Array({ minLength: 16, maxLength: 16 }),
    fc.constantFrom(new Uint8Array(16), new Uint8Array(16).fill(255), Uint8Array.of(128, ...new Uint8Array(15))),
  )
  fc.assert(
    fc.property(block, fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 3 }), (key, parts) => {
      assert.equal(number(ghash(key, ...parts)), reference(key, parts))
    }),
    { seed: 20_261_104, numRuns: 300 },
  )
})

it('reads views of larger memory', () => {
  const memory = Uint8Array.from({ length: 80 }, (_, index) => index)
  const [key, part] = [memory.subarray(3, 19), memory.subarray(21, 60)]
  assert.deepEqual(ghash(key, part), ghash(key.slice(), part.slice()))
})

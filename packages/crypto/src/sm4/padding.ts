import { cryptoError } from '../errors/make-error.ts'

const BLOCK = 16

/** PKCS#7: fills up to whole blocks, always by at least one byte. */
export function pad(plaintext: Uint8Array): Uint8Array {
  const count = BLOCK - (plaintext.length % BLOCK)
  const padded = new Uint8Array(plaintext.length + count).fill(count, plaintext.length)
  padded.set(plaintext)
  return padded
}

/**
 * Takes the padding off. Everything that can be wrong with it is one and the same error, found without an early exit: an
 * answer that tells more lets an attacker decrypt.
 */
export function unpad(padded: Uint8Array): Uint8Array {
  const last = padded[padded.length - 1] ?? 0
  // Each term has its sign bit set when something is wrong.
  let wrong = (last - 1) | (BLOCK - last)
  for (let back = 1; back <= BLOCK; back += 1) {
    const inside = (back - last - 1) >> 31
    const difference = (padded[padded.length - back] ?? 0) ^ last
    wrong |= inside & -difference
  }
  if (wrong < 0) {
    padded.fill(0)
    throw cryptoError('CRYPTO_DECRYPTION_FAILED')
  }
  return padded.slice(0, padded.length - last)
}

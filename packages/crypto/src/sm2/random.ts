import { copyBytes } from '../bytes/copy.ts'
import { isBytes } from '../bytes/expect.ts'
import type { CryptoError } from '../errors/crypto-error.ts'
import { cryptoError } from '../errors/make-error.ts'

/** Gives as many random bytes as are asked for. */
export type RandomSource = (length: number) => Uint8Array

/** The runtime's own source, in every runtime that this package runs on. */
export const systemRandom: RandomSource = (length) => globalThis.crypto.getRandomValues(new Uint8Array(length))

/** A source that gives a useless value this often in a row is broken: by chance it happens once in 2^1000 times. */
export const PATIENCE = 32

/** Draws 32 bytes until they pass. Taking the rest of a division instead would make small values likelier. */
export function drawScalar(random: RandomSource, isUsable: (bytes: Uint8Array) => boolean): Uint8Array {
  for (let attempt = 0; attempt < PATIENCE; attempt += 1) {
    const bytes = randomBytes(random, 32)
    if (isUsable(bytes)) return bytes
  }
  throw brokenSource()
}

/**
 * Asks the source, and looks whether it answered at all. The bytes are ours to wipe: those of another source are copied,
 * because it may use its own memory again.
 */
export function randomBytes(random: RandomSource, length: number): Uint8Array {
  const bytes = random(length)
  if (random === systemRandom) return bytes
  if (isBytes(bytes) && bytes.length === length) return copyBytes(bytes)
  throw brokenSource()
}

export function brokenSource(): CryptoError {
  return cryptoError('CRYPTO_RANDOM_FAILED', {
    en: 'It gave no bytes that could be used.',
    zh: '未能给出可用的随机字节。',
  })
}

import { concatBytes } from '../bytes/concat.ts'
import { secretBytes } from '../bytes/secret.ts'
import { cryptoError } from '../errors/make-error.ts'
import type { NonceSource, Sm3Engine } from '../provider/provider.ts'
import { type RandomSource, randomBytes } from './random.ts'
import { isScalar } from './scalar.ts'

/** Far more than chance allows: one value in 2^32 is out of range. */
const PATIENCE = 32
/** Keeps these values apart from every other use of the private key. */
const LABEL = new TextEncoder().encode('nationec sm2 nonce')

/** Gives nonces, and forgets them. */
export interface HedgedNonces {
  /** The array is the same each time; `forget` overwrites it. */
  readonly next: NonceSource
  /** Overwrites the last nonce: with the signature, it gives the private key. */
  forget(): void
  /** Overwrites what was prepared of the private key as well. */
  wipe(): void
}

/**
 * The nonces of one private key: HMAC-SM3 under the key over the hash value, fresh random bytes and a count, drawn again
 * until in range. With a good random source they are uniform. With a broken one they still differ for different
 * messages and cannot be guessed without the key, so that the signatures do not give the key away.
 */
export function hedgedNonces(sm3: Sm3Engine, privateKey: Uint8Array, random: RandomSource): HedgedNonces {
  const mac = sm3.hmac(privateKey)
  const nonce = secretBytes(32)
  let count = 0
  const next: NonceSource = (e) => {
    for (let attempt = 0; attempt < PATIENCE; attempt += 1) {
      count = (count + 1) >>> 0
      const counter = Uint8Array.of(count >>> 24, (count >>> 16) & 255, (count >>> 8) & 255, count & 255)
      const code = mac.code(concatBytes(LABEL, e, randomBytes(random, 32), counter))
      nonce.set(code)
      code.fill(0)
      if (isScalar(nonce)) return nonce
    }
    throw cryptoError('CRYPTO_RANDOM_FAILED')
  }
  const forget = (): void => void nonce.fill(0)
  return {
    next,
    forget,
    wipe() {
      forget()
      mac.wipe()
    },
  }
}

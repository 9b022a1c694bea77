import { type BilingualText, fromTo, type OptionNames, requireOneOf, requireOption } from '@nationec/errors'
import { cryptoOptionError, expectBytes } from '../bytes/expect.ts'
import type { ProviderOptions } from '../choice/choice.ts'
import { cryptoError } from '../errors/make-error.ts'
import { checkKeyOptions, Sm2Engines } from './engines.ts'
import { agree, type ExchangeSide } from './key-agreement.ts'
import { decodePoint } from './point.ts'
import type { Sm2PrivateKey } from './private-key.ts'
import type { Sm2PublicKey } from './public-key.ts'
import { drawScalar, type RandomSource, systemRandom } from './random.ts'
import { isScalar } from './scalar.ts'
import { DEFAULT_USER_ID } from './user-id.ts'

export interface Sm2KeyExchangeOptions extends ProviderOptions {
  /** Who began: the two sides compute different things. */
  readonly role: 'initiator' | 'responder'
  readonly privateKey: Sm2PrivateKey
  readonly peerPublicKey: Sm2PublicKey
  /** Default `'1234567812345678'`, as for signatures. */
  readonly userId?: string | Uint8Array | undefined
  /** Default `'1234567812345678'`. */
  readonly peerUserId?: string | Uint8Array | undefined
  /** How many bytes the two sides agree on, 1 to 65536. */
  readonly keyLength: number
  readonly random?: RandomSource | undefined
}

const OPTIONS: OptionNames<Sm2KeyExchangeOptions> = {
  role: true,
  privateKey: true,
  peerPublicKey: true,
  userId: true,
  peerUserId: true,
  keyLength: true,
  random: true,
  provider: true,
  requireConstantTime: true,
}
const MOST_BYTES = 65_536
const A_PRIVATE_KEY: BilingualText = { en: 'a private key', zh: '私钥' }
const A_PUBLIC_KEY: BilingualText = { en: 'a public key', zh: '公钥' }
const A_LENGTH: BilingualText = fromTo(1, MOST_BYTES, { en: 'a whole number', zh: '整数' })

export interface Sm2AgreedKey {
  /** `keyLength` bytes. Use it only after the confirmation, where one was agreed. */
  readonly key: Uint8Array
  /** Send these 32 bytes to the other side: S1 of the responder (SB), or SA of the initiator. */
  readonly confirmation: Uint8Array
  /** Whether these 32 bytes are the confirmation that the other side must send; compared without an early exit. */
  confirms(theirs: Uint8Array): boolean
}

export interface Sm2KeyExchange {
  /** RA or RB, 65 bytes: send it to the other side. */
  readonly ephemeralPublicKey: Uint8Array
  /**
   * Computes the common key from what the other side sent. Once only: the ephemeral key is gone afterwards.
   *
   * @param peerEphemeral 33, 64 or 65 bytes
   * @throws CryptoError `CRYPTO_KEY_EXCHANGE_FAILED` for a point that is not on the curve, or the second time
   */
  agree(peerEphemeral: Uint8Array): Sm2AgreedKey
}

/**
 * Begins a key exchange by GB/T 32918.3: both sides prove that they own their SM2 keys and end with the same key.
 *
 * @throws CryptoError `CRYPTO_OPTION_INVALID`, `CRYPTO_USER_ID_INVALID`, `CRYPTO_PROVIDER_UNAVAILABLE`
 *
 * @example
 * ```ts
 * import { createSm2KeyExchange, generateSm2KeyPair } from '@nationec/crypto/sm2'
 *
 * const [a, b] = [generateSm2KeyPair(), generateSm2KeyPair()]
 * const left = createSm2KeyExchange({
 *   role: 'initiator', privateKey: a.privateKey, peerPublicKey: b.publicKey, keyLength: 16,
 * })
 * const right = createSm2KeyExchange({
 *   role: 'responder', privateKey: b.privateKey, peerPublicKey: a.publicKey, keyLength: 16,
 * })
 * const atRight = right.agree(left.ephemeralPublicKey)
 * const atLeft = left.agree(right.ephemeralPublicKey)
 * console.log(atLeft.confirms(atRight.confirmation), atRight.confirms(atLeft.confirmation)) // true true
 * ```
 */
export function createSm2KeyExchange(options: Sm2KeyExchangeOptions): Sm2KeyExchange {
  checkKeyOptions(options, OPTIONS)
  const { role, privateKey, peerPublicKey, keyLength } = options
  const { userId = DEFAULT_USER_ID, peerUserId = DEFAULT_USER_ID, random = systemRandom } = options
  requireOneOf(role, 'role', ['initiator', 'responder'], cryptoOptionError)
  requireOption(typeof privateKey?.export === 'function', 'privateKey', A_PRIVATE_KEY, cryptoOptionError)
  requireOption(typeof peerPublicKey?.export === 'function', 'peerPublicKey', A_PUBLIC_KEY, cryptoOptionError)
  const isLength = Number.isInteger(keyLength) && keyLength >= 1 && keyLength <= MOST_BYTES
  requireOption(isLength, 'keyLength', A_LENGTH, cryptoOptionError)
  const engines = new Sm2Engines(options)
  const peer = peerPublicKey.export('raw').subarray(1)
  const z = { own: privateKey.publicKey.zOf(userId), peer: peerPublicKey.zOf(peerUserId) }
  let ephemeral: Uint8Array | undefined = drawScalar(random, isScalar)
  const { point, sm3 } = engines
  const ownEphemeral = point.multiplyBase(ephemeral)
  return {
    ephemeralPublicKey: Uint8Array.of(4, ...ownEphemeral),
    agree(theirs) {
      expectBytes(theirs, 'peerEphemeral')
      const peerEphemeral = decodePoint(theirs)
      if (ephemeral === undefined || peerEphemeral === undefined) throw cryptoError('CRYPTO_KEY_EXCHANGE_FAILED')
      const secret = { scalar: privateKey.export('raw'), ephemeral }
      ephemeral = undefined
      const side: ExchangeSide = { role, keyLength, secret, peer, ownEphemeral, peerEphemeral, z }
      try {
        return agree({ point, sm3 }, side)
      } finally {
        secret.scalar.fill(0)
        secret.ephemeral.fill(0)
      }
    },
  }
}

import { concatBytes } from '../bytes/concat.ts'
import { equalBytes } from '../bytes/equal.ts'
import { cryptoError } from '../errors/make-error.ts'
import type { Sm3Engine } from '../provider/provider.ts'
import type { EncryptionEngines } from './encryption.ts'
import { deriveKey, isAllZero } from './key-derivation.ts'

/** What one side knows when both ephemeral points are there. Points are 64 bytes and on the curve. */
export interface ExchangeSide {
  readonly role: 'initiator' | 'responder'
  readonly keyLength: number
  readonly secret: { readonly scalar: Uint8Array; readonly ephemeral: Uint8Array }
  readonly peer: Uint8Array
  readonly ownEphemeral: Uint8Array
  readonly peerEphemeral: Uint8Array
  readonly z: { readonly own: Uint8Array; readonly peer: Uint8Array }
}

/**
 * Steps A4 to A10 and B3 to B10 of GB/T 32918.3 clause 6.
 *
 * The standard multiplies by t = d + x̄ · r. The same point is [d]Q + [x̄]([r]Q): one multiplication more, and no
 * arithmetic on secret numbers outside the engine.
 */
export function agree({ point, sm3 }: EncryptionEngines, side: ExchangeSide) {
  const { role, secret, peer, ownEphemeral, peerEphemeral, z } = side
  const multiply = (base: Uint8Array | undefined, scalar: Uint8Array) => base && point.multiply(base, scalar)
  const add = (left: Uint8Array | undefined, right: Uint8Array | undefined) => left && right && point.add(left, right)
  const q = add(peer, multiply(peerEphemeral, reduced(peerEphemeral)))
  const secretPoint = add(multiply(q, secret.scalar), multiply(multiply(q, secret.ephemeral), reduced(ownEphemeral)))
  if (secretPoint === undefined) throw cryptoError('CRYPTO_KEY_EXCHANGE_FAILED')

  const ofInitiator = role === 'initiator'
  const [firstZ, secondZ] = ofInitiator ? [z.own, z.peer] : [z.peer, z.own]
  const [firstPoint, secondPoint] = ofInitiator ? [ownEphemeral, peerEphemeral] : [peerEphemeral, ownEphemeral]
  const key = deriveKey(sm3, concatBytes(secretPoint, firstZ, secondZ), side.keyLength)
  // As in encryption: a key of zeros is no key. For the shortest keys this can happen by chance.
  if (isAllZero(key)) throw cryptoError('CRYPTO_KEY_EXCHANGE_FAILED')
  const inner = sm3.hash(concatBytes(secretPoint.subarray(0, 32), firstZ, secondZ, firstPoint, secondPoint))
  const outer = (tag: number): Uint8Array => confirmation(sm3, tag, secretPoint, inner)
  const [ofResponder, ofInitiatorTag] = [outer(2), outer(3)]
  secretPoint.fill(0)
  const [ours, theirs] = ofInitiator ? [ofInitiatorTag, ofResponder] : [ofResponder, ofInitiatorTag]
  return { key, confirmation: ours, confirms: (value: Uint8Array): boolean => equalBytes(theirs, value) }
}

/** SB = S1 with 02 in front, SA = S2 with 03. */
function confirmation(sm3: Sm3Engine, tag: number, secretPoint: Uint8Array, inner: Uint8Array): Uint8Array {
  return sm3.hash(concatBytes(Uint8Array.of(tag), secretPoint.subarray(32), inner))
}

/** x̄ = 2^127 + (x mod 2^127), for w = 127 (clause 6.1, step A4). Public, and never zero. */
function reduced(ephemeral: Uint8Array): Uint8Array {
  const scalar = new Uint8Array(32)
  scalar.set(ephemeral.subarray(16, 32), 16)
  scalar[16] = (scalar[16] ?? 0) | 0x80
  return scalar
}

import { concatBytes } from '../bytes/concat.ts'
import { isBytes } from '../bytes/expect.ts'
import { bytesToHex } from '../bytes/hex.ts'
import { textToBytes } from '../bytes/text.ts'
import { cryptoError } from '../errors/make-error.ts'
import type { Sm3Engine } from '../provider/provider.ts'
import { curveParameters } from './curve.ts'

/** GB/T 35276 and GM/T 0009: the user id where nothing else was agreed. */
export const DEFAULT_USER_ID = '1234567812345678'
/** ENTL counts bits in two bytes. */
const MOST_BYTES = 8191
const KEPT = 16

/** The user id as bytes: text is UTF-8. The empty id is allowed and is not the default one. */
function userIdBytes(userId: unknown): Uint8Array {
  const bytes = typeof userId === 'string' ? textToBytes(userId) : userId
  if (isBytes(bytes) && bytes.length <= MOST_BYTES) return bytes
  throw cryptoError('CRYPTO_USER_ID_INVALID')
}

/** Z = SM3(ENTL ‖ ID ‖ a ‖ b ‖ xG ‖ yG ‖ xA ‖ yA) (GB/T 32918.2 clause 5.5). */
export function computeZ(
  hash: (bytes: Uint8Array) => Uint8Array,
  publicKey: Uint8Array,
  id: string | Uint8Array,
): Uint8Array {
  const userId = userIdBytes(id)
  const bits = userId.length * 8
  return hash(concatBytes(Uint8Array.of(bits >> 8, bits & 255), userId, curveParameters(), publicKey))
}

/** Computes Z once for each user id, and keeps the last few. */
export function rememberZ(sm3: Sm3Engine, publicKey: Uint8Array): (userId: string | Uint8Array) => Uint8Array {
  const known = new Map<string, Uint8Array>()
  return (userId) => {
    // Text and bytes must not meet: the text "3132" is another id than the bytes 31 32.
    const name = typeof userId === 'string' ? `text ${userId}` : `bytes ${bytesToHex(userIdBytes(userId))}`
    const kept = known.get(name)
    if (kept !== undefined) return kept
    const z = computeZ((bytes) => sm3.hash(bytes), publicKey, userId)
    if (known.size >= KEPT) known.clear()
    known.set(name, z)
    return z
  }
}

import { hexToBytes } from '../../../bytes/hex.ts'
import { checkSm4 } from '../../../provider/known-answers/sm4.ts'
import type { Sm4Engine } from '../../../provider/provider.ts'

/** Where an engine optimises what runs often, the first calls and the later ones are different code. */
const CALLS = 3

/**
 * Whether a way of computing SM4 gives the right answers here, called several times.
 *
 * It is needed: on Node 20 without AVX the engine compiles byte permutations wrongly until it optimises them.
 */
export function answersRight(engine: Sm4Engine): boolean {
  for (let call = 0; call < CALLS; call += 1) {
    if (checkSm4(engine) !== undefined || !hashesRight(engine)) return false
  }
  return true
}

/** Key, nonce and associated data of RFC 8998, appendix A.1. */
const KEY = '0123456789abcdeffedcba9876543210'
const NONCE = '00001234567800000000abcd'
const ASSOCIATED = 'feedfacedeadbeeffeedfacedeadbeefabaddad2'
/** Long enough for GHASH by vectors, and broken; the tag is that of two other programs. */
const LENGTH = 1500
const TAG = '317e7c8d83c76f419d0534f2f2dc048e'

/** The tag of a long message: the example of the standard is too short for the code that hashes many blocks at once. */
function hashesRight(engine: Sm4Engine): boolean {
  const schedule = engine.schedule(hexToBytes(KEY))
  const message = Uint8Array.from({ length: LENGTH }, (_, index) => index * 5)
  const sealed = schedule.gcm?.seal(message, hexToBytes(NONCE), hexToBytes(ASSOCIATED))
  schedule.wipe()
  if (sealed === undefined) return true
  return sealed.tag.every((byte, index) => byte === hexToBytes(TAG)[index])
}

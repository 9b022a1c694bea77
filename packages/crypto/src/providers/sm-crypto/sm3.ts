import lists from 'sm-crypto/src/sm2/sm3.js'
import { concatBytes } from '../../bytes/concat.ts'
import { copyBytes } from '../../bytes/copy.ts'
import type { Sm3Engine } from '../../provider/provider.ts'

/**
 * Hash and HMAC of the library, over its lists of bytes: its own front writes the result as hexadecimal, which costs as
 * much as the hash of a short message.
 */
export const smCryptoSm3: Sm3Engine = {
  hash: (message) => Uint8Array.from(lists.sm3(Array.from(message))),
  start: () => running(new Uint8Array(0)),
  hmac(key) {
    const own = Array.from(key)
    // The library pads the list that it is given.
    return { code: (message) => Uint8Array.from(lists.hmac(Array.from(message), own.slice())), wipe: () => own.fill(0) }
  },
}

/** The library hashes whole messages only, so the parts are kept. */
function running(first: Uint8Array): ReturnType<Sm3Engine['start']> {
  const parts = [first]
  return {
    update: (bytes) => void parts.push(copyBytes(bytes)),
    digest() {
      const whole = concatBytes(...parts)
      parts.splice(0, parts.length, whole)
      return smCryptoSm3.hash(whole)
    },
  }
}

import sm from 'sm-crypto'
import { concatBytes } from '../../bytes/concat.ts'
import { hexToBytes } from '../../bytes/hex.ts'
import type { Sm3Engine } from '../../provider/provider.ts'

/** Hash and HMAC of the library. Keys go in as bytes: text would be read as hexadecimal, whatever it is. */
export const smCryptoSm3: Sm3Engine = {
  hash: (message) => hexToBytes(sm.sm3(message)),
  start: () => running(new Uint8Array(0)),
  hmac(key) {
    const own = key.slice()
    return (message) => hexToBytes(sm.sm3(message, { key: own }))
  },
}

/** The library hashes whole messages only, so the parts are kept. */
function running(first: Uint8Array): ReturnType<Sm3Engine['start']> {
  const parts = [first]
  return {
    update: (bytes) => void parts.push(bytes.slice()),
    digest() {
      const whole = concatBytes(...parts)
      parts.splice(0, parts.length, whole)
      return smCryptoSm3.hash(whole)
    },
  }
}

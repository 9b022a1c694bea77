import type { Sm3Engine } from '../../provider/provider.ts'
import type { NodeCrypto } from './builtin.ts'

/** SM3 and HMAC of OpenSSL. */
export function createNodeSm3(crypto: NodeCrypto): Sm3Engine {
  return {
    hash: (message) => bytesOf(crypto.createHash('sm3').update(message).digest()),
    start() {
      const state = crypto.createHash('sm3')
      return {
        update: (bytes) => void state.update(bytes),
        digest: () => bytesOf(state.copy().digest()),
      }
    },
    hmac(key) {
      // A KeyObject: Node 24 takes three times as long for a key that comes as bytes.
      const object = crypto.createSecretKey(key)
      return {
        code: (message) => bytesOf(crypto.createHmac('sm3', object).update(message).digest()),
        // OpenSSL overwrites the key when the object is collected.
        wipe() {},
      }
    },
  }
}

/** A plain Uint8Array with memory of its own: a Buffer may lie in the shared pool. */
export function bytesOf(buffer: Uint8Array): Uint8Array {
  return new Uint8Array(buffer)
}

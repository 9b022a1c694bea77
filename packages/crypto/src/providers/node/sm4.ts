import { concatBytes } from '../../bytes/concat.ts'
import type { Sm4Engine, Sm4Schedule } from '../../provider/provider.ts'
import type { NodeCrypto } from './builtin.ts'
import { bytesOf } from './sm3.ts'

type Mode = 'sm4-ecb' | 'sm4-cbc' | 'sm4-ctr'

/** SM4 of OpenSSL. GCM exists in Node 26 and later only, and is taken where it can be made. */
export function createNodeSm4(crypto: NodeCrypto): Sm4Engine {
  let withGcm: boolean | undefined
  return {
    schedule(key) {
      withGcm ??= hasGcm(crypto)
      const object = crypto.createSecretKey(key)
      const run = (direction: 'createCipheriv' | 'createDecipheriv', mode: Mode, bytes: Uint8Array, iv: Iv) => {
        const cipher = crypto[direction](mode, object, iv).setAutoPadding(false)
        const [head, tail] = [cipher.update(bytes), cipher.final()]
        return tail.length === 0 ? bytesOf(head) : concatBytes(head, tail)
      }
      const gcm = withGcm ? gcmOf(crypto, object) : undefined
      return {
        encryptEcb: (blocks) => run('createCipheriv', 'sm4-ecb', blocks, null),
        decryptEcb: (blocks) => run('createDecipheriv', 'sm4-ecb', blocks, null),
        encryptCbc: (blocks, iv) => run('createCipheriv', 'sm4-cbc', blocks, iv),
        decryptCbc: (blocks, iv) => run('createDecipheriv', 'sm4-cbc', blocks, iv),
        ctr: (bytes, counter) => run('createCipheriv', 'sm4-ctr', bytes, counter),
        ...(gcm !== undefined && { gcm }),
        // OpenSSL owns the key; it is freed with the object.
        wipe: () => undefined,
      }
    },
  }
}

type Iv = Uint8Array | null
type Gcm = NonNullable<Sm4Schedule['gcm']>

function hasGcm(crypto: NodeCrypto): boolean {
  try {
    crypto.createCipheriv('sm4-gcm', new Uint8Array(16), new Uint8Array(12))
    return true
  } catch {
    return false
  }
}

function gcmOf(crypto: NodeCrypto, key: ReturnType<NodeCrypto['createSecretKey']>): Gcm {
  // The types know the AEAD ciphers of AES by name only.
  const name = 'sm4-gcm' as 'aes-128-gcm'
  const options = { authTagLength: 16 }
  return {
    seal(plaintext, nonce, associatedData) {
      const cipher = crypto.createCipheriv(name, key, nonce, options).setAAD(associatedData)
      const ciphertext = concatBytes(cipher.update(plaintext), cipher.final())
      return { ciphertext, tag: bytesOf(cipher.getAuthTag()) }
    },
    open(ciphertext, nonce, associatedData, tag) {
      const decipher = crypto.createDecipheriv(name, key, nonce, options).setAAD(associatedData).setAuthTag(tag)
      const plaintext = decipher.update(ciphertext)
      try {
        return concatBytes(plaintext, decipher.final())
      } catch {
        plaintext.fill(0)
        return undefined
      }
    },
  }
}

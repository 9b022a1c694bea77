/** Plain calls of `node:crypto`, as well as they can be written: keys are made once. */
import * as crypto from 'node:crypto'
import type { Work } from './interleaved.ts'

interface Input {
  readonly privateHex: string
  readonly publicHex: string
  readonly short: Uint8Array
  readonly kilobyte: Uint8Array
  readonly large: Uint8Array
  readonly key: Uint8Array
  readonly iv: Uint8Array
}

/** Undefined where the runtime has no SM3 and SM4 of OpenSSL. */
export function opensslWorks(input: Input) {
  try {
    crypto.createCipheriv('sm4-ecb', new Uint8Array(16), null)
    crypto.createHmac('sm3', 'key')
    return works(input)
  } catch {
    return undefined
  }
}

function works({ privateHex, publicHex, short, large, key, iv }: Input) {
  const der = (text: string): Buffer => Buffer.from(text, 'hex')
  const algorithm = '301306072a8648ce3d020106082a811ccf5501822d'
  const privateKey = crypto.createPrivateKey({
    key: der(`3041020100${algorithm}042730250201010420${privateHex}`),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = crypto.createPublicKey({
    key: der(`3059${algorithm}034200${publicHex}`),
    format: 'der',
    type: 'spki',
  })
  // Z of the default user id, as a program would keep it.
  const z = der('b2e14c5c79c6df5b85f4fe7ed8db7a262b9da7e07ccb0ea9f4747b8ccda8a4f3')
  const secret = crypto.createSecretKey(key)
  const run = (
    name: string,
    from: 'createCipheriv' | 'createDecipheriv',
    bytes: Uint8Array,
    vector: Uint8Array | null,
  ) => {
    const make = from === 'createCipheriv' ? crypto.createCipheriv : crypto.createDecipheriv
    const cipher = make(name, secret, vector)
    return Buffer.concat([cipher.update(bytes), cipher.final()])
  }
  const ciphers: Readonly<Record<string, (decryptable: Uint8Array) => Work>> = {
    ecb: () => () => run('sm4-ecb', 'createCipheriv', large, null),
    'cbc-enc': () => () => run('sm4-cbc', 'createCipheriv', large, iv),
    'cbc-dec': (decryptable) => () => run('sm4-cbc', 'createDecipheriv', decryptable, iv),
    ctr: () => () => run('sm4-ctr', 'createCipheriv', large, iv),
    gcm: () => () => run('sm4-gcm', 'createCipheriv', large, iv.subarray(0, 12)),
  }
  return {
    sign: (): unknown => crypto.createSign('sm3').update(z).update(short).sign(privateKey),
    verify(signature: Uint8Array): Work {
      const half = (from: number): string => {
        const bytes = signature.subarray(from, from + 32)
        const hex = Buffer.from(bytes).toString('hex')
        return (bytes[0] ?? 0) >= 128 ? `022100${hex}` : `0220${hex}`
      }
      const inner = half(0) + half(32)
      const encoded = der(`30${(inner.length / 2).toString(16)}${inner}`)
      return () => crypto.createVerify('sm3').update(z).update(short).verify(publicKey, encoded)
    },
    keygen: (): unknown => crypto.generateKeyPairSync('ec', { namedCurve: 'SM2' }),
    sm3: (message: Uint8Array) => () => crypto.createHash('sm3').update(message).digest(),
    hmac: (message: Uint8Array) => () => crypto.createHmac('sm3', secret).update(message).digest(),
    sm4(name: string, decryptable: Uint8Array): Work | undefined {
      const work = ciphers[name]?.(decryptable)
      try {
        work?.()
        return work
      } catch {
        return undefined
      }
    },
  }
}

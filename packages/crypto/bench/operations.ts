import {
  bytesToHex,
  createHmacSm3Key,
  createSm4Key,
  generateSm2KeyPair,
  importSm2PrivateKey,
  importSm2PublicKey,
  type ProviderChoice,
  sm3,
} from '@nationec/crypto'
import sm from 'sm-crypto'
import type { Work } from './interleaved.ts'
import { opensslWorks } from './openssl-works.ts'

/** The same input for every provider. */
const privateHex = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8'
const publicHex = importSm2PrivateKey({ format: 'hex', text: privateHex }).publicKey.export('hex')
const bytesOf = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => index * 31)
const [short, kilobyte, large] = [bytesOf(32), bytesOf(1024), bytesOf(900 * 1024)]
const [key, iv] = [bytesOf(16), bytesOf(16).reverse()]

export interface Operation {
  readonly name: string
  /** The bytes that one run works on; absent where runs are counted. */
  readonly bytes?: number
  readonly part: 'sm3' | 'sm4' | 'sm2Signature' | 'sm2Point'
  readonly ours: (provider: ProviderChoice) => Work
  readonly smCrypto: Work
  readonly openssl: Work | undefined
}

const how = { format: 'C1C3C2', prefix04: false } as const
const listed = { output: 'array' } as const
const keyHex = bytesToHex(key)
const list = [...large]
const privateOf = (provider: ProviderChoice) => importSm2PrivateKey({ format: 'hex', text: privateHex }, { provider })
const publicOf = (provider: ProviderChoice) => importSm2PublicKey({ format: 'hex', text: publicHex }, { provider })
const signature = privateOf('auto').sign(short)
const signatureHex = bytesToHex(signature)
const encrypted = publicOf('auto').encrypt(short, how)
const encryptedHex = bytesToHex(encrypted)
const openssl = opensslWorks({ privateHex, publicHex, short, kilobyte, large, key, iv })

/**
 * The library's calls as its users write them: default options, which means hexadecimal out and, for decryption, in. Its
 * faster form, lists in and out, has figures of its own in the decision on WebAssembly.
 */
const verifyBySmCrypto: Work = () => sm.sm2.doVerifySignature([...short], signatureHex, publicHex)
const ecbBySmCrypto: Work = () => sm.sm4.encrypt(list, keyHex)
const cbc = { mode: 'cbc' as const, iv: [...iv] }
const cbcHex = sm.sm4.encrypt(list, keyHex, cbc)
const cbcBytes = Uint8Array.from(sm.sm4.encrypt(list, keyHex, { ...cbc, ...listed }))

const hash = (name: string, message: Uint8Array): Operation => ({
  name: `sm3.${name}`,
  bytes: message.length,
  part: 'sm3',
  ours: (provider) => () => sm3(message, { provider }),
  smCrypto: () => sm.sm3(message),
  openssl: openssl?.sm3(message),
})

const cipher = (name: string, ours: Operation['ours'], smCrypto: Work): Operation => ({
  name: `sm4.${name}.900k`,
  bytes: large.length,
  part: 'sm4',
  ours,
  smCrypto,
  openssl: openssl?.sm4(name, cbcBytes),
})

export const operations: readonly Operation[] = [
  {
    name: 'sm2.sign',
    part: 'sm2Signature',
    ours(provider) {
      const privateKey = privateOf(provider)
      return () => privateKey.sign(short)
    },
    smCrypto: () => sm.sm2.doSignature([...short], privateHex),
    openssl: openssl?.sign,
  },
  {
    name: 'sm2.verify',
    part: 'sm2Signature',
    ours(provider) {
      const publicKey = publicOf(provider)
      return () => publicKey.verify(short, signature)
    },
    smCrypto: verifyBySmCrypto,
    openssl: openssl?.verify(signature),
  },
  {
    name: 'sm2.verify-prepared',
    part: 'sm2Signature',
    ours(provider) {
      const publicKey = publicOf(provider).prepare()
      return () => publicKey.verify(short, signature)
    },
    smCrypto: verifyBySmCrypto,
    openssl: openssl?.verify(signature),
  },
  {
    name: 'sm2.keygen',
    part: 'sm2Point',
    ours: (provider) => () => generateSm2KeyPair({ provider }),
    smCrypto: () => sm.sm2.generateKeyPairHex(),
    openssl: openssl?.keygen,
  },
  {
    name: 'sm2.encrypt',
    part: 'sm2Point',
    ours(provider) {
      const publicKey = publicOf(provider)
      return () => publicKey.encrypt(short, how)
    },
    smCrypto: () => sm.sm2.doEncrypt(short, publicHex),
    openssl: undefined,
  },
  {
    name: 'sm2.encrypt-prepared',
    part: 'sm2Point',
    ours(provider) {
      const publicKey = publicOf(provider).prepare()
      return () => publicKey.encrypt(short, how)
    },
    smCrypto: () => sm.sm2.doEncrypt(short, publicHex),
    openssl: undefined,
  },
  {
    name: 'sm2.decrypt',
    part: 'sm2Point',
    ours(provider) {
      const privateKey = privateOf(provider)
      return () => privateKey.decrypt(encrypted, how)
    },
    smCrypto: () => sm.sm2.doDecrypt(encryptedHex, privateHex, 1, listed),
    openssl: undefined,
  },
  hash('32', short),
  hash('1k', kilobyte),
  hash('900k', large),
  {
    name: 'hmac.32',
    bytes: short.length,
    part: 'sm3',
    ours(provider) {
      const hmac = createHmacSm3Key(key, { provider })
      return () => hmac.mac(short)
    },
    smCrypto: () => sm.sm3(short, { key }),
    openssl: openssl?.hmac(short),
  },
  cipher('ecb', plain({ mode: 'ecb' }), ecbBySmCrypto),
  cipher('cbc-enc', plain({ mode: 'cbc', iv }), () => sm.sm4.encrypt(list, keyHex, cbc)),
  cipher(
    'cbc-dec',
    (provider) => {
      const sm4 = createSm4Key(key, { provider })
      return () => sm4.decrypt(cbcBytes, { mode: 'cbc', iv })
    },
    // Its default output is text, which these bytes are not.
    () => sm.sm4.decrypt(cbcHex, keyHex, { ...cbc, ...listed }),
  ),
  // The library has neither CTR nor GCM: both are compared with its ECB over as many bytes.
  cipher('ctr', plain({ mode: 'ctr', counter: iv }), ecbBySmCrypto),
  cipher(
    'gcm',
    (provider) => {
      const sm4 = createSm4Key(key, { provider })
      return () => sm4.seal(large, { mode: 'gcm', nonce: iv.subarray(0, 12) })
    },
    ecbBySmCrypto,
  ),
]

function plain(options: Parameters<ReturnType<typeof createSm4Key>['encrypt']>[1]): Operation['ours'] {
  return (provider) => {
    const sm4 = createSm4Key(key, { provider })
    return () => sm4.encrypt(large, options)
  }
}

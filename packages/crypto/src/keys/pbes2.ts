import { DerReader, NotDer, reading } from '../asn1/der-reader.ts'
import { dotted } from '../asn1/object-identifiers.ts'
import { bytesToHex } from '../bytes/hex.ts'
import type { BilingualText } from '../errors/error-texts.ts'

/** How the key is made of the password, and which cipher it is for. */
export interface Pbes2 {
  readonly prf: 'SM3' | 'SHA-1' | 'SHA-256' | 'SHA-512'
  readonly salt: Uint8Array
  readonly iterations: number
  readonly cipher: 'SM4' | 'AES'
  /** Bytes of the key. */
  readonly keyLength: number
  readonly iv: Uint8Array
  readonly ciphertext: Uint8Array
}

const PBES2 = '2a864886f70d01050d'
const PBKDF2 = '2a864886f70d01050c'

/** The functions under PBKDF2: GmSSL writes the older one of the two names of HMAC-SM3, GM/T 0091 the newer. */
const PRFS: Readonly<Record<string, Pbes2['prf']>> = {
  '2a811ccf5501831102': 'SM3',
  '2a811ccf550183110301': 'SM3',
  '2a864886f70d0207': 'SHA-1',
  '2a864886f70d0209': 'SHA-256',
  '2a864886f70d020b': 'SHA-512',
}
/** The ciphers, all in CBC. */
const CIPHERS: Readonly<Record<string, Pick<Pbes2, 'cipher' | 'keyLength'>>> = {
  '2a811ccf55016802': { cipher: 'SM4', keyLength: 16 },
  '608648016503040102': { cipher: 'AES', keyLength: 16 },
  '608648016503040116': { cipher: 'AES', keyLength: 24 },
  '60864801650304012a': { cipher: 'AES', keyLength: 32 },
}

/** More would hold the program for seconds; OpenSSL writes 2,048 and GmSSL 65,536. */
const MOST_ITERATIONS = 2_000_000

/** What stands in the document that is not done here. */
export interface Unsupported {
  readonly unsupported: BilingualText
}

/**
 * Reads EncryptedPrivateKeyInfo (RFC 5958) under PBES2 (RFC 8018). `undefined` for bytes that are no such document.
 */
export function readPbes2(bytes: Uint8Array): Pbes2 | Unsupported | undefined {
  return reading(() => {
    const outer = new DerReader(bytes)
    const info = outer.inside(0x30)
    outer.end()
    const scheme = info.inside(0x30)
    const ciphertext = info.content(0x04)
    info.end()
    const name = scheme.content(0x06)
    if (bytesToHex(name) !== PBES2) return unsupported('the scheme', '方案', name)
    const parameters = scheme.inside(0x30)
    const derivation = parameters.inside(0x30)
    const encryption = parameters.inside(0x30)
    const function_ = derivation.content(0x06)
    if (bytesToHex(function_) !== PBKDF2) return unsupported('the key derivation', '密钥派生', function_)
    const derived = readDerivation(derivation.inside(0x30))
    if ('unsupported' in derived) return derived
    const cipherName = encryption.content(0x06)
    const cipher = CIPHERS[bytesToHex(cipherName)]
    if (cipher === undefined) return unsupported('the cipher', '加密算法', cipherName)
    const iv = encryption.content(0x04)
    if (iv.length !== 16 || (derived.keyLength ?? cipher.keyLength) !== cipher.keyLength) throw new NotDer()
    const { prf, salt, iterations } = derived
    return { prf, salt, iterations, ...cipher, iv, ciphertext }
  })
}

function readDerivation(
  parameters: DerReader,
): (Pick<Pbes2, 'prf' | 'salt' | 'iterations'> & { readonly keyLength: number | undefined }) | Unsupported {
  const salt = parameters.content(0x04)
  const iterations = numberOf(parameters)
  const keyLength = parameters.next === 0x02 ? numberOf(parameters) : undefined
  if (iterations < 1) throw new NotDer()
  if (iterations > MOST_ITERATIONS) {
    const [en, zh] = [
      `${iterations} iterations, more than ${MOST_ITERATIONS}`,
      `迭代 ${iterations} 次，超过 ${MOST_ITERATIONS} 次`,
    ]
    return { unsupported: { en, zh } }
  }
  // Where it is left out, it is HMAC with SHA-1.
  if (parameters.next === undefined) return { prf: 'SHA-1', salt, iterations, keyLength }
  const name = parameters.inside(0x30).content(0x06)
  const prf = PRFS[bytesToHex(name)]
  return prf === undefined
    ? unsupported('the function under PBKDF2', 'PBKDF2 的伪随机函数', name)
    : { prf, salt, iterations, keyLength }
}

function numberOf(reader: DerReader): number {
  return Number(`0x${bytesToHex(reader.integer())}`)
}

function unsupported(en: string, zh: string, name: Uint8Array): Unsupported {
  const identifier = dotted(name)
  return { unsupported: { en: `${en} ${identifier}`, zh: `${zh} ${identifier}` } }
}

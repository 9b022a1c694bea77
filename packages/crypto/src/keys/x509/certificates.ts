import { reading } from '../../asn1/der-reader.ts'
import { bytesToHex } from '../../bytes/hex.ts'
import type { BilingualText } from '../../errors/error-texts.ts'
import { foundInBlock, foundInBytes, foundInText } from '../../sm2/found.ts'
import { invalidKey } from '../../sm2/key-input.ts'
import { importSm2PublicKey } from '../../sm2/keys.ts'
import type { Sm2PublicKey } from '../../sm2/public-key.ts'
import { documentBlocks, type KeyDocumentInput } from '../key-document.ts'
import { nameText } from './distinguished-name.ts'
import type { KeyUsage } from './extensions.ts'
import { parseCertificate } from './parse-certificate.ts'

/** A certificate over an SM2 key. Reading it proves nothing: `verifySm2Chain` does. */
export interface Sm2Certificate {
  readonly publicKey: Sm2PublicKey
  /** `C=CN, O=…, CN=…`, for people. */
  readonly subject: string
  readonly issuer: string
  /** Hexadecimal digits. */
  readonly serialNumber: string
  readonly notBefore: Date
  readonly notAfter: Date
  /**
   * What the key is for; `undefined` where it does not say. Authorities in China give two certificates to everyone, one
   * with `digitalSignature` and one to encrypt for.
   */
  readonly keyUsage: readonly KeyUsage[] | undefined
  /** The whole certificate, DER. */
  readonly bytes: Uint8Array
}

const LABELS: readonly string[] = ['CERTIFICATE', 'TRUSTED CERTIFICATE', 'X509 CERTIFICATE', '']

/**
 * Reads one certificate or several (a chain in one PEM file), in the order of the document.
 *
 * @throws CryptoError `CRYPTO_KEY_INVALID`, which says what was found in place of it; `CRYPTO_OPTION_INVALID`
 *
 * @example not run: needs a file
 * ```ts
 * import { readFileSync } from 'node:fs'
 * import { readSm2Certificates, verifySm2Chain } from '@nationec/crypto/keys'
 *
 * const chain = readSm2Certificates({ format: 'pem', text: readFileSync('platform.pem', 'utf8') })
 * const [root] = readSm2Certificates({ format: 'raw', bytes: readFileSync('root.cer') })
 * const platformKey = verifySm2Chain(chain, { root }) // throws unless the chain ends at the root
 * ```
 */
export function readSm2Certificates(input: KeyDocumentInput): [Sm2Certificate, ...Sm2Certificate[]] {
  const blocks = documentBlocks(input)
  const [first, ...rest] = blocks.filter(({ label }) => LABELS.includes(label))
  if (first !== undefined) return [certificateOf(first.bytes), ...rest.map(({ bytes }) => certificateOf(bytes))]
  const [other] = blocks
  throw noCertificate(
    other ? foundInBlock(other.label, other.bytes) : foundInText(input.format === 'pem' ? input.text : ''),
  )
}

function certificateOf(bytes: Uint8Array | undefined): Sm2Certificate {
  const parsed = bytes && parseCertificate(bytes)
  if (bytes === undefined || parsed === undefined) {
    throw noCertificate(
      bytes ? foundInBytes(bytes) : { en: 'a block that is no Base64', zh: '内容不是 Base64 的数据块' },
    )
  }
  const { point, keyInfo, serialNumber, notBefore, notAfter, keyUsage } = parsed
  if (point === undefined) {
    const { en, zh } = foundInBytes(keyInfo)
    throw invalidKey(`The certificate holds ${en}, no SM2 key.`, `证书中的公钥为${zh}，不是 SM2 公钥。`)
  }
  const [subject, issuer] = [parsed.subject, parsed.issuer].map((name) => reading(() => nameText(name)) ?? '')
  return {
    publicKey: importSm2PublicKey({ format: 'raw', bytes: point }),
    subject: subject ?? '',
    issuer: issuer ?? '',
    serialNumber: bytesToHex(serialNumber),
    notBefore,
    notAfter,
    keyUsage,
    bytes,
  }
}

function noCertificate({ en, zh }: BilingualText): Error {
  return invalidKey(`This is no certificate. Found: ${en}.`, `这不是证书。实际为：${zh}。`)
}

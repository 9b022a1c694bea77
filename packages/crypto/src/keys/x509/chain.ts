import { type OptionNames, requireKnownOptions, requireOption } from '@nationec/errors'
import { cryptoOptionError, expectBytes } from '../../bytes/expect.ts'
import { bytesToHex } from '../../bytes/hex.ts'
import type { BilingualText } from '../../errors/error-texts.ts'
import { cryptoError } from '../../errors/make-error.ts'
import { importSm2PublicKey } from '../../sm2/keys.ts'
import type { Sm2PublicKey } from '../../sm2/public-key.ts'
import type { Sm2Certificate } from './certificates.ts'
import { type ParsedCertificate, parseCertificate } from './parse-certificate.ts'

export interface Sm2ChainOptions {
  /** The certificate that is trusted, brought here over a trusted route. */
  readonly root: Sm2Certificate
  /** The moment for which the chain is judged. Default: now. */
  readonly at?: Date | undefined
  /** The user id under which the authorities sign. Default `'1234567812345678'`, which GM/T 0015 names. */
  readonly userId?: string | Uint8Array | undefined
}

const OPTIONS: OptionNames<Sm2ChainOptions> = { root: true, at: true, userId: true }
/** SM2 with SM3, 1.2.156.10197.1.501 */
const SM2_WITH_SM3 = '2a811ccf55018375'

/** A certificate of the chain, and how it is called in an error. */
interface Link extends ParsedCertificate {
  readonly bytes: Uint8Array
  readonly name: BilingualText
}

/**
 * Judges a chain of certificates (RFC 5280 clause 6, as far as it concerns one root and SM2): signatures, validity,
 * authorities and their path lengths, key usage of authorities, critical extensions. Whether one was revoked is not looked
 * up, nor for whom the first certificate stands: compare its subject.
 *
 * @param chain the certificate in question first, then those between it and the root, in any order
 * @returns the key of the first certificate
 * @throws CryptoError `CRYPTO_CERTIFICATE_INVALID` with the first fault, `CRYPTO_OPTION_INVALID`
 */
export function verifySm2Chain(chain: readonly Sm2Certificate[], options: Sm2ChainOptions): Sm2PublicKey {
  requireKnownOptions(options, OPTIONS, cryptoOptionError)
  const { root, at = new Date(), userId } = options
  requireOption(
    Array.isArray(chain) && chain.length > 0,
    'chain',
    { en: 'a list of certificates', zh: '证书列表' },
    cryptoOptionError,
  )
  requireOption(
    at instanceof Date && !Number.isNaN(at.getTime()),
    'at',
    { en: 'a date', zh: '日期' },
    cryptoOptionError,
  )
  const links = chain.map((one, index) => linkOf(one, `certificate ${index + 1}`, `第 ${index + 1} 个证书`))
  const trusted = linkOf(root, 'the root', '根证书')
  const [leaf, ...between] = links as [Link, ...Link[]]
  let current = leaf
  for (let below = 0; ; below += 1) {
    judge(current, at)
    if (bytesToHex(current.bytes) === bytesToHex(trusted.bytes)) break
    const issuer = [trusted, ...between].find((one) => isIssuer(one, current, userId))
    if (issuer === undefined) throw notIssued(current, trusted)
    judgeAuthority(issuer, below)
    // Each is used once, so that a circle of certificates ends.
    if (issuer !== trusted) between.splice(between.indexOf(issuer), 1)
    current = issuer
  }
  return keyOf(leaf)
}

function linkOf(certificate: Sm2Certificate, en: string, zh: string): Link {
  expectBytes(certificate?.bytes, 'bytes')
  const { bytes } = certificate
  const parsed = parseCertificate(bytes)
  if (parsed === undefined) throw invalid({ en, zh }, 'is no certificate', '不是证书')
  return { ...parsed, bytes, name: { en, zh } }
}

function judge({ name, notBefore, notAfter, unknownCritical }: Link, at: Date): void {
  const [from, to] = [notBefore, notAfter].map((date) => date.toISOString().slice(0, 10))
  if (at < notBefore) throw invalid(name, `is valid from ${from} on only`, `自 ${from} 起才有效`)
  if (at > notAfter) throw invalid(name, `was valid until ${to}`, `有效期至 ${to}，已过期`)
  if (unknownCritical === undefined) return
  throw invalid(
    name,
    `has the critical extension ${unknownCritical}, which is not understood here`,
    `含有无法识别的关键扩展 ${unknownCritical}`,
  )
}

function judgeAuthority({ name, authority, pathLength, keyUsage }: Link, below: number): void {
  if (!authority)
    throw invalid(name, 'is not the certificate of an authority and has issued one', '不是 CA 证书，却签发了证书')
  if (keyUsage !== undefined && !keyUsage.includes('keyCertSign')) {
    throw invalid(name, 'may not sign certificates by its key usage', '其密钥用途不允许签发证书')
  }
  if (pathLength !== undefined && below > pathLength) {
    throw invalid(
      name,
      `allows ${pathLength} authorities below it, not ${below}`,
      `其下最多允许 ${pathLength} 级 CA，实际 ${below} 级`,
    )
  }
}

function isIssuer(
  issuer: Link,
  { issuer: name, signed, signature, algorithm }: Link,
  userId?: string | Uint8Array,
): boolean {
  if (bytesToHex(issuer.subject) !== bytesToHex(name) || algorithm !== SM2_WITH_SM3 || issuer.point === undefined)
    return false
  return keyOf(issuer).verify(signed, signature, { userId, format: 'der' })
}

function keyOf({ point, name }: Link): Sm2PublicKey {
  if (point === undefined) throw invalid(name, 'has no SM2 key', '不含 SM2 公钥')
  return importSm2PublicKey({ format: 'raw', bytes: point })
}

function notIssued({ name, algorithm }: Link, { name: root }: Link): Error {
  if (algorithm !== SM2_WITH_SM3) return invalid(name, 'is not signed with SM2 and SM3', '不是以 SM2 与 SM3 签名')
  return invalid(
    name,
    `was issued neither by ${root.en} nor by another certificate of the chain: a certificate between them is missing, or the root or the user id is another one`,
    `既非${root.zh}签发，也非链中其他证书签发：可能缺少中间证书，或根证书、用户标识不一致`,
  )
}

function invalid(name: BilingualText, en: string, zh: string): Error {
  const [first = '', ...rest] = name.en
  return cryptoError('CRYPTO_CERTIFICATE_INVALID', {
    en: `${first.toUpperCase()}${rest.join('')} ${en}.`,
    zh: `${name.zh}${zh}。`,
  })
}

import { DerReader, reading } from '../asn1/der-reader.ts'
import { bitString } from '../asn1/key-documents.ts'
import { algorithmNames, dotted } from '../asn1/object-identifiers.ts'
import { bytesToHex } from '../bytes/hex.ts'
import type { BilingualText } from '../errors/error-texts.ts'
import { decodePoint } from './point.ts'

// Says what a key document is that is not the one asked for. Kinds, labels and names of algorithms only: no byte of it.

const text = (en: string, zh: string): BilingualText => ({ en, zh })

const ENCRYPTED = text(
  'an encrypted private key, which decryptSm2PrivateKey of @nationec/crypto/keys reads with its password',
  '加密的私钥，请用 @nationec/crypto/keys 的 decryptSm2PrivateKey 及其口令读取',
)
const CERTIFICATE = text(
  'a certificate, which readSm2Certificates of @nationec/crypto/keys reads',
  '证书，请用 @nationec/crypto/keys 的 readSm2Certificates 读取',
)
const PFX = text(
  'a PKCS#12 file (.pfx, .p12): export the key from it first',
  'PKCS#12 文件（.pfx、.p12）：请先导出密钥',
)
const CFCA = text('a CFCA .sm2 file: export the key from it first', 'CFCA .sm2 文件：请先导出密钥')

/** Labels of PEM that say enough by themselves. */
const LABELS: Readonly<Record<string, BilingualText>> = {
  'ENCRYPTED PRIVATE KEY': ENCRYPTED,
  CERTIFICATE,
  'TRUSTED CERTIFICATE': CERTIFICATE,
  'CERTIFICATE REQUEST': text('a certificate request', '证书请求'),
  'NEW CERTIFICATE REQUEST': text('a certificate request', '证书请求'),
  'OPENSSH PRIVATE KEY': text('a private key of OpenSSH', 'OpenSSH 私钥'),
  'RSA PRIVATE KEY': text('an RSA private key', 'RSA 私钥'),
  'RSA PUBLIC KEY': text('an RSA public key', 'RSA 公钥'),
  'EC PARAMETERS': text('the parameters of a curve without a key', '只有曲线参数，没有密钥'),
  'SM2 PARAMETERS': text('the parameters of a curve without a key', '只有曲线参数，没有密钥'),
  PKCS7: text('a PKCS#7 file', 'PKCS#7 文件'),
  CMS: text('a CMS file', 'CMS 文件'),
}

/** For one block of PEM. */
export function foundInBlock(label: string, bytes: Uint8Array | undefined, oldEncryption = false): BilingualText {
  if (oldEncryption) {
    return text(
      `a private key that was encrypted in the old way (Proc-Type); \`openssl pkcs8 -topk8\` makes one that is read`,
      '以旧方式（Proc-Type）加密的私钥，请用 openssl pkcs8 -topk8 转换',
    )
  }
  const known = LABELS[label]
  if (known !== undefined) return known
  if (bytes === undefined) return text(`a block ${label} that is no Base64`, `${label} 数据块，但内容不是 Base64`)
  const { en, zh } = foundInBytes(bytes)
  return text(`a block ${label} with ${en}`, `${label} 数据块，内容为${zh}`)
}

/** For a text in which no block of PEM was found. */
export function foundInText(given: string): BilingualText {
  const bare = given.trim()
  if (bare === '') return text('an empty text', '空文本')
  if (bare.includes('-----BEGIN')) return text('PEM without its last line', '缺少末行的 PEM')
  if (/^[0-9a-fA-F]+$/.test(bare))
    return text('hexadecimal digits without PEM around them', '未带 PEM 首尾行的十六进制文本')
  if (/^[A-Za-z0-9+/\s]+=*$/.test(bare)) return text('Base64 without PEM around it', '未带 PEM 首尾行的 Base64')
  if (bare.startsWith('{')) return text('a JSON text', 'JSON 文本')
  return text('a text that is no PEM', '不是 PEM 的文本')
}

/** For bytes that are no key of the asked kind. */
export function foundInBytes(bytes: Uint8Array): BilingualText {
  for (const shape of SHAPES) {
    const found = reading(() => shape(bytes))
    if (found !== undefined) return found
  }
  return text(`${bytes.length} bytes that are no key document`, `${bytes.length} 字节，不是密钥文件`)
}

/** Each knows one kind of document; it gives `undefined` or reads beyond what is there for every other. */
const SHAPES: readonly ((bytes: Uint8Array) => BilingualText | undefined)[] = [
  (bytes) => (bytes.length === 32 ? text('32 bytes, as a private key has', '32 字节，长度如私钥') : undefined),
  (bytes) => (decodePoint(bytes) === undefined ? undefined : text('the point of a public key', '公钥点')),
  (bytes) => (bytesToHex(bytes.subarray(0, 4)) === 'feedfeed' ? text('a Java keystore', 'Java 密钥库') : undefined),
  pkcs8,
  sec1,
  publicKey,
  encrypted,
  certificate,
  container,
]

function sequence(bytes: Uint8Array): DerReader {
  const outer = new DerReader(bytes)
  const inner = outer.inside(0x30)
  outer.end()
  return inner
}

function small(reader: DerReader): number {
  return Number(`0x${bytesToHex(reader.integer())}`)
}

function pkcs8(bytes: Uint8Array): BilingualText | undefined {
  const info = sequence(bytes)
  if (small(info) > 1) return undefined
  const name = algorithm(info.inside(0x30))
  info.content(0x04)
  return text(`${article(name)} private key in PKCS#8`, `PKCS#8 形式的 ${name} 私钥`)
}

function sec1(bytes: Uint8Array): BilingualText | undefined {
  const key = sequence(bytes)
  if (small(key) !== 1) return undefined
  const { length } = key.content(0x04)
  const name = key.next === 0xa0 ? curve(key.inside(0xa0)) : 'EC'
  if (name === 'SM2' && length !== 32) {
    return text(`an SM2 private key of ${length} bytes in place of 32`, `${length} 字节的 SM2 私钥，应为 32 字节`)
  }
  return text(`${article(name)} private key in SEC1 form`, `SEC1 形式的 ${name} 私钥`)
}

function publicKey(bytes: Uint8Array): BilingualText {
  const info = sequence(bytes)
  const name = algorithm(info.inside(0x30))
  bitString(info)
  info.end()
  return text(`${article(name)} public key (SPKI)`, `${name} 公钥（SPKI）`)
}

/** EncryptedPrivateKeyInfo of RFC 5958: an algorithm out of PKCS#5 or PKCS#12, and octets. */
function encrypted(bytes: Uint8Array): BilingualText | undefined {
  const outer = sequence(bytes)
  const identifier = bytesToHex(outer.inside(0x30).content(0x06))
  outer.content(0x04)
  outer.end()
  return /^2a864886f70d01(05|0c01)/.test(identifier) ? ENCRYPTED : undefined
}

function certificate(bytes: Uint8Array): BilingualText {
  const outer = sequence(bytes)
  outer.inside(0x30).content(0xa0)
  outer.content(0x30)
  bitString(outer)
  return CERTIFICATE
}

/** PKCS#12 (version 3) and the files of CFCA (version 1, then an object identifier). */
function container(bytes: Uint8Array): BilingualText | undefined {
  const outer = sequence(bytes)
  const version = small(outer)
  outer.inside(0x30).content(0x06)
  return { 1: CFCA, 3: PFX }[version]
}

/** What an AlgorithmIdentifier names: the curve, where it is a key of some curve. */
function algorithm(reader: DerReader): string {
  const identifier = nameOf(reader.content(0x06))
  return identifier === 'EC' ? curve(reader) : identifier
}

function curve(reader: DerReader): string {
  return reader.next === 0x06 ? nameOf(reader.content(0x06)) : 'EC (explicit curve parameters)'
}

function nameOf(identifier: Uint8Array): string {
  return algorithmNames[bytesToHex(identifier)] ?? `(${dotted(identifier)})`
}

function article(name: string): string {
  return `${/^[EXR]|^SM/.test(name) ? 'an' : 'a'} ${name}`
}

import { DerReader, NotDer, reading } from '../../asn1/der-reader.ts'
import { bitString, readSpki } from '../../asn1/key-documents.ts'
import { asciiText } from '../../bytes/ascii.ts'
import { bytesToHex } from '../../bytes/hex.ts'
import { type Extensions, readExtensions } from './extensions.ts'

/** The parts of a certificate (RFC 5280). */
export interface ParsedCertificate extends Extensions {
  /** What is signed. */
  readonly signed: Uint8Array
  /** The object identifier of the signature's algorithm, as digits. */
  readonly algorithm: string
  /** DER. */
  readonly signature: Uint8Array
  readonly serialNumber: Uint8Array
  /** The contents of the names. */
  readonly issuer: Uint8Array
  readonly subject: Uint8Array
  readonly notBefore: Date
  readonly notAfter: Date
  /** The whole SubjectPublicKeyInfo. */
  readonly keyInfo: Uint8Array
  /** The encoded point, where it is a key on the curve of SM2. */
  readonly point: Uint8Array | undefined
}

/** `undefined` for bytes that are no certificate. */
export function parseCertificate(bytes: Uint8Array): ParsedCertificate | undefined {
  return reading(() => {
    const outer = new DerReader(bytes)
    const certificate = outer.inside(0x30)
    outer.end()
    const signed = certificate.whole()
    const algorithm = certificate.whole()
    const signature = bitString(certificate)
    certificate.end()
    const body = new DerReader(signed).inside(0x30)
    if (body.next === 0xa0) body.content(0xa0)
    const serialNumber = body.content(0x02)
    // RFC 5280 clause 4.1.1.2: the two must be the same.
    if (bytesToHex(body.whole()) !== bytesToHex(algorithm)) throw new NotDer()
    const issuer = body.content(0x30)
    const validity = body.inside(0x30)
    const [notBefore, notAfter] = [timeOf(validity), timeOf(validity)]
    const subject = body.content(0x30)
    const keyInfo = body.whole()
    for (const tag of [0x81, 0x82]) if (body.next === tag) body.content(tag) // unique identifiers
    const list = body.next === 0xa3 ? body.inside(0xa3).inside(0x30) : undefined
    body.end()
    return {
      signed,
      algorithm: bytesToHex(new DerReader(algorithm).inside(0x30).content(0x06)),
      signature,
      serialNumber,
      issuer,
      subject,
      notBefore,
      notAfter,
      keyInfo,
      point: readSpki(keyInfo),
      ...readExtensions(list),
    }
  })
}

/** UTCTime or GeneralizedTime, in seconds and in UTC (RFC 5280 clause 4.1.2.5). */
function timeOf(reader: DerReader): Date {
  const short = reader.next === 0x17
  const digits = asciiText(reader.content(short ? 0x17 : 0x18))
  // A year of two digits is one of 1950 to 2049.
  const full = short ? `${Number(digits.slice(0, 2)) < 50 ? '20' : '19'}${digits}` : digits
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full) ?? []
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  if (Number.isNaN(time.getTime())) throw new NotDer()
  return time
}

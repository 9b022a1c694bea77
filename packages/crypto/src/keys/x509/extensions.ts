import { DerReader, NotDer } from '../../asn1/der-reader.ts'
import { dotted } from '../../asn1/object-identifiers.ts'
import { bytesToHex } from '../../bytes/hex.ts'

/** What a key may be used for (RFC 5280 clause 4.2.1.3), the first bit first. */
const USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const

export type KeyUsage = (typeof USAGES)[number]

export interface Extensions {
  /** Whether the key may sign certificates, by basicConstraints. */
  readonly authority: boolean
  /** How many authorities may follow below; `undefined` for any number. */
  readonly pathLength: number | undefined
  /** `undefined` where the certificate does not say. */
  readonly keyUsage: readonly KeyUsage[] | undefined
  /** The first critical extension that is not understood here. */
  readonly unknownCritical: string | undefined
}

/** Reads the extensions that a chain is judged by. `undefined` stands for a certificate without any. */
export function readExtensions(list: DerReader | undefined): Extensions {
  let [authority, pathLength, keyUsage]: [boolean, number | undefined, KeyUsage[] | undefined] = [
    false,
    undefined,
    undefined,
  ]
  let unknownCritical: string | undefined
  const seen = new Set<string>()
  while (list?.next !== undefined) {
    const extension = list.inside(0x30)
    const identifier = extension.content(0x06)
    const critical = extension.next === 0x01 && extension.content(0x01)[0] === 0xff
    const value = new DerReader(extension.content(0x04))
    extension.end()
    const name = bytesToHex(identifier)
    if (seen.has(name)) throw new NotDer()
    seen.add(name)
    if (name === '551d13') {
      const constraints = value.inside(0x30)
      authority = constraints.next === 0x01 && constraints.content(0x01)[0] === 0xff
      pathLength = constraints.next === 0x02 ? Number(`0x${bytesToHex(constraints.integer())}`) : undefined
    } else if (name === '551d0f') keyUsage = usagesOf(value.content(0x03))
    else if (critical) unknownCritical ??= dotted(identifier)
  }
  return { authority, pathLength, keyUsage, unknownCritical }
}

function usagesOf([, ...bytes]: Uint8Array): KeyUsage[] {
  return USAGES.filter((_, bit) => ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0)
}

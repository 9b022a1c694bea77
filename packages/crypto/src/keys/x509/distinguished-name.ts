import { DerReader } from '../../asn1/der-reader.ts'
import { dotted } from '../../asn1/object-identifiers.ts'
import { bytesToHex } from '../../bytes/hex.ts'

const ATTRIBUTES: Readonly<Record<string, string>> = {
  '550403': 'CN',
  '550406': 'C',
  '550407': 'L',
  '550408': 'ST',
  '55040a': 'O',
  '55040b': 'OU',
  '550405': 'serialNumber',
  '2a864886f70d010901': 'emailAddress',
}
/** UTF8String, PrintableString, IA5String; TeletexString as it is used. */
const TEXT_TAGS: readonly number[] = [0x0c, 0x13, 0x16, 0x14]

/** A name as `C=CN, O=…, CN=…`, to be shown; names are compared by their bytes. @param content of the Name */
export function nameText(content: Uint8Array): string {
  const sets = new DerReader(content)
  const parts: string[] = []
  while (sets.next !== undefined) {
    const set = sets.inside(0x31)
    while (set.next !== undefined) {
      const attribute = set.inside(0x30)
      const identifier = attribute.content(0x06)
      parts.push(`${ATTRIBUTES[bytesToHex(identifier)] ?? dotted(identifier)}=${valueText(attribute)}`)
    }
  }
  return parts.join(', ')
}

function valueText(attribute: DerReader): string {
  const tag = attribute.next ?? 0
  const content = attribute.content(tag)
  if (TEXT_TAGS.includes(tag)) return new TextDecoder().decode(content)
  return tag === 0x1e ? new TextDecoder('utf-16be').decode(content) : `#${bytesToHex(content)}`
}

import { signatureFromDer } from '../asn1/signature.ts'
import { base64ToBytes } from '../bytes/base64.ts'
import { concatBytes } from '../bytes/concat.ts'
import { hexToBytes } from '../bytes/hex.ts'
import type { BilingualText } from '../errors/error-texts.ts'
import { attempt } from './encoding.ts'

/** How r and s were put together. Only `raw` and `der` are what `verify` takes. */
export type SignatureForm =
  | 'raw'
  | 'der'
  | 'der-loose'
  | 'raw-swapped'
  | 'raw-padded'
  | 'raw-little-endian'
  | 'raw-short'

export const formTexts: Readonly<Record<SignatureForm, BilingualText>> = {
  raw: { en: 'r ‖ s', zh: 'r ‖ s 裸签名' },
  der: { en: 'DER', zh: 'DER 编码' },
  'der-loose': { en: 'ASN.1 that is not canonical DER', zh: '非规范的 ASN.1 编码' },
  'raw-swapped': { en: 's ‖ r, the wrong way round', zh: 's ‖ r（顺序颠倒）' },
  'raw-padded': { en: 'r ‖ s with 00 before a half', zh: 'r ‖ s（某一半前多出 00）' },
  'raw-short': {
    en: 'r ‖ s without a leading zero of r or s',
    zh: 'r ‖ s（r 或 s 丢失了前导零）',
  },
  'raw-little-endian': { en: 'r ‖ s with the bytes of each half reversed', zh: 'r ‖ s（每一半字节序颠倒）' },
}

export interface FormedSignature {
  readonly form: SignatureForm
  /** 64 bytes r ‖ s; the numbers may be out of range. */
  readonly raw: Uint8Array
}

/** Every form that the bytes can have, most ordinary first. */
export function readForms(bytes: Uint8Array): FormedSignature[] {
  const forms: FormedSignature[] = []
  const add = (form: SignatureForm, raw: Uint8Array | undefined): void => {
    if (raw?.length === 64) forms.push({ form, raw })
  }
  if (bytes.length === 64) {
    const [r, s] = [bytes.subarray(0, 32), bytes.subarray(32)]
    add('raw', bytes)
    add('raw-swapped', concatBytes(s, r))
    add('raw-little-endian', concatBytes(r.slice().reverse(), s.slice().reverse()))
  }
  const der = signatureFromDer(bytes)
  add('der', der)
  if (der === undefined) add('der-loose', looseDer(bytes))
  if (bytes.length === 66) add('raw-padded', concatBytes(bytes.subarray(1, 33), bytes.subarray(34)))
  if (bytes.length === 65 && bytes[0] === 0) add('raw-padded', bytes.subarray(1))
  if (bytes.length === 65 && bytes[32] === 0) {
    add('raw-padded', concatBytes(bytes.subarray(0, 32), bytes.subarray(33)))
  }
  return forms
}

/** So many hexadecimal digits of a number can be zeros at its front: one signature in 2^15 has more. */
const MOST_LOST = 4

/**
 * What r ‖ s can be when one of the two was written as a number is, without the zeros at its front. It cannot be seen which
 * one, so each is tried.
 *
 * @param digits hexadecimal; an odd number of them where a number was written digit by digit
 */
export function readShortForms(digits: string): FormedSignature[] {
  const lost = 128 - digits.length
  if (lost < 1 || lost > 2 * MOST_LOST) return []
  const forms: FormedSignature[] = []
  for (let ofR = Math.max(0, lost - MOST_LOST); ofR <= Math.min(lost, MOST_LOST); ofR += 1) {
    const [r, s] = [digits.slice(0, 64 - ofR), digits.slice(64 - ofR)]
    forms.push({ form: 'raw-short', raw: hexToBytes(r.padStart(64, '0') + s.padStart(64, '0')) })
  }
  return forms
}

/**
 * Whether a text is a signature in Base64 once its blanks are `+` again. A form decoder
 * (`application/x-www-form-urlencoded`) makes blanks of them.
 */
export function hasBlankForPlus(given: Uint8Array | string): boolean {
  if (typeof given !== 'string') return false
  // Only line ends are trimmed: the first blank may have been a + too.
  const text = given.replace(/^[\r\n]+|[\r\n]+$/g, '')
  const bytes = text.includes(' ') ? attempt(() => base64ToBytes(text.replaceAll(' ', '+'))) : undefined
  return bytes !== undefined && readForms(bytes).length > 0
}

/** Two INTEGERs in a SEQUENCE, with zeros too many or too few and with bytes left over. */
function looseDer(bytes: Uint8Array): Uint8Array | undefined {
  const start = bytes[1] === 0x81 ? 3 : 2
  if (bytes[0] !== 0x30 || bytes[start] !== 0x02) return undefined
  const first = bytes.subarray(start + 2, start + 2 + (bytes[start + 1] ?? 0))
  const next = start + 2 + first.length
  if (bytes[next] !== 0x02) return undefined
  const second = bytes.subarray(next + 2, next + 2 + (bytes[next + 1] ?? 0))
  return concatBytes(number32(first), number32(second))
}

/** 32 bytes, where the number fits; an array of another length, where it does not. */
function number32(bytes: Uint8Array): Uint8Array {
  let start = 0
  while (bytes.length - start > 32 && bytes[start] === 0) start += 1
  const magnitude = bytes.subarray(start)
  return magnitude.length > 32 ? magnitude : concatBytes(new Uint8Array(32 - magnitude.length), magnitude)
}

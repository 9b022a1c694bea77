import { element, integerElement } from '../asn1/der-writer.ts'
import { concatBytes } from '../bytes/concat.ts'
import { equalBytes } from '../bytes/equal.ts'
import type { BilingualText } from '../errors/error-texts.ts'
import { decodeCiphertext, type Sm2CiphertextFormat } from '../sm2/ciphertext-codec.ts'
import { decodePoint, isOnCurve } from '../sm2/point.ts'
import type { Sm2PrivateKey } from '../sm2/private-key.ts'
import { attempt, type Encoded, type Encoding, encodingTexts } from './encoding.ts'
import { type Explanation, type ExplanationStep, joinTexts } from './explanation.ts'

export interface ExplainSm2Input {
  /** As it came: bytes, or text in any usual encoding. */
  readonly ciphertext: Uint8Array | string
  readonly privateKey: Sm2PrivateKey
}

/** One way in which the ciphertext decrypts. C3 proves it. */
export interface Sm2CiphertextVariant {
  readonly algorithm: 'sm2'
  readonly encoding: Encoding
  /** What `decrypt` must be told; `undefined` for a form that no standard has. */
  readonly how: Sm2CiphertextFormat | undefined
  readonly text: BilingualText
}

/** Forms of C1 that `decrypt` does not take: 33 bytes, and 65 with the parity of y in the prefix. */
const OTHER_POINTS = [
  { length: 33, prefixes: [2, 3], en: 'with C1 compressed', zh: 'C1 为压缩点' },
  { length: 65, prefixes: [6, 7], en: 'with C1 in the hybrid form (06 or 07)', zh: 'C1 为混合形式（06 或 07）' },
] as const

const FORMATS: readonly (Sm2CiphertextFormat & { readonly text: BilingualText })[] = [
  { format: 'C1C3C2', prefix04: false, text: { en: 'C1C3C2 without 04', zh: 'C1C3C2，无 04 前缀' } },
  { format: 'C1C3C2', prefix04: true, text: { en: 'C1C3C2 with 04', zh: 'C1C3C2，带 04 前缀' } },
  { format: 'C1C2C3', prefix04: false, text: { en: 'C1C2C3 without 04', zh: 'C1C2C3，无 04 前缀' } },
  { format: 'C1C2C3', prefix04: true, text: { en: 'C1C2C3 with 04', zh: 'C1C2C3，带 04 前缀' } },
  { format: 'asn1', text: { en: 'ASN.1', zh: 'ASN.1 编码' } },
]

type Step = ExplanationStep<'encoding' | 'form' | 'key' | 'decryption'>

export function explainSm2(
  { privateKey }: ExplainSm2Input,
  encoded: readonly Encoded[],
  steps: Step[],
): Explanation<Sm2CiphertextVariant, Step['step']> {
  const forms = encoded.flatMap((one) =>
    FORMATS.map((how) => ({ ...one, how, parts: decodeCiphertext(one.bytes, how) })),
  )
  const readable = forms.filter(({ parts }) => parts !== undefined && isOnCurve(parts.c1))
  const variants = readable.flatMap(({ encoding, bytes, how: { text, ...how } }): Sm2CiphertextVariant[] =>
    attempt(() => privateKey.decrypt(bytes, how).fill(0)) === undefined
      ? []
      : [{ algorithm: 'sm2', encoding, how, text: joinTexts([encodingTexts[encoding], text]) }],
  )
  const rewritten = encoded.flatMap((one) => withPlainPoint(one))
  variants.push(
    ...rewritten.flatMap(({ encoding, bytes, how, text }): Sm2CiphertextVariant[] =>
      attempt(() => privateKey.decrypt(bytes, how).fill(0)) === undefined
        ? []
        : [{ algorithm: 'sm2', encoding, how: undefined, text: joinTexts([encodingTexts[encoding], text]) }],
    ),
    ...encoded.flatMap((one) => swappedAsn1(privateKey, one)),
  )
  const [best] = variants
  const form = joinTexts([...readable.map(({ how }) => how.text), ...rewritten.map(({ text }) => text)])
  if (best !== undefined) {
    steps.push({ step: 'form', fits: true, text: form }, { step: 'decryption', fits: true, text: best.text })
    return { variants, steps, text: best.text }
  }
  const isPoint = readable.length + rewritten.length > 0
  const text = isPoint ? NO_CHECKSUM : NO_POINT
  if (isPoint) steps.push({ step: 'form', fits: true, text: form })
  steps.push({ step: isPoint ? 'key' : 'form', fits: false, text })
  return { variants, steps, text }
}

/** The ciphertext with C1 as x ‖ y in place of a form that `decrypt` does not take. */
function withPlainPoint({ encoding, bytes }: Encoded) {
  return OTHER_POINTS.flatMap(({ length, prefixes, en, zh }) => {
    if (!prefixes.some((prefix) => prefix === bytes[0]) || bytes.length < length + 32) return []
    const given = bytes.subarray(0, length)
    // The prefix of the hybrid form says only once more what y is.
    const point = decodePoint(length === 33 ? given : given.subarray(1))
    if (point === undefined) return []
    const plain = concatBytes(point, bytes.subarray(length))
    return (['C1C3C2', 'C1C2C3'] as const).map((format) => ({
      encoding,
      bytes: plain,
      how: { format, prefix04: false },
      text: { en: `${format} ${en}, which decrypt does not take`, zh: `${format}，${zh}，decrypt 不接受此形式` },
    }))
  })
}

/** A form that one widespread library writes: ASN.1 with C2 before C3. It is put right here, to see whether it is that. */
function swappedAsn1(privateKey: Sm2PrivateKey, { encoding, bytes }: Encoded): Sm2CiphertextVariant[] {
  for (const header of [2, 3, 4]) {
    const inner = bytes.subarray(header)
    const c3 = inner.subarray(-32)
    const mark = inner.subarray(-34, -32)
    if (!equalBytes(mark, Uint8Array.of(0x04, 0x20))) continue
    const [x, y, c2] = [elementAt(inner, 0), elementAt(inner, 1), elementAt(inner, 2)]
    if (x === undefined || y === undefined || c2 === undefined || x.length > 33 || y.length > 33) continue
    const right = element(0x30, integerElement(x), integerElement(y), element(0x04, c3), element(0x04, c2))
    if (attempt(() => privateKey.decrypt(right, { format: 'asn1' }).fill(0)) === undefined) continue
    const text = { en: 'ASN.1 with C2 before C3, which no standard has', zh: 'ASN.1 但 C2 在 C3 之前，不符合任何标准' }
    return [{ algorithm: 'sm2', encoding, how: undefined, text: joinTexts([encodingTexts[encoding], text]) }]
  }
  return []
}

/** The content of the n-th element with a short or one-byte length. */
function elementAt(bytes: Uint8Array, index: number): Uint8Array | undefined {
  let at = 0
  for (let count = 0; ; count += 1) {
    const first = bytes[at + 1]
    if (first === undefined || first > 0x81) return undefined
    const start = at + (first === 0x81 ? 3 : 2)
    const end = start + (first === 0x81 ? (bytes[start - 1] ?? 0) : first)
    if (count === index) return bytes.subarray(start, end)
    at = end
  }
}

const NO_POINT: BilingualText = {
  en: 'Where C1 must be, no point of the curve stands in any form (with 04 or without, compressed, hybrid, ASN.1): it is no SM2 ciphertext, was changed, or is cut at the front.',
  zh: 'C1 所在位置不是任何形式（带或不带 04、压缩、混合、ASN.1）的曲线点：并非 SM2 密文、被改动，或开头缺失。',
}
const NO_CHECKSUM: BilingualText = {
  en: 'C1 is a point of the curve, but C3 fits in neither order: it was encrypted for another key, was changed, is cut at the end, or is in a form that was not tried.',
  zh: 'C1 是曲线上的点，但两种顺序下 C3 均不符：可能加密所用公钥不同、密文被改动、末尾缺失，或采用了未尝试的形式。',
}

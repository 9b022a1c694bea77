import { expectBytes, optionError } from '../bytes/expect.ts'
import { engineOf } from '../choice/choice.ts'
import { completeSm3Part } from '../choice/parts/complete-sm3.ts'
import { sm2PointPart } from '../choice/parts/sm2.ts'
import type { BilingualText } from '../errors/error-texts.ts'
import { bytesToInteger, integerToBytes, N } from '../sm2/curve.ts'
import { decodePoint } from '../sm2/point.ts'
import type { Sm2PublicKey } from '../sm2/public-key.ts'
import { isScalar } from '../sm2/scalar.ts'
import { type DigestKind, digestCandidates } from './digests.ts'
import { type Encoding, encodingTexts, readEncoded } from './encoding.ts'
import { type Explanation, type ExplanationStep, joinTexts } from './explanation.ts'
import type { JsonStyle } from './json-texts.ts'
import { type MessageChange, type MessageInput, messageCandidates } from './message-candidates.ts'
import { formTexts, readForms, type SignatureForm } from './signature-forms.ts'

export interface ExplainSignatureInput {
  /** The key that the partner says the signature belongs to. */
  readonly publicKey: Sm2PublicKey
  /** As it came: bytes, or text in any usual encoding. */
  readonly signature: Uint8Array | string
  /** What may have been signed. Text is taken as UTF-8. */
  readonly messages: readonly MessageInput[]
  /** User ids to try before the known ones. */
  readonly userIds?: readonly (string | Uint8Array)[] | undefined
  /** The 32 bytes `e` that the partner's program logged as the hash it signed, if it did. */
  readonly partnerDigest?: Uint8Array | undefined
}

/** One way in which the signature is right. */
export interface SignatureVariant {
  readonly encoding: Encoding
  readonly form: SignatureForm
  readonly digest: DigestKind
  /** The user id in Z; `undefined` where there is no Z. */
  readonly userId: string | Uint8Array | undefined
  /** Which of the given messages, from 0. */
  readonly message: number
  /** How the JSON was written, where the message was given as data. */
  readonly json: JsonStyle | undefined
  /** What else was done to the message. */
  readonly change: MessageChange | undefined
  /** Whether `verify` accepts this variant, once encoding, format and user id are given to it. */
  readonly standard: boolean
  readonly text: BilingualText
}

export type SignatureStep = 'encoding' | 'form' | 'range' | 'digest' | 'message'

/**
 * Finds out how a partner made a signature: encoding, form, user id, with Z or without, and which JSON text was signed.
 * If nothing fits, the last step says what differs first.
 *
 * The signature and the key alone give the hash value that was signed, so that thousands of messages are tried for the
 * price of their hashes.
 *
 * @throws CryptoError `CRYPTO_OPTION_INVALID`, `CRYPTO_PROVIDER_UNAVAILABLE`
 *
 * @example
 * ```ts
 * import { explainSignature, generateSm2KeyPair } from '@nationec/crypto'
 *
 * const { privateKey, publicKey } = generateSm2KeyPair()
 * const signature = privateKey.sign(new TextEncoder().encode('{"a":"1","b":2}'), { userId: '' })
 * const { variants, text } = explainSignature({ publicKey, signature, messages: [{ json: { b: 2, a: '1', c: null } }] })
 * console.log(text.en, variants[0]?.json?.order) // … sorted
 * ```
 */
export function explainSignature(input: ExplainSignatureInput): Explanation<SignatureVariant, SignatureStep> {
  const { publicKey, messages, userIds = [], partnerDigest } = input
  if (!Array.isArray(messages)) throw optionError('messages', 'a list')
  const steps: ExplanationStep<SignatureStep>[] = []
  const stop = (step: SignatureStep, text: BilingualText) => {
    steps.push({ step, fits: false, text })
    return { variants: [], steps, text }
  }
  const encoded = readEncoded(input.signature)
  if (encoded.length === 0) return stop('encoding', NOT_READABLE)
  steps.push({ step: 'encoding', fits: true, text: joinTexts(encoded.map(({ encoding }) => encodingTexts[encoding])) })

  const formed = encoded.flatMap(({ encoding, bytes }) => readForms(bytes).map((form) => ({ encoding, ...form })))
  if (formed.length === 0) return stop('form', NO_FORM)
  steps.push({ step: 'form', fits: true, text: joinTexts(formed.map(({ form }) => formTexts[form])) })

  const inRange = formed.filter(({ raw }) => isScalar(raw.subarray(0, 32)) && isScalar(raw.subarray(32)))
  const signed = inRange.flatMap((one) => {
    const e = signedDigest(publicKey, one.raw)
    return e === undefined ? [] : [{ ...one, e }]
  })
  if (signed.length === 0) return stop('range', OUT_OF_RANGE)
  steps.push({ step: 'range', fits: true, text: IN_RANGE })

  if (partnerDigest !== undefined) {
    expectBytes(partnerDigest, 'partnerDigest')
    const theirs = bytesToInteger(partnerDigest) % N
    if (!signed.some(({ e }) => e === theirs)) return stop('digest', OTHER_KEY)
    steps.push({ step: 'digest', fits: true, text: SAME_DIGEST })
  }

  const digests = digestCandidates(engineOf(completeSm3Part), (userId) => publicKey.zOf(userId), userIds)
  const candidates = messageCandidates(messages)
  const variants: SignatureVariant[] = []
  for (const digest of digests) {
    for (const candidate of candidates) {
      const value = digest.of(candidate.bytes)
      const e = value && bytesToInteger(value) % N
      for (const one of signed) {
        if (one.e !== e) continue
        variants.push({
          encoding: one.encoding,
          form: one.form,
          digest: digest.digest,
          userId: digest.userId,
          message: candidate.index,
          json: candidate.json,
          change: candidate.change,
          standard: digest.digest === 'z' && (one.form === 'raw' || one.form === 'der'),
          text: joinTexts([encodingTexts[one.encoding], formTexts[one.form], digest.text, candidate.text]),
        })
      }
    }
  }
  const [best] = variants
  if (best === undefined) return stop('message', noMessage(candidates.length, digests.length))
  steps.push({ step: 'message', fits: true, text: best.text })
  return { variants, steps, text: best.text }
}

/** The hash value that belongs to a signature: e = r − x of the point s·G + t·P (GB/T 32918.2 clause 7.1, backwards). */
function signedDigest(publicKey: Sm2PublicKey, raw: Uint8Array): bigint | undefined {
  const point = engineOf(sm2PointPart)
  const [r, s] = [bytesToInteger(raw.subarray(0, 32)), bytesToInteger(raw.subarray(32))]
  const t = (r + s) % N
  const key = decodePoint(publicKey.export('raw'))
  if (t === 0n || key === undefined) return undefined
  const right = point.multiply(key, integerToBytes(t))
  const sum = right && point.add(point.multiplyBase(integerToBytes(s)), right)
  return sum && (((r - bytesToInteger(sum.subarray(0, 32))) % N) + N) % N
}

const NOT_READABLE: BilingualText = {
  en: 'The signature is neither hexadecimal nor Base64: characters are missing or were changed on the way.',
  zh: '签名既不是十六进制也不是 Base64：传输中可能缺失或改动了字符。',
}
const NO_FORM: BilingualText = {
  en: 'The bytes are neither r ‖ s (64 bytes) nor ASN.1: the signature is cut, or it is something else.',
  zh: '字节既不是 64 字节的 r ‖ s，也不是 ASN.1：签名被截断，或并非签名。',
}
const OUT_OF_RANGE: BilingualText = {
  en: 'r or s is zero or not below n: no SM2 signature has such numbers.',
  zh: 'r 或 s 为零，或不小于 n：不可能是 SM2 签名。',
}
const IN_RANGE: BilingualText = { en: 'r and s are in range', zh: 'r、s 取值合法' }
const OTHER_KEY: BilingualText = {
  en: 'The signature is not one over this digest with this public key: the key, or the signature, is another one.',
  zh: '该公钥下此签名与对方的杂凑值不符：公钥或签名并非同一份。',
}
const SAME_DIGEST: BilingualText = {
  en: 'the key and the signature fit the digest of the partner: only the message differs',
  zh: '公钥、签名与对方的杂凑值一致，差异只在消息',
}

function noMessage(messages: number, digests: number): BilingualText {
  return {
    en: `None of ${messages} texts fits, each with ${digests} ways of hashing: the signed text or the public key is another one.`,
    zh: `已尝试 ${messages} 种文本、${digests} 种杂凑方式，均不符：被签名的文本或公钥并非所给。`,
  }
}

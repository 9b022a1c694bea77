import { requireOption } from '@nationec/errors'
import { cryptoOptionError, expectBytes } from '../bytes/expect.ts'
import { bytesToInteger, integerToBytes } from '../bytes/integer.ts'
import { engineOf } from '../choice/choice.ts'
import { completeSm3Part } from '../choice/parts/complete-sm3.ts'
import { sm2PointPart } from '../choice/parts/sm2.ts'
import type { BilingualText } from '../errors/error-texts.ts'
import { N } from '../sm2/curve.ts'
import { decodePoint } from '../sm2/point.ts'
import type { Sm2PublicKey } from '../sm2/public-key.ts'
import { isScalar } from '../sm2/scalar.ts'
import { type DigestCandidate, type DigestKind, digestCandidates } from './digests.ts'
import { type Encoding, encodingTexts, readEncoded } from './encoding.ts'
import { type Explanation, type ExplanationStep, joinTexts } from './explanation.ts'
import type { JsonStyle } from './json-texts.ts'
import {
  changedCandidates,
  type MessageCandidate,
  type MessageChange,
  type MessageInput,
  messageCandidates,
  readMessages,
} from './message-candidates.ts'
import { formTexts, hasBlankForPlus, readForms, type SignatureForm } from './signature-forms.ts'

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
 * const { variants, text } = explainSignature({ publicKey, signature, messages: [{ json: '{"b":2,"a":"1","c":null}' }] })
 * console.log(text.en, variants[0]?.json?.order) // … sorted
 * ```
 */
export function explainSignature(input: ExplainSignatureInput): Explanation<SignatureVariant, SignatureStep> {
  const { publicKey, messages, userIds = [], partnerDigest } = input
  requireOption(Array.isArray(messages), 'messages', { en: 'a list', zh: '列表' }, cryptoOptionError)
  const read = readMessages(messages)
  const steps: ExplanationStep<SignatureStep>[] = []
  const stop = (step: SignatureStep, text: BilingualText) => {
    steps.push({ step, fits: false, text })
    return { variants: [], steps, text }
  }
  const encoded = readEncoded(input.signature)
  const formed = encoded.flatMap(({ encoding, bytes }) => readForms(bytes).map((form) => ({ encoding, ...form })))
  if (formed.length === 0 && hasBlankForPlus(input.signature)) return stop('encoding', BLANK_FOR_PLUS)
  if (encoded.length === 0) return stop('encoding', NOT_READABLE)
  steps.push({ step: 'encoding', fits: true, text: joinTexts(encoded.map(({ encoding }) => encodingTexts[encoding])) })

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
  let tried = 0
  const fitting = (candidates: Iterable<MessageCandidate>): SignatureVariant[] => {
    const found: (readonly [rank: number, variant: SignatureVariant])[] = []
    for (const candidate of candidates) {
      tried += 1
      for (const [rank, digest] of digests.entries()) {
        const value = digest.of(candidate.bytes)
        const e = value && bytesToInteger(value) % N
        for (const one of signed) if (one.e === e) found.push([rank, variantOf(one, digest, candidate)])
      }
    }
    return found.sort(([left], [right]) => left - right).map(([, variant]) => variant)
  }
  const unchanged = fitting(messageCandidates(read))
  // One hash value has one text: where a text fits as it is, no change of another one does.
  const variants = unchanged.length > 0 ? unchanged : fitting(changedCandidates(read))
  const [best] = variants
  if (best === undefined) return stop('message', noMessage(tried, digests.length, read.digitsLost))
  steps.push({ step: 'message', fits: true, text: best.text })
  return { variants, steps, text: best.text }
}

function variantOf(
  { encoding, form }: { readonly encoding: Encoding; readonly form: SignatureForm },
  digest: DigestCandidate,
  candidate: MessageCandidate,
): SignatureVariant {
  return {
    encoding,
    form,
    digest: digest.digest,
    userId: digest.userId,
    message: candidate.index,
    json: candidate.json,
    change: candidate.change,
    standard: digest.digest === 'z' && (form === 'raw' || form === 'der'),
    text: joinTexts([encodingTexts[encoding], formTexts[form], digest.text, candidate.text]),
  }
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
const BLANK_FOR_PLUS: BilingualText = {
  en: 'The signature is no Base64: blanks stand in it where + stood. The likely cause is form encoding: a program took the text for application/x-www-form-urlencoded. Send JSON, or write + as %2B.',
  zh: '签名不是 Base64：原为 + 的位置变成了空格。可能原因是表单编码：程序把文本当作 application/x-www-form-urlencoded 解码。请改用 JSON 传输，或将 + 写作 %2B。',
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
  en: 'This is no SM2 signature over this digest with this public key: the key, the signature or the algorithm (ECDSA on the same curve, for example) is another one.',
  zh: '以该公钥验证，此签名不是对该杂凑值的 SM2 签名：公钥、签名或算法（例如同一曲线上的 ECDSA）不一致。',
}
const SAME_DIGEST: BilingualText = {
  en: 'the key and the signature fit the digest of the partner: only the message differs',
  zh: '公钥、签名与对方的杂凑值一致，差异只在消息',
}

/** Says what was tried and what was not: whether key and text are the right ones cannot be known from a failure. */
function noMessage(messages: number, digests: number, digitsLost: boolean): BilingualText {
  const numbers: BilingualText = digitsLost
    ? {
        en: ' The data came as an object, whose numbers may have lost digits: give the JSON text itself.',
        zh: '数据以对象形式给出，其中数字可能已丢失位数：请给出 JSON 原文。',
      }
    : { en: '', zh: '' }
  return {
    en: `None of ${messages} texts fits as tried, each with ${digests} ways of hashing.${numbers.en} Not tried: GBK, other escapes in JSON, indented JSON, other hash functions, ECDSA on the same curve, another public key.`,
    zh: `已尝试 ${messages} 种文本、${digests} 种杂凑方式，均不符。${numbers.zh}未尝试：GBK 编码、其他 JSON 转义与缩进、其他杂凑算法、同一曲线上的 ECDSA、其他公钥。`,
  }
}
